// Refunds that the payment provider will not carry out: what the organiser owes whom, and has to pay another way.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Price } from "@/components/ui/price";
import type { FailedRefund, Office } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { useMoney } from "@/lib/house/house-context";
import { fetchBuyers } from "./box-office-calls";

/** More than these would push the figures of the sale out of sight; the others are one press away. */
const shownAtFirst = 5;

/** Each order's buyer in words; REST tells no more of him than his name. */
async function readBuyers(saleId: number, orders: readonly number[]): Promise<Map<number, string>> {
  const names = await fetchBuyers(saleId, orders);
  return new Map(orders.map((order) => [order, names.has(order) ? (names.get(order) ?? "account erased") : "name could not be read"]));
}

/** `buyer` is undefined while it is being read. */
function Line({ refund, buyer }: { refund: FailedRefund; buyer: string | undefined }) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 border-b border-hairline py-2.5 sm:grid-cols-[8rem_1fr_auto_7rem]">
      <span>
        <span className="sr-only">Order </span>
        <span className="lot-number">{refund.order_id}</span>
      </span>
      <span className="min-w-0 wrap-anywhere max-sm:order-3">
        <span className="sr-only">Buyer: </span>
        {buyer ?? "…"}
      </span>
      <span className="text-small text-ink-soft max-sm:order-4 max-sm:text-right">
        since <Moment iso={refund.failed_at} />
      </span>
      <Price amount={refund.amount_cents / 100} className="text-right font-semibold" />
    </li>
  );
}

/** Nothing where nothing failed. `refunds` are read with the other figures, names only when there are other orders than before. */
export function FailedRefunds({ saleId, refunds }: { saleId: number; refunds: Office["failed_refunds"] }) {
  const money = useMoney();
  const [isWhole, setWhole] = useState(false);
  const { count, amount_cents, newest } = refunds;
  const orders = [...new Set(newest.map((refund) => refund.order_id))];
  const names = useDoor(orders.length ? `buyers-${saleId}-${orders.join("-")}` : null, () => readBuyers(saleId, orders));
  const buyers = names.state.kind === "ready" ? names.state.data : undefined;
  if (count === 0) return null;
  const shown = isWhole ? newest : newest.slice(0, shownAtFirst);
  const older = count - newest.length;
  return (
    <section aria-labelledby="failed-refunds-heading" className="grid gap-3">
      <h2 id="failed-refunds-heading" className="text-head">
        Refunds that failed
      </h2>
      <Notice tone="bad" role="alert" title={`${count === 1 ? "1 refund" : `${count} refunds`} failed: ${money(amount_cents / 100)} to pay another way`}>
        The payment provider will not carry {count === 1 ? "it" : "them"} out, and it is not tried again. {count === 1 ? "The buyer was told that you pay it" : "The buyers were told that you pay them"} another way.
      </Notice>
      <ul aria-label="Refunds that failed, the newest first" className="border-t-2 border-ink">
        {shown.map((refund) => (
          <Line key={refund.refund_id} refund={refund} buyer={buyers?.get(refund.order_id)} />
        ))}
      </ul>
      {newest.length > shownAtFirst ? (
        <Button size="small" tone="line" className="justify-self-start" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Show fewer" : `Show ${newest.length - shownAtFirst} more`}
        </Button>
      ) : null}
      {older > 0 && (isWhole || newest.length <= shownAtFirst) ? (
        <p className="text-small text-ink-soft">And {older === 1 ? "1 older one" : `${older} older ones`}, counted in the sum above. You had a letter about each.</p>
      ) : null}
    </section>
  );
}

// Refunds that the payment provider will not carry out: what the organiser owes whom, and has to pay another way.
"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Price } from "@/components/ui/price";
import { useToast } from "@/components/ui/toast";
import type { FailedRefund, Office } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { useMoney } from "@/lib/house/house-context";
import { fetchBuyers } from "./box-office-calls";
import { RefundsByHand } from "./refunds-by-hand";
import { SettleDialog } from "./settle-dialog";

/** More than these would push the figures of the sale out of sight; the others are one press away. */
const shownAtFirst = 5;

/** Each order's buyer in words; REST tells no more of him than his name. */
async function readBuyers(saleId: number, orders: readonly number[]): Promise<Map<number, string>> {
  const names = await fetchBuyers(saleId, orders);
  return new Map(orders.map((order) => [order, names.has(order) ? (names.get(order) ?? "account erased") : "name could not be read"]));
}

/** `buyer` is undefined while it is being read. */
function Line({ refund, buyer, onSettle }: { refund: FailedRefund; buyer: string | undefined; onSettle: () => void }) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1 border-b border-hairline py-2.5 sm:grid-cols-[8rem_1fr_auto_7rem_auto]">
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
      <Button size="small" tone="line" className="max-sm:order-5 max-sm:col-span-2 max-sm:mt-1" aria-label={`Mark as paid: order ${refund.order_id}`} onClick={onSettle}>
        Mark as paid
      </Button>
    </li>
  );
}

interface FailedRefundsProps {
  saleId: number;
  refunds: Office["failed_refunds"];
  byHand: Office["refunds_by_hand"];
  onSettled: () => void;
}

/** Nothing where nothing ever failed. `refunds` are read with the other figures, names only when there are other orders than before. */
export function FailedRefunds({ saleId, refunds, byHand, onSettled }: FailedRefundsProps) {
  const money = useMoney();
  const show = useToast();
  const heading = useRef<HTMLHeadingElement>(null);
  const isDone = useRef(false);
  const [settling, setSettling] = useState<FailedRefund | null>(null);
  useEffect(() => {
    // The button that was pressed goes away with its line; nothing behind a dialog takes the focus, so not before it is gone.
    if (settling || !isDone.current) return;
    isDone.current = false;
    heading.current?.focus();
  }, [settling]);
  const [isWhole, setWhole] = useState(false);
  const { count, amount_cents, newest } = refunds;
  const orders = [...new Set(newest.map((refund) => refund.order_id))];
  const names = useDoor(orders.length ? `buyers-${saleId}-${orders.join("-")}` : null, () => readBuyers(saleId, orders));
  const buyers = names.state.kind === "ready" ? names.state.data : undefined;
  if (count === 0 && byHand.count === 0) return null;
  const shown = isWhole ? newest : newest.slice(0, shownAtFirst);
  const older = count - newest.length;
  return (
    <section aria-labelledby="failed-refunds-heading" className="grid gap-3">
      <h2 id="failed-refunds-heading" ref={heading} tabIndex={-1} className="text-head">
        Refunds that failed
      </h2>
      {count ? (
        <>
          <Notice tone="bad" role="alert" title={`${count === 1 ? "1 refund" : `${count} refunds`} failed: ${money(amount_cents / 100)} to pay another way`}>
            The payment provider will not carry {count === 1 ? "it" : "them"} out, and it is not tried again. {count === 1 ? "The buyer was told that you pay it" : "The buyers were told that you pay them"} another way; once
            you have, mark it as paid.
          </Notice>
          <ul aria-label="Refunds that failed, the newest first" className="border-t-2 border-ink">
            {shown.map((refund) => (
              <Line key={refund.refund_id} refund={refund} buyer={buyers?.get(refund.order_id)} onSettle={() => setSettling(refund)} />
            ))}
          </ul>
        </>
      ) : null}
      {newest.length > shownAtFirst ? (
        <Button size="small" tone="line" className="justify-self-start" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Show fewer" : `Show ${newest.length - shownAtFirst} more`}
        </Button>
      ) : null}
      {older > 0 && (isWhole || newest.length <= shownAtFirst) ? (
        <p className="text-small text-ink-soft">And {older === 1 ? "1 older one" : `${older} older ones`}, counted in the sum above. You had a letter about each.</p>
      ) : null}
      <RefundsByHand refunds={byHand} />
      {settling ? (
        <SettleDialog
          refund={settling}
          buyer={buyers?.get(settling.order_id)}
          onClose={() => setSettling(null)}
          onDone={() => {
            setSettling(null);
            show({ tone: "good", title: `${money(settling.amount_cents / 100)} of order ${settling.order_id} noted as paid`, text: "The buyer gets a letter that says how." });
            isDone.current = true;
            onSettled();
          }}
        />
      ) : null}
    </section>
  );
}

// Refunds that failed and were paid another way: how, when and by whom, one press away.
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Price } from "@/components/ui/price";
import type { Office, RefundByHand } from "@/lib/api/tickets";
import { useMoney } from "@/lib/house/house-context";

/** Whoever works at the command line of the house; nobody's account. */
const operator = 0;

const whoWords = (refund: RefundByHand) => refund.settled_by_name ?? (refund.settled_by === operator ? "the operator of the house" : "an account that is erased");

export function RefundsByHand({ refunds }: { refunds: Office["refunds_by_hand"] }) {
  const money = useMoney();
  const { count, amount_cents, newest, paid_twice_count: twice, paid_twice_cents } = refunds;
  if (count === 0) return null;
  const older = count - newest.length;
  return (
    <details open={twice > 0}>
      <summary className="min-h-9 cursor-pointer py-1.5 text-ink-soft hover:text-ink">
        {count === 1 ? "1 refund" : `${count} refunds`} paid another way: {money(amount_cents / 100)}
      </summary>
      {twice ? (
        <Notice tone="warn" title={`${twice === 1 ? "1 of them was" : `${twice} of them were`} paid twice: ${money(paid_twice_cents / 100)}`}>
          The payment provider, which had refused, paid {twice === 1 ? "it" : "them"} as well. You and {twice === 1 ? "the buyer" : "the buyers"} were told by mail; agree with {twice === 1 ? "him" : "them"} on how one of the two payments comes back.
        </Notice>
      ) : null}
      <ul aria-label="Refunds paid another way, the newest first" className="mt-1 border-t border-hairline">
        {newest.map((refund) => (
          <li key={refund.refund_id} className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 border-b border-hairline py-2.5 sm:grid-cols-[8rem_1fr_auto_7rem]">
            <span>
              <span className="sr-only">Order </span>
              <span className="lot-number">{refund.order_id}</span>
            </span>
            <span className="min-w-0 wrap-anywhere max-sm:order-3 max-sm:col-span-2">{refund.note}</span>
            <span className="text-small text-ink-soft max-sm:order-4 max-sm:col-span-2">
              <Moment iso={refund.settled_at} /> by {whoWords(refund)}
              {refund.paid_again_at ? (
                <span className="block text-ink">
                  and <Moment iso={refund.paid_again_at} /> by the payment provider
                </span>
              ) : null}
            </span>
            <Price amount={refund.amount_cents / 100} className="text-right font-semibold" />
          </li>
        ))}
      </ul>
      {older > 0 ? <p className="mt-2 text-small text-ink-soft">And {older === 1 ? "1 older one" : `${older} older ones`}; they stand in the orders as CSV.</p> : null}
    </details>
  );
}

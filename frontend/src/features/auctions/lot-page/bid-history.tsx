// The ledger of bids, newest first: who, how much, when.
"use client";
import { classNames } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import { Price } from "@/components/ui/price";
import type { LotState } from "../lot-state";
import { bidderWords } from "../wording";

export function BidHistoryTable({ state, userId }: { state: LotState; userId: number | null }) {
  if (state.bids.length === 0) {
    return <p className="text-ink-soft">{state.bidCount > 0 ? "The history is being fetched…" : "No paddle has been raised yet."}</p>;
  }
  return (
    <table className="w-full">
      <caption className="sr-only">Bids, newest first</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Bidder</th>
          <th scope="col">Time</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        {state.bids.map((bid, place) => {
          const isMine = userId !== null && bid.user_id === userId;
          return (
            <tr key={bid.id} className={classNames("border-b border-hairline", place === 0 && "arrives", isMine && "font-semibold text-laurel")}>
              <td className="py-2 pr-2">
                {bidderWords(bid, userId)}
                {bid.auto ? <span className="ml-2 text-small font-normal text-ink-soft">by maximum</span> : null}
              </td>
              <td className="py-2 pr-2 text-right text-small font-normal text-ink-soft">
                <Moment iso={bid.created_at} style="seconds" />
              </td>
              <td className="py-2 text-right">
                <Price amount={bid.amount} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function BidHistory({ state, userId }: { state: LotState; userId: number | null }) {
  const hidden = state.bidCount - state.bids.length;
  return (
    <section aria-labelledby="history-heading" className="grid gap-3">
      <div className="double-rule flex items-baseline justify-between gap-4 pt-3">
        <h2 id="history-heading" className="text-head">
          The bidding
        </h2>
        <p className="text-ink-soft">
          {state.bidCount} {state.bidCount === 1 ? "bid" : "bids"}
        </p>
      </div>
      <BidHistoryTable state={state} userId={userId} />
      {hidden > 0 && state.bids.length > 0 ? <p className="text-small text-ink-soft">and {hidden} earlier</p> : null}
    </section>
  );
}

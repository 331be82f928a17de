// The lots one has bid on, sorted by what needs attention: outbid first, then leading, then what is over.
"use client";
import { ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/section-page";
import { Tag } from "@/components/ui/tag";
import type { BidStanding, MyBid } from "@/lib/api/types";
import { useDoor } from "@/lib/api/use-door";
import { useMoney } from "@/lib/house/house-context";
import { TimeLeft } from "../countdown";
import { fetchMyBids } from "../lot-calls";
import { LotRow } from "../lot-row";
import { ReceiptList } from "./receipt-list";

const order: BidStanding[] = ["outbid", "leading", "won", "lost", "cancelled"];
const words: Record<BidStanding, string> = { outbid: "Outbid", leading: "Leading", won: "Won", lost: "Lost", cancelled: "Withdrawn" };
const tones = { outbid: "live", leading: "good", won: "good", lost: "plain", cancelled: "plain" } as const;

function BidRow({ bid }: { bid: MyBid }) {
  const money = useMoney();
  const { lot, state } = bid;
  return (
    <LotRow
      lot={lot}
      aside={
        state === "outbid" ? (
          <ButtonLink href={`/lots/${lot.id}`} size="small" tone="wax">
            Bid {money(lot.next_min)}
          </ButtonLink>
        ) : null
      }
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Tag tone={tones[state]}>{words[state]}</Tag>
        <span>
          {state === "won" ? `yours at ${money(lot.current_price)}` : `yours ${money(bid.my_amount)}, ${lot.is_active ? "now" : "ended at"} ${money(lot.current_price)}`}
        </span>
        {lot.is_active ? (
          <span>
            closes in <TimeLeft endTime={lot.end_time} />
          </span>
        ) : null}
      </p>
    </LotRow>
  );
}

export function MyBids() {
  const view = useDoor("my-bids", fetchMyBids);
  return (
    <>
      <PageHead title="My bids">Where you stand, the most urgent first.</PageHead>
      <Door view={view} what="The list of your bids">
        {({ items: bids }) =>
          bids.length === 0 ? (
            <Empty title="No paddle raised yet" action={<ButtonLink href="/">See what is on</ButtonLink>}>
              Lots you bid on are kept here, with where you stand on each.
            </Empty>
          ) : (
            <ul>
              {[...bids]
                .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
                .map((bid) => (
                  <li key={bid.lot.id}>
                    <BidRow bid={bid} />
                  </li>
                ))}
            </ul>
          )
        }
      </Door>
      <ReceiptList />
    </>
  );
}

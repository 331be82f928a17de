// What somebody can have pressed without an answer yet, for the line that tells of it on every page.
import { pendingBids } from "@/features/auctions/bidding/bid-wish";
import { fetchLot } from "@/features/auctions/lot-calls";
import { pendingWishes } from "@/features/ticket-sales/buying/wish";
import { fetchSale } from "@/features/ticket-sales/sale-calls";
import { browserDisk } from "@/lib/commands/safe-storage";
import { pressKind } from "@/lib/commands/unanswered";

export const pressKinds = () => [
  pressKind({ name: "bid", thing: "lot", pages: "/lots", pending: pendingBids(browserDisk()), thingOf: ({ lotId }) => lotId, fetchThing: fetchLot }),
  pressKind({ name: "press", thing: "event", pages: "/events", pending: pendingWishes(browserDisk()), thingOf: ({ saleId }) => saleId, fetchThing: fetchSale }),
];

// Bids that have no answer yet, for the line that tells of them on every page.
import { browserDisk } from "@/lib/commands/safe-storage";
import { type PressKind, thingsWaiting } from "@/lib/commands/unanswered";
import { fetchLot } from "../lot-calls";
import { pendingBids } from "./bid-wish";

export function unansweredBids(): PressKind {
  const pending = pendingBids(browserDisk());
  return {
    name: "bid",
    pending,
    thingsOf: (userId) => thingsWaiting(pending, userId, ({ lotId }) => lotId),
    pageOf: (id) => `/lots/${id}`,
    nameOf: (id) => `lot ${id}`,
    titleOf: (id) => fetchLot(id).then(({ title }) => title),
  };
}

// How a lot's and a bidder's situation is called, in one place.
import type { Bid, LotStatus } from "@/lib/api/types";
import type { LotState } from "./lot-state";

export const statusWords: Record<LotStatus, string> = {
  scheduled: "Upcoming",
  open: "Open",
  sold: "Sold",
  unsold: "Unsold",
  cancelled: "Withdrawn",
};

export type Standing = "none" | "leading" | "outbid" | "won" | "lost";

/** Where the viewer stands on this lot; `hasBid` comes from history, receipts or his own list. */
export function standingOf(state: LotState, userId: number | null, mayHaveBid: boolean): Standing {
  if (userId === null) return "none";
  // A device can remember a bid that was refused: where nobody has bid, nobody was outbid.
  const hasBid = mayHaveBid && state.bidCount > 0;
  const isLeader = state.leaderId === userId;
  if (state.status === "sold") return isLeader ? "won" : hasBid ? "lost" : "none";
  if (state.status === "unsold" || state.status === "cancelled") return hasBid || isLeader ? "lost" : "none";
  if (isLeader) return "leading";
  return hasBid ? "outbid" : "none";
}

/** "You" for one's own bids; everybody else keeps his public name. */
export function bidderWords(bid: Pick<Bid, "user_id" | "bidder_name">, userId: number | null): string {
  return userId !== null && bid.user_id === userId ? "You" : bid.bidder_name;
}

/** Only pictures of this house are shown: a page fetches nothing foreign. */
export function ownPicture(url: string | null | undefined): string | null {
  return url && /^\/(?!\/)/.test(url) ? url : null;
}

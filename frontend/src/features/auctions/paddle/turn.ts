// What changed for one bidder between two states of a lot.
import type { LotState } from "../lot-state";

export type Turn = "outbid" | "leading" | "won" | "lost" | "withdrawn";

/** The news for `userId`, who has bid on this lot, or null. */
export function turnBetween(before: LotState, after: LotState, userId: number): Turn | null {
  const hasEnded = before.status === "open" && after.status !== "open" && !after.isActive;
  if (hasEnded) {
    if (after.status === "cancelled") return "withdrawn";
    return after.status === "sold" && after.leaderId === userId ? "won" : "lost";
  }
  if (before.leaderId === after.leaderId) return null;
  if (after.leaderId === userId) return "leading";
  return before.leaderId === userId ? "outbid" : null;
}

// What a press of the bid button asks for and what is heard of it: as it is kept on disk, and as it goes through either door.
import { call } from "@/lib/api/browser";
import type { AuctionEndedFrame, LotClientFrame } from "@/lib/api/frames";
import { Unreachable } from "@/lib/api/problem";
import type { BidAccepted } from "@/lib/api/types";
import { type Entry, PendingPresses } from "@/lib/commands/pending-presses";
import type { PressDesk } from "@/lib/commands/press-desk";
import type { KeyValueStore } from "@/lib/commands/safe-storage";

export interface BidWish {
  lotId: number;
  amount: number;
}

/** What a desk for bids hears when the house decided: it was counted, or the hammer had fallen. */
export type BidHeard = ({ kind: "accepted" } & Omit<BidAccepted, "command_id">) | ({ kind: "ended" } & Pick<AuctionEndedFrame, "outcome" | "winner_id" | "final_price">);

export type BidDesk = PressDesk<BidWish, BidHeard>;

export function pendingBids(disk: KeyValueStore, now?: () => number): PendingPresses<BidWish> {
  return new PendingPresses<BidWish>(disk, "pending", (value) => typeof value.lotId === "number" && typeof value.amount === "number", now);
}

export function frameOf({ id, userId, amount }: Entry<BidWish>): LotClientFrame {
  return { type: "NEW_BID", amount, user_id: userId, command_id: id };
}

/** The same press through the other door; the same id gets the same answer. */
export async function postBid({ id, userId, lotId, amount }: Entry<BidWish>): Promise<BidHeard> {
  const accepted = await call<BidAccepted | undefined>(`/lots/${lotId}/bids`, { method: "POST", body: { amount }, commandId: id, userId });
  // Something on the way can answer "fine" to anything; only the house knows the press by its id.
  if (accepted?.command_id !== id) throw new Unreachable();
  return { kind: "accepted", ...accepted };
}

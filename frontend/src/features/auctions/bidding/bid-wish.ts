// What a press of the bid button asks for: as it is kept on disk, and as it goes through either door.
import { call } from "@/lib/api/browser";
import type { LotClientFrame } from "@/lib/api/frames";
import type { BidAccepted } from "@/lib/api/types";
import { type Entry, PendingPresses } from "@/lib/commands/pending-presses";
import type { PressDesk } from "@/lib/commands/press-desk";
import type { KeyValueStore } from "@/lib/commands/safe-storage";
import type { BidHeard } from "./answer";

export interface BidWish {
  lotId: number;
  amount: number;
}

export type BidDesk = PressDesk<BidWish, BidHeard>;

export function pendingBids(disk: KeyValueStore, now?: () => number): PendingPresses<BidWish> {
  return new PendingPresses<BidWish>(disk, "pending", (value) => typeof value.lotId === "number" && typeof value.amount === "number", now);
}

export function frameOf({ id, amount }: Entry<BidWish>): LotClientFrame {
  return { type: "NEW_BID", amount, command_id: id };
}

/** The same press through the other door; the same id gets the same answer. */
export async function postBid({ id, lotId, amount }: Entry<BidWish>): Promise<BidHeard> {
  return { kind: "accepted", ...(await call<BidAccepted>(`/lots/${lotId}/bids`, { method: "POST", body: { amount }, commandId: id })) };
}

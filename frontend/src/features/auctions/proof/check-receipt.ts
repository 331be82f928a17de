// Holds a kept receipt against the log as the house shows it today.
//
// The law: "fits" is said only when the seal that this browser computed is the one on the receipt, and the sealed bytes
// are this person's bid of this amount on this lot. What could not be looked up is never called changed.
import { Problem } from "@/lib/api/problem";
import type { BidProof } from "@/lib/api/types";
import type { Receipt } from "../paddle/receipts";
import { bidIn, sealOf } from "./seal";

export type KeptReceipt = Pick<Receipt, "lotId" | "commandId" | "seq" | "amount" | "hash">;

export type Verdict =
  | { kind: "fits"; at: string }
  /** The house shows another bid, or another past before it, than the one that was sealed. */
  | { kind: "differs"; seal: string }
  /** The house shows no bid of this person there. */
  | { kind: "missing" };

/** Whether this browser can compute seals here: browsers only do on https and on one's own machine. */
export function canCompute(): boolean {
  return typeof crypto !== "undefined" && crypto.subtle !== undefined;
}

/** Keys of lots in the log are this and the lot's number; the key is sealed, the number beside it is not. */
const firstLotStream = 2 ** 40;

const notThere = new Set(["unknown_lot", "unknown_bid", "forbidden"]);

/** Throws what `readProof` throws when nobody could be asked. */
export async function checkReceipt(receipt: KeptReceipt, userId: number, readProof: (lotId: number, seq: number) => Promise<BidProof>): Promise<Verdict> {
  let proof: BidProof;
  try {
    proof = await readProof(receipt.lotId, receipt.seq);
  } catch (error) {
    if (error instanceof Problem && notThere.has(error.code)) return { kind: "missing" };
    throw error;
  }
  const seal = await sealOf(proof);
  const bid = bidIn(proof);
  const isSealed = seal === receipt.hash.toLowerCase() && proof.hash === seal;
  const isThisBid = bid?.bidderId === userId && bid.amountMinor === Math.round(receipt.amount * 100);
  const isInPlace = proof.stream_id === firstLotStream + receipt.lotId && proof.seq === receipt.seq && proof.command_id === receipt.commandId.toLowerCase();
  if (isSealed && isThisBid && isInPlace) return { kind: "fits", at: new Date(Math.floor(proof.at_micros / 1_000)).toISOString() };
  return { kind: "differs", seal };
}

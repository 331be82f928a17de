// The one honest answer to a press, read from whichever door it came through.
import type { LotServerFrame } from "@/lib/api/frames";
import type { Outcome } from "@/lib/api/types";

export type BidAnswer =
  | { kind: "accepted"; commandId: string; amount: number; leading: boolean; explain: string; hash: string; seq: number }
  | { kind: "refused"; commandId: string; amount: number; code: string; message: string; facts: Record<string, unknown> }
  | { kind: "ended"; commandId: string; amount: number; outcome: Outcome; winnerId: number | null; finalPrice: number | null };

/** Codes that wrote nothing and left the id unused: the same press may simply be tried again. */
export const retryLater = new Set(["busy", "rate_limited"]);
/** Codes after which nobody knows: the same id asks again, and silence is never called failure. */
export const unknownYet = new Set(["unavailable", "bug"]);
/** Codes that mean "we do not know you (any more)". */
export const signedOut = new Set(["not_signed_in", "session_ended"]);

/** The answer carried by a frame to the press `commandId` of `amount`, or null when it is no answer. */
export function answerIn(frame: LotServerFrame, amount: number): BidAnswer | null {
  if (!("command_id" in frame) || typeof frame.command_id !== "string") return null;
  const commandId = frame.command_id;
  switch (frame.type) {
    case "BID_ACCEPTED":
      return { kind: "accepted", commandId, amount: frame.amount, leading: frame.leading, explain: frame.explain, hash: frame.hash, seq: frame.seq };
    case "AUCTION_ENDED":
      return { kind: "ended", commandId, amount, outcome: frame.outcome, winnerId: frame.winner_id, finalPrice: frame.final_price };
    case "ERROR": {
      const { type: _type, message, code, command_id: _id, ...facts } = frame;
      return { kind: "refused", commandId, amount, code, message, facts };
    }
    default:
      return null;
  }
}

function minNext(facts: Record<string, unknown>): number | null {
  const value = facts.next_min ?? facts.min_next ?? facts.minimum;
  return typeof value === "number" ? value : null;
}

/** A refusal as a headline of a few words and, where the facts give one, the amount that would do. */
export function refusalWords(answer: Extract<BidAnswer, { kind: "refused" }>): { title: string; nextMin: number | null } {
  const titles: Record<string, string> = {
    bid_too_low: "Someone was quicker",
    already_leading: "You are already leading",
    seller_may_not_bid: "This is your own lot",
    not_open: "The lot is not open yet",
    lot_ended: "The hammer had fallen",
    lot_cancelled: "The lot was withdrawn",
    command_conflict: "This press was already used",
    not_supported: "Not offered here",
    amount_invalid: "Not an amount we can take",
    amount_too_precise: "Cents at most, please",
    amount_too_large: "That is more than this house takes",
    not_signed_in: "Please sign in to bid",
    session_ended: "Your session has ended",
    forbidden: "You may not bid here",
  };
  return { title: titles[answer.code] ?? "The bid was not taken", nextMin: minNext(answer.facts) };
}

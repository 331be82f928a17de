// The one honest answer to a press, read from whichever door it came through.
import type { LotServerFrame } from "@/lib/api/frames";
import type { Outcome } from "@/lib/api/types";
import { LastAnswers } from "@/lib/commands/last-answer";
import type { Entry } from "@/lib/commands/pending-presses";
import type { Verdict } from "@/lib/commands/press-desk";
import type { BidHeard, BidWish } from "./bid-wish";

export type BidAnswer =
  | { kind: "accepted"; commandId: string; amount: number; leading: boolean; explain: string; hash: string; seq: number }
  | { kind: "refused"; commandId: string; amount: number; code: string; message: string; facts: Record<string, unknown> }
  | { kind: "ended"; commandId: string; amount: number; outcome: Outcome; winnerId: number | null; finalPrice: number | null };

export const lastBidAnswers = new LastAnswers<BidAnswer>("answer");

/** The answer a frame carries and the press it belongs to; null when it is no answer. */
export function verdictIn(frame: LotServerFrame): { commandId: string; verdict: Verdict<BidHeard> } | null {
  if (!("command_id" in frame) || typeof frame.command_id !== "string") return null;
  const commandId = frame.command_id;
  switch (frame.type) {
    case "BID_ACCEPTED":
      return { commandId, verdict: { kind: "done", success: { ...frame, kind: "accepted" } } };
    case "AUCTION_ENDED":
      return { commandId, verdict: { kind: "done", success: { ...frame, kind: "ended" } } };
    case "ERROR": {
      const { type: _type, message, code, command_id: _id, ...facts } = frame;
      return { commandId, verdict: { kind: "refused", code, message, facts } };
    }
    default:
      return null;
  }
}

/** The answer as pages show it and the disk keeps it. */
export function answerTo({ id: commandId, amount }: Entry<BidWish>, verdict: Verdict<BidHeard>): BidAnswer {
  if (verdict.kind === "refused") return { ...verdict, commandId, amount };
  const heard = verdict.success;
  if (heard.kind === "ended") return { kind: "ended", commandId, amount, outcome: heard.outcome, winnerId: heard.winner_id, finalPrice: heard.final_price };
  const { leading, explain, hash, seq } = heard;
  return { kind: "accepted", commandId, amount: heard.amount, leading, explain, hash, seq };
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

// What a lot's frames and REST say about a bid becomes the one answer that is shown and kept.
import { afterEach, expect, test, vi } from "vitest";
import type { LotServerFrame } from "@/lib/api/frames";
import { Unreachable } from "@/lib/api/problem";
import type { BidAccepted } from "@/lib/api/types";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { answerTo, verdictIn } from "./answer";
import { frameOf, pendingBids, postBid } from "./bid-wish";

const entry = { ...pendingBids(fakeDisk()).press(1, { lotId: 7, amount: 210 }), sentCount: 1 };
const accepted: BidAccepted = { command_id: entry.id, seq: 9, amount: 210, leading: true, explain: "You lead.", hash: "ab" };

function answered(frame: LotServerFrame) {
  const answer = verdictIn(frame);
  if (!answer) throw new Error("no answer");
  expect(answer.commandId).toBe(entry.id);
  return answerTo(entry, answer.verdict);
}

afterEach(() => vi.unstubAllGlobals());

test("a press goes out with its id and with who pressed, through either door", async () => {
  expect(frameOf(entry)).toEqual({ type: "NEW_BID", amount: 210, user_id: 1, command_id: entry.id });
  let sent = new Headers();
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
    sent = new Headers(init.headers);
    return Promise.resolve(Response.json(accepted));
  });
  expect(await postBid(entry)).toMatchObject({ kind: "accepted", seq: 9 });
  expect([sent.get("idempotency-key"), sent.get("acting-user")]).toEqual([entry.id, "1"]);
});

test.each([["nothing", new Response("")], ["something else", Response.json({ ok: true })]])("whoever answers a press with %s was not the house", async (_, response) => {
  vi.stubGlobal("fetch", () => Promise.resolve(response));
  await expect(postBid(entry)).rejects.toBeInstanceOf(Unreachable);
});

test("counted, with its receipt", () => {
  expect(answered({ type: "BID_ACCEPTED", ...accepted })).toEqual({ kind: "accepted", commandId: entry.id, amount: 210, leading: true, explain: "You lead.", hash: "ab", seq: 9 });
});

test("a refusal comes with its facts", () => {
  expect(answered({ type: "ERROR", message: "The next bid is 220.", code: "bid_too_low", command_id: entry.id, next_min: 220 } as LotServerFrame)).toEqual({
    kind: "refused", commandId: entry.id, amount: 210, code: "bid_too_low", message: "The next bid is 220.", facts: { next_min: 220 },
  });
});

test("too late is told with the end itself", () => {
  const frame: LotServerFrame = { type: "AUCTION_ENDED", lot_id: 7, winner_id: 3, final_price: 205, outcome: "sold", seq: 12, command_id: entry.id, code: "lot_ended" };
  expect(answered(frame)).toEqual({ kind: "ended", commandId: entry.id, amount: 210, outcome: "sold", winnerId: 3, finalPrice: 205 });
});

test("what everybody hears is nobody's answer", () => {
  expect(verdictIn({ type: "AUCTION_ENDED", lot_id: 7, winner_id: 3, final_price: 205, outcome: "sold", seq: 12 })).toBeNull();
  expect(verdictIn({ type: "USERS_COUNT", count: 2 })).toBeNull();
});

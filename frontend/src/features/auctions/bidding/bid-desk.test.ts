// One press on a bad line: the same id until somebody answers, and never "failed" for silence.
import { describe, expect, test } from "vitest";
import type { LotClientFrame, LotServerFrame } from "@/lib/api/frames";
import { Problem, Unreachable } from "@/lib/api/problem";
import type { BidAccepted } from "@/lib/api/types";
import { PendingCommands } from "@/lib/commands/pending-commands";
import { FakeTimers } from "@/lib/realtime/fake-socket";
import type { BidAnswer } from "./answer";
import { BidDesk, type Press } from "./bid-desk";

function desk(map = new Map<string, string>()) {
  const timers = new FakeTimers();
  const sent: LotClientFrame[] = [];
  const posted: string[] = [];
  const answers: BidAnswer[] = [];
  const world = { isLive: true, wall: 1_000_000, rest: (): Promise<BidAccepted> => Promise.reject(new Unreachable()), reopened: 0 };
  let presses: Press[] = [];
  const pending = new PendingCommands(
    { getItem: (k) => map.get(k) ?? null, setItem: (k, v) => void map.set(k, v), removeItem: (k) => void map.delete(k) },
    () => world.wall,
  );
  const made = new BidDesk(7, {
    pending,
    timers,
    wallNow: () => world.wall,
    sendFrame: (frame) => {
      if (world.isLive) sent.push(frame);
      return world.isLive;
    },
    expectAnswer: () => undefined,
    post: (entry) => {
      posted.push(entry.id);
      return world.rest();
    },
    reopen: () => (world.reopened += 1),
    onPresses: (next) => (presses = next),
    onAnswer: (answer) => answers.push(answer),
  });
  return { desk: made, timers, sent, posted, answers, world, pending, map, presses: () => presses };
}

function accepted(id: string): BidAccepted {
  return { command_id: id, seq: 9, amount: 210, leading: true, explain: "You lead.", hash: "ab" };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("a bidder who presses once", () => {
  test("is stored before it is sent, and answered once", () => {
    const t = desk();
    const entry = t.desk.press(1, 210);
    expect(t.pending.on(7, 1)).toHaveLength(1);
    t.desk.hear({ type: "BID_ACCEPTED", ...accepted(entry.id) });
    t.desk.hear({ type: "BID_ACCEPTED", ...accepted(entry.id) });
    expect(t.answers).toHaveLength(1);
    expect(t.pending.all()).toEqual([]);
  });

  test("after a silence the same id also goes over REST", async () => {
    const t = desk();
    const entry = t.desk.press(1, 210);
    t.world.rest = async () => accepted(entry.id);
    t.timers.pass(2_500);
    await settle();
    expect(t.posted).toEqual([entry.id]);
    expect(t.answers).toMatchObject([{ kind: "accepted", commandId: entry.id }]);
  });

  test("a line that breaks makes it unknown, and it goes out again with its id", () => {
    const t = desk();
    const entry = t.desk.press(1, 210);
    t.world.isLive = false;
    t.desk.lineIsLost();
    expect(t.presses()).toMatchObject([{ phase: "checking" }]);
    expect(t.answers).toEqual([]);
    t.world.isLive = true;
    t.desk.lineIsLive();
    expect(t.sent.map((frame) => "command_id" in frame && frame.command_id)).toEqual([entry.id, entry.id]);
  });

  test("with everything down it keeps trying and never says failed", async () => {
    const t = desk();
    t.world.isLive = false;
    const entry = t.desk.press(1, 210);
    for (let i = 0; i < 5; i += 1) {
      await settle();
      t.timers.pass(8_000);
    }
    await settle();
    expect(t.answers).toEqual([]);
    expect(new Set(t.posted)).toEqual(new Set([entry.id]));
    expect(t.posted.length).toBeGreaterThan(3);
  });

  test("a reload takes the press up again", () => {
    const map = new Map<string, string>();
    const before = desk(map);
    const entry = before.desk.press(1, 210);
    const after = desk(map);
    after.desk.resume(1);
    expect(after.sent).toMatchObject([{ amount: 210, command_id: entry.id }]);
  });

  test("a press from long ago is not sent without asking", () => {
    const map = new Map<string, string>();
    const entry = desk(map).desk.press(1, 210);
    const after = desk(map);
    after.world.wall += 10 * 60_000;
    after.desk.resume(1);
    expect(after.sent).toEqual([]);
    expect(after.presses()).toMatchObject([{ phase: "asking" }]);
    after.desk.askAgain(entry.id);
    expect(after.sent).toMatchObject([{ command_id: entry.id }]);
  });

  test("a refusal is an answer, with its facts", () => {
    const t = desk();
    const entry = t.desk.press(1, 210);
    t.desk.hear({ type: "ERROR", message: "The next bid is 220.", code: "bid_too_low", command_id: entry.id, next_min: 220 } as LotServerFrame);
    expect(t.answers).toMatchObject([{ kind: "refused", code: "bid_too_low", facts: { next_min: 220 } }]);
  });

  test("busy is no answer: the id is still unused", () => {
    const t = desk();
    const entry = t.desk.press(1, 210);
    t.desk.hear({ type: "ERROR", message: "Busy.", code: "busy", command_id: entry.id, retry_after: 2 } as LotServerFrame);
    expect(t.answers).toEqual([]);
    t.timers.pass(2_000);
    expect(t.sent).toHaveLength(2);
  });

  test("an old cookie on the socket is renewed over REST, still with the same id", async () => {
    const t = desk();
    const entry = t.desk.press(1, 210);
    t.world.rest = async () => accepted(entry.id);
    t.desk.hear({ type: "ERROR", message: "Sign in.", code: "not_signed_in", command_id: entry.id });
    await settle();
    expect(t.answers).toMatchObject([{ kind: "accepted" }]);
    expect(t.world.reopened).toBe(1);
  });

  test("signed out for good: a bid that cannot have arrived is refused, one that may have stays unknown", async () => {
    const signedOutProblem = new Problem({ status: 401, code: "not_signed_in", detail: "Please sign in.", facts: {} });
    const certain = desk();
    certain.world.isLive = false;
    certain.world.rest = () => Promise.reject(signedOutProblem);
    certain.desk.press(1, 210);
    await settle();
    expect(certain.answers).toMatchObject([{ kind: "refused", code: "not_signed_in" }]);

    const unsure = desk();
    unsure.desk.press(1, 210);
    unsure.world.isLive = false;
    unsure.desk.lineIsLost();
    unsure.world.rest = () => Promise.reject(signedOutProblem);
    unsure.timers.pass(2_500);
    await settle();
    expect(unsure.answers).toEqual([]);
    expect(unsure.presses()).toMatchObject([{ phase: "signed_out" }]);
  });

  test("too late is told with the end itself", () => {
    const t = desk();
    const entry = t.desk.press(1, 210);
    t.desk.hear({ type: "AUCTION_ENDED", lot_id: 7, winner_id: 3, final_price: 205, outcome: "sold", seq: 12, command_id: entry.id, code: "lot_ended" });
    expect(t.answers).toMatchObject([{ kind: "ended", finalPrice: 205, winnerId: 3 }]);
  });
});

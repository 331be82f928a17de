// One press on a bad line: the same id until somebody answers, and never "failed" for silence.
import { describe, expect, test } from "vitest";
import { Problem, Unreachable } from "@/lib/api/problem";
import { FakeTimers } from "@/lib/realtime/fake-socket";
import { fakeDisk } from "./fake-disk";
import { type Entry, PendingPresses } from "./pending-presses";
import { type Press, PressDesk, type Verdict } from "./press-desk";

interface Wish {
  lotId: number;
  amount: number;
}
type Answer = Verdict<{ seq: number }>;

const lotId = 7;
const bid = { lotId, amount: 210 };
const done: Answer = { kind: "done", success: { seq: 9 } };
const refused = (code: string, facts: Record<string, unknown> = {}): Answer => ({ kind: "refused", code, message: "No.", facts });

function desk(disk = fakeDisk()) {
  const timers = new FakeTimers();
  const sent: Entry<Wish>[] = [];
  const posted: string[] = [];
  const answers: Answer[] = [];
  const world = { isLive: true, wall: 1_000_000, rest: (): Promise<{ seq: number }> => Promise.reject(new Unreachable()), reopened: 0 };
  let presses: Press<Wish>[] = [];
  const pending = new PendingPresses<Wish>(disk, "pending", (value) => typeof value.amount === "number", () => world.wall);
  const made = new PressDesk<Wish, { seq: number }>({
    pending,
    timers,
    wallNow: () => world.wall,
    isHere: (wish) => wish.lotId === lotId,
    send: (entry) => {
      if (world.isLive) sent.push(entry);
      return world.isLive;
    },
    expectAnswer: () => undefined,
    post: (entry) => {
      posted.push(entry.id);
      return world.rest();
    },
    reopen: () => (world.reopened += 1),
    onPresses: (next) => (presses = next),
    onVerdict: (answer) => answers.push(answer),
  });
  return { desk: made, timers, sent, posted, answers, world, pending, disk, presses: () => presses };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("a bidder who presses once", () => {
  test("is stored before it is sent, and answered once", () => {
    const t = desk();
    const entry = t.desk.press(1, bid);
    expect(t.pending.of(1)).toHaveLength(1);
    t.desk.hear(entry.id, done);
    t.desk.hear(entry.id, done);
    expect(t.answers).toHaveLength(1);
    expect(t.pending.of(1)).toEqual([]);
  });

  test("after a silence the same id also goes over REST", async () => {
    const t = desk();
    const entry = t.desk.press(1, bid);
    t.world.rest = async () => ({ seq: 9 });
    t.timers.pass(2_500);
    await settle();
    expect(t.posted).toEqual([entry.id]);
    expect(t.answers).toEqual([done]);
  });

  test("a line that breaks makes it unknown, and it goes out again with its id", () => {
    const t = desk();
    const entry = t.desk.press(1, bid);
    t.world.isLive = false;
    t.desk.lineIsLost();
    expect(t.presses()).toMatchObject([{ phase: "checking" }]);
    expect(t.answers).toEqual([]);
    t.world.isLive = true;
    t.desk.lineIsLive();
    expect(t.sent.map(({ id }) => id)).toEqual([entry.id, entry.id]);
  });

  test("with everything down it keeps trying and never says failed", async () => {
    const t = desk();
    t.world.isLive = false;
    const entry = t.desk.press(1, bid);
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
    const disk = fakeDisk();
    const before = desk(disk);
    const entry = before.desk.press(1, bid);
    const after = desk(disk);
    after.desk.resume(1);
    expect(after.sent).toMatchObject([{ amount: 210, id: entry.id }]);
  });

  test("a press from long ago is not sent without asking", () => {
    const disk = fakeDisk();
    const entry = desk(disk).desk.press(1, bid);
    const after = desk(disk);
    after.world.wall += 10 * 60_000;
    after.desk.resume(1);
    expect(after.sent).toEqual([]);
    expect(after.presses()).toMatchObject([{ phase: "asking" }]);
    after.desk.askAgain(entry.id);
    expect(after.sent).toMatchObject([{ id: entry.id }]);
  });

  test("a refusal is an answer, with its facts", () => {
    const t = desk();
    const entry = t.desk.press(1, bid);
    t.desk.hear(entry.id, refused("bid_too_low", { next_min: 220 }));
    expect(t.answers).toMatchObject([{ kind: "refused", code: "bid_too_low", facts: { next_min: 220 } }]);
  });

  test("busy is no answer: the id is still unused", () => {
    const t = desk();
    const entry = t.desk.press(1, bid);
    t.desk.hear(entry.id, refused("busy", { retry_after: 2 }));
    expect(t.answers).toEqual([]);
    t.timers.pass(2_000);
    expect(t.sent).toHaveLength(2);
  });

  test("an old cookie on the socket is renewed over REST, still with the same id", async () => {
    const t = desk();
    const entry = t.desk.press(1, bid);
    t.world.rest = async () => ({ seq: 9 });
    t.desk.hear(entry.id, refused("not_signed_in"));
    await settle();
    expect(t.answers).toEqual([done]);
    expect(t.world.reopened).toBe(1);
  });

  test("signed out for good: a bid that cannot have arrived is refused, one that may have stays unknown", async () => {
    const signedOutProblem = new Problem({ status: 401, code: "not_signed_in", detail: "Please sign in.", facts: {} });
    const certain = desk();
    certain.world.isLive = false;
    certain.world.rest = () => Promise.reject(signedOutProblem);
    certain.desk.press(1, bid);
    await settle();
    expect(certain.answers).toMatchObject([{ kind: "refused", code: "not_signed_in" }]);

    const unsure = desk();
    unsure.desk.press(1, bid);
    unsure.world.isLive = false;
    unsure.desk.lineIsLost();
    unsure.world.rest = () => Promise.reject(signedOutProblem);
    unsure.timers.pass(2_500);
    await settle();
    expect(unsure.answers).toEqual([]);
    expect(unsure.presses()).toMatchObject([{ phase: "signed_out" }]);
  });

  test("what was pressed elsewhere stays where it is", () => {
    const t = desk();
    t.pending.press(1, { lotId: 8, amount: 5 });
    t.desk.resume(1);
    expect(t.sent).toEqual([]);
    expect(t.presses()).toEqual([]);
  });

  test("another person who signs in sends nothing of it, and its maker finds it again", () => {
    const t = desk();
    t.world.isLive = false;
    const entry = t.desk.press(1, bid);
    t.desk.resume(2);
    expect(t.presses()).toEqual([]);
    t.world.isLive = true;
    t.timers.pass(60_000);
    expect(t.sent).toEqual([]);
    t.desk.resume(1);
    expect(t.sent).toMatchObject([{ id: entry.id }]);
  });
});

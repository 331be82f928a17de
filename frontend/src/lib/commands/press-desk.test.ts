// One press on a bad line: the same id until somebody answers, and never "failed" for silence.
import { describe, expect, test } from "vitest";
import { Problem, Unreachable } from "@/lib/api/problem";
import { FakeTimers } from "@/lib/realtime/fake-socket";
import { fakeDisk } from "./fake-disk";
import { type Entry, PendingPresses } from "./pending-presses";
import { type Press, PressDesk, type Verdict, answersKeptMs } from "./press-desk";

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

const notSignedIn = () => Promise.reject(new Problem({ status: 401, code: "not_signed_in", detail: "Please sign in.", facts: {} }));
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

  test.each([
    ["sent again after a busy house", (t: ReturnType<typeof desk>, id: string) => (t.desk.hear(id, refused("busy", { retry_after: 1 })), t.timers.pass(1_000))],
    ["sent again by a reloaded page", (t: ReturnType<typeof desk>) => (t.desk.close(), t.desk.resume(1))],
  ])("a press %s and then lost on the line may have arrived", async (_, again) => {
    const t = desk();
    again(t, t.desk.press(1, bid).id);
    t.world.isLive = false;
    t.desk.lineIsLost();
    t.world.rest = notSignedIn;
    t.desk.lineIsLive();
    await settle();
    expect(t.answers).toEqual([]);
    expect(t.presses()).toMatchObject([{ phase: "signed_out" }]);
  });

  test("an answer that is not the house's own is none", async () => {
    const t = desk();
    t.world.isLive = false;
    t.world.rest = () => Promise.reject(new Problem({ status: 403, code: "http_403", detail: "Blocked by the hotel.", facts: {} }));
    t.desk.press(1, bid);
    await settle();
    expect(t.answers).toEqual([]);
    expect(t.presses()).toMatchObject([{ phase: "checking" }]);
  });

  test("what one person pressed is kept for him when the house says that somebody else is here", async () => {
    const t = desk();
    t.world.isLive = false;
    t.world.rest = () => Promise.reject(new Problem({ status: 403, code: "not_you", detail: "Not you.", facts: {} }));
    const entry = t.desk.press(1, bid);
    await settle();
    expect(t.answers).toEqual([]);
    expect(t.presses()).toMatchObject([{ phase: "signed_out" }]);
    t.desk.resume(2);
    expect(t.presses()).toEqual([]);
    expect(t.pending.of(1)).toMatchObject([{ id: entry.id }]);
  });

  test("whoever signs in again gets the answer to what he pressed before", async () => {
    const t = desk();
    t.desk.press(1, bid);
    t.world.isLive = false;
    t.desk.lineIsLost();
    t.world.rest = notSignedIn;
    t.timers.pass(2_500);
    await settle();
    expect(t.presses()).toMatchObject([{ phase: "signed_out" }]);
    t.world.rest = async () => ({ seq: 9 });
    t.desk.resume(1);
    await settle();
    expect(t.answers).toEqual([done]);
  });

  test("a press that is older than the house's memory of refusals is not asked again", () => {
    const disk = fakeDisk();
    desk(disk).desk.press(1, bid);
    const after = desk(disk);
    after.world.wall += answersKeptMs;
    after.desk.resume(1);
    expect(after.presses()).toMatchObject([{ phase: "forgotten" }]);
    expect(after.sent).toEqual([]);
  });

  test("a line that does not know us is opened anew once, after REST has answered", async () => {
    const t = desk();
    const entry = t.desk.press(1, bid);
    let answer = (_: { seq: number }) => undefined as void;
    t.world.rest = () => new Promise((resolve) => (answer = resolve));
    t.timers.pass(2_500);
    t.desk.hear(entry.id, refused("not_signed_in"));
    await settle();
    expect(t.world.reopened).toBe(0);
    answer({ seq: 9 });
    await settle();
    expect(t.answers).toEqual([done]);
    expect(t.world.reopened).toBe(1);
  });
});

// Whoever left before the answer came is told so on any page, and nobody is told of another's press.
import { expect, test } from "vitest";
import { FakeTimers } from "@/lib/realtime/fake-socket";
import { fakeDisk } from "./fake-disk";
import { PendingPresses } from "./pending-presses";
import { answersKeptMs } from "./press-desk";
import { type DiskListener, toldOf } from "./safe-storage";
import { type Unanswered, patienceMs, pressKind, watchUnanswered } from "./unanswered";

interface Wish {
  saleId: number;
}

function house() {
  const timers = new FakeTimers();
  const world = { now: 2_000 };
  const listeners = new Set<DiskListener>();
  const written: string[] = [];
  const disk = toldOf(fakeDisk(), (key) => {
    written.push(key);
    listeners.forEach((listener) => listener(key));
  });
  const pending = new PendingPresses<Wish>(disk, "wish", (wish) => typeof wish.saleId === "number", () => 1_000);
  const fetchThing = async (id: number) => ({ title: `Concert ${id}` });
  const kind = pressKind({ name: "press", thing: "event", pages: "/events", pending, thingOf: ({ saleId }) => saleId, fetchThing, now: () => world.now });
  let shown: readonly Unanswered[] = [];
  const watch = (userId: number) =>
    watchUnanswered(userId, {
      kinds: [kind],
      watchDisk: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      later: (run, ms) => timers.after(ms, run),
      onChange: (unanswered) => (shown = unanswered),
    });
  return { timers, world, disk, pending, written, watch, things: () => shown.map(({ thingId }) => thingId), kind };
}

test("what an earlier page left is told after a moment, each thing once, and nothing is written", () => {
  const t = house();
  t.pending.press(1, { saleId: 7 });
  t.pending.press(1, { saleId: 7 });
  t.pending.press(1, { saleId: 8 });
  t.written.length = 0;
  t.watch(1);
  expect(t.things()).toEqual([]);
  t.timers.pass(patienceMs);
  expect(t.things()).toEqual([7, 8]);
  expect(t.written).toEqual([]);
});

test("an answer within a moment is not worth a word, and an answer takes the words away at once", () => {
  const t = house();
  t.watch(1);
  const quick = t.pending.press(1, { saleId: 7 });
  t.pending.settle(quick.id);
  t.timers.pass(patienceMs);
  expect(t.things()).toEqual([]);
  const slow = t.pending.press(1, { saleId: 7 });
  t.timers.pass(patienceMs);
  expect(t.things()).toEqual([7]);
  t.pending.settle(slow.id);
  expect(t.things()).toEqual([]);
});

test("another person is told nothing of it", () => {
  const t = house();
  t.pending.press(1, { saleId: 7 });
  t.watch(2);
  t.timers.pass(patienceMs);
  expect(t.things()).toEqual([]);
});

test("what is so old that the house gives no answer to it is told no more", () => {
  const t = house();
  t.pending.press(1, { saleId: 7 });
  t.world.now += answersKeptMs;
  t.watch(1);
  t.timers.pass(patienceMs);
  expect(t.things()).toEqual([]);
});

test("attempts that go on and on put the words off no further", () => {
  const t = house();
  const { id } = t.pending.press(1, { saleId: 7 });
  t.watch(1);
  for (let n = 0; n < 4; n += 1) {
    t.timers.pass(patienceMs / 4);
    t.pending.noteSent(id);
  }
  expect(t.things()).toEqual([7]);
});

test("what other things write to the disk is no reason to look", () => {
  const t = house();
  t.watch(1);
  t.disk.setItem("saleroom.wish-list.1", "x");
  t.disk.setItem("saleroom.gate", "North");
  t.timers.pass(patienceMs);
  expect(t.things()).toEqual([]);
});

test("a thing is told by its page and its title, and by its number while that is not known", async () => {
  const { kind } = house();
  expect([kind.pageOf(7), kind.nameOf(7), await kind.titleOf(7)]).toEqual(["/events/7", "event 7", "Concert 7"]);
});

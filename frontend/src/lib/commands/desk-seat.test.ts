// @vitest-environment jsdom
// The answer to one's last press stays over a reload until it is put away, and then it stays away.
import { beforeEach, expect, test } from "vitest";
import { DeskSeat } from "./desk-seat";
import { LastAnswers } from "./last-answer";

beforeEach(() => localStorage.clear());

function seat() {
  const done: string[] = [];
  let shown: string | null = null;
  const made = new DeskSeat<string>({
    thingId: 7,
    desk: { resume: (userId) => done.push(`resume ${userId}`), close: () => done.push("close") },
    kept: new LastAnswers<string>("test-answer"),
    shown: () => shown,
    show: (answer) => (shown = answer),
  });
  return { made, done, shown: () => shown };
}

test("an answer outlives a reload", () => {
  const before = seat();
  before.made.take(1);
  before.made.answer(1, "Accepted");
  const after = seat();
  after.made.take(1);
  expect(after.shown()).toBe("Accepted");
});

test("an answer that was put away does not come back: not when one sits down again, not after a reload", () => {
  const t = seat();
  t.made.take(1);
  t.made.answer(1, "Too low");
  t.made.putAway();
  expect(t.shown()).toBeNull();
  t.made.take(1);
  expect(t.shown()).toBeNull();
  const after = seat();
  after.made.take(1);
  expect(after.shown()).toBeNull();
});

test("whoever sits down next is shown nothing of the one before, who finds it when he is back", () => {
  const t = seat();
  t.made.take(1);
  t.made.answer(1, "Accepted");
  t.made.take(null);
  expect(t.shown()).toBeNull();
  t.made.take(2);
  expect(t.shown()).toBeNull();
  t.made.putAway();
  t.made.take(1);
  expect(t.shown()).toBe("Accepted");
  expect(t.done).toEqual(["resume 1", "close", "resume 2", "resume 1"]);
});

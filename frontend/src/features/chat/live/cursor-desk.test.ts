// How far one has read is told seldom, never back, and again after a cut.
import { expect, test } from "vitest";
import type { TalkClientFrame } from "@/lib/api/talk-frames";
import { FakeTimers } from "@/lib/realtime/fake-socket";
import { CursorDesk, gatherMs } from "./cursor-desk";

function desk() {
  const timers = new FakeTimers();
  const sent: TalkClientFrame[] = [];
  const line = { isLive: true };
  const cursors = new CursorDesk(timers, (frame) => line.isLive && sent.push(frame) > 0);
  return { timers, sent, line, cursors };
}

test("a run of messages makes one word about the last", () => {
  const { timers, sent, cursors } = desk();
  for (const seq of [3, 5, 4]) cursors.delivered(1, seq);
  timers.pass(gatherMs);
  expect(sent).toEqual([{ type: "read", conversation_id: 1, delivered: 5 }]);
});

test("a cursor never goes back, and what is read has arrived", () => {
  const { timers, sent, cursors } = desk();
  cursors.delivered(1, 5);
  cursors.read(1, 5);
  timers.pass(gatherMs);
  cursors.read(1, 4);
  cursors.delivered(1, 5);
  timers.pass(gatherMs);
  expect(sent).toEqual([{ type: "read", conversation_id: 1, seq: 5 }]);
});

test("what could not be sent is sent when the line is back", () => {
  const { timers, sent, line, cursors } = desk();
  line.isLive = false;
  cursors.read(1, 7);
  timers.pass(gatherMs);
  expect(sent).toEqual([]);
  line.isLive = true;
  cursors.lineIsLive();
  expect(sent).toEqual([{ type: "read", conversation_id: 1, seq: 7 }]);
});

test("what was told over a line that then broke is told again, and the furthest of several counts", () => {
  const { timers, sent, cursors } = desk();
  cursors.read(1, 5);
  cursors.read(1, 4);
  cursors.delivered(1, 6);
  timers.pass(gatherMs);
  expect(sent).toEqual([{ type: "read", conversation_id: 1, seq: 5 }]);
  cursors.lineIsLive();
  expect(sent).toEqual([{ type: "read", conversation_id: 1, seq: 5 }, { type: "read", conversation_id: 1, seq: 5 }]);
});

test("whoever leaves before a run of messages is over has told what he read, and tells it once", () => {
  const { timers, sent, cursors } = desk();
  cursors.read(1, 7);
  cursors.tellNow();
  expect(sent).toEqual([{ type: "read", conversation_id: 1, seq: 7 }]);
  timers.pass(gatherMs);
  expect(sent).toHaveLength(1);
});

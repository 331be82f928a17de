// That somebody writes is said seldom, and believed for a while only.
import { expect, test } from "vitest";
import { FakeTimers } from "@/lib/realtime/fake-socket";
import { TypingDesk, againMs, silentMs } from "./typing-desk";

function desk() {
  const timers = new FakeTimers();
  const sent: unknown[] = [];
  const silent: string[] = [];
  const typing = new TypingDesk(
    timers,
    (frame) => sent.push([frame.type === "typing" && frame.conversation_id, frame.type === "typing" && frame.is_typing]) > 0,
    (talkId, personId) => silent.push(`${talkId} ${personId}`),
  );
  return { timers, sent, silent, typing };
}

test("many keys make one word, said again while the keys go on", () => {
  const { timers, sent, typing } = desk();
  for (let key = 0; key < 10; key += 1) typing.types(5);
  expect(sent).toEqual([[5, true]]);
  timers.pass(againMs);
  typing.types(5);
  expect(sent).toEqual([[5, true], [5, true]]);
});

test("who falls silent, sends, or turns to another conversation has stopped", () => {
  const { timers, sent, typing } = desk();
  typing.types(5);
  timers.pass(silentMs);
  expect(sent).toEqual([[5, true], [5, false]]);
  typing.types(5);
  typing.types(6);
  typing.stops();
  typing.stops();
  expect(sent.slice(2)).toEqual([[5, true], [5, false], [6, true], [6, false]]);
});

test("others are believed to write until they stop, or are not heard again", () => {
  const { timers, silent, typing } = desk();
  typing.heard(5, "2", true);
  typing.heard(5, "3", true);
  typing.heard(5, "3", false);
  timers.pass(silentMs - 1);
  typing.heard(5, "2", true);
  timers.pass(1);
  expect(silent).toEqual([]);
  timers.pass(silentMs);
  expect(silent).toEqual(["5 2"]);
});

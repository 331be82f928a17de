// Messages of one sender stand together; a new day begins with its date.
import { expect, test } from "vitest";
import { conversation, said } from "../specimens";
import { fromFrame } from "../talk-state";
import { runsOf } from "./layout";
import { kindOfFile } from "./use-uploads";

const minute = 60;
const at = (minutes: number, sender_id: string, is_staff = false) => fromFrame(said(minutes + 1, "x", { timestamp: 1_800_000_000 + minutes * minute, sender_id, is_staff }));

test("runs break at another sender, after a pause, and at midnight", () => {
  const runs = runsOf(conversation(), [at(0, "1"), at(1, "1"), at(2, "9", true), at(3, "1"), at(60, "1"), at(60 * 48, "1")]);
  expect(runs.map(({ messages }) => messages.length)).toEqual([2, 1, 1, 1, 1]);
  expect(runs.map(({ side }) => side)).toEqual([0, 1, 0, 0, 0]);
  expect(runs.map(({ dayMs }) => dayMs !== null)).toEqual([true, false, false, false, true]);
});

test("an agent who asks for himself stands on his own side", () => {
  const runs = runsOf(conversation({ participant1_id: "9" }), [at(0, "9"), at(1, "9", true)]);
  expect(runs.map(({ side }) => side)).toEqual([0, 1]);
});

test("a drawing that may carry scripts is a file", () => {
  expect(kindOfFile({ type: "image/png" })).toBe("image");
  expect(kindOfFile({ type: "image/svg+xml" })).toBe("file");
  expect(kindOfFile({ type: "" })).toBe("file");
});

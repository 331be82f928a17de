// House seats as they are marked before the house is asked.
import { expect, test } from "vitest";
import { givenHall } from "@/lib/seating/hall-given";
import { indexHall } from "@/lib/seating/seat-index";
import { nothing, pressed, statesAfter, stillOpen, wantedWords } from "./blocking";

const index = indexHall(givenHall(1, 4));
const states = Uint8Array.of(0, 3, 2, 0);

test("free seats leave the sale, blocked ones come back, a second press takes it back", () => {
  const both = pressed(pressed(nothing, "A1", false), "A2", true);
  expect(both).toEqual({ block: ["A1"], unblock: ["A2"] });
  expect([...statesAfter(index, states, both)]).toEqual([3, 0, 2, 0]);
  expect([...states]).toEqual([0, 3, 2, 0]);
  expect(pressed(both, "A1", false)).toEqual({ block: [], unblock: ["A2"] });
});

test("what somebody took in the meantime is not asked for again", () => {
  expect(stillOpen(index, Uint8Array.of(1, 3, 2, 0), { block: ["A1", "A4", "Z1"], unblock: ["A2"] })).toEqual({ block: ["A4"], unblock: ["A2"] });
  expect(stillOpen(index, Uint8Array.of(0, 0, 2, 0), { block: [], unblock: ["A2"] })).toEqual(nothing);
});

test("the button says what it would do", () => {
  expect(wantedWords({ block: ["A1", "A4"], unblock: ["A2"] })).toBe("Block 2 seats and unblock 1 seat");
  expect(wantedWords({ block: [], unblock: ["A2"] })).toBe("Unblock 1 seat");
  expect(wantedWords(nothing)).toBe("Nothing to change");
});

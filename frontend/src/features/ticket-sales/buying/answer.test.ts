// What is said of a refusal must be true of the press: there are others only if not every seat is gone.
import { expect, test } from "vitest";
import { hasOthers } from "./answer";

test("the others are spoken of only where there are some", () => {
  const wish = { saleId: 7, what: "2 × Stalls", kind: "hold" as const, lines: [], seats: ["A1", "A2"] };
  expect(hasOthers(wish, ["A1"])).toBe(true);
  expect(hasOthers(wish, ["A1", "A2"])).toBe(false);
});

// What the button would do: never less than the minimum, never a slip without a question.
import { expect, test } from "vitest";
import { planBid, quickAmounts } from "./bid-plan";

const money = (amount: number) => `€${amount}`;

test("an empty field bids the next minimum", () => {
  expect(planBid("", 210, money)).toEqual({ kind: "ready", amount: 210, mustAsk: null });
});

test("too little is said before it is sent", () => {
  expect(planBid("209,99", 210, money)).toEqual({ kind: "blocked", reason: "The next bid is at least €210." });
});

test("a figure that could be read in two ways, or is far above, is asked about", () => {
  expect(planBid("1,234", 1000, money)).toMatchObject({ amount: 1234, mustAsk: "ambiguous" });
  expect(planBid("2100", 210, money)).toMatchObject({ amount: 2100, mustAsk: "far" });
  expect(planBid("215,50", 210, money)).toMatchObject({ amount: 215.5, mustAsk: null });
});

test("no amount is offered that is more than the house takes", () => {
  expect(quickAmounts(1e12 - 200, 1e12 - 100, 3)).toEqual([1e12 - 100, 1e12]);
  expect(quickAmounts(1e12, 1e12 + 100, 3)).toEqual([]);
  const reason = "This house takes no more than €1000000000000, so nobody can bid higher.";
  expect(planBid("", 1e12 + 100, money)).toEqual({ kind: "blocked", reason });
  expect(planBid("12", 1e12 + 100, money)).toEqual({ kind: "blocked", reason });
  expect(planBid("", 1e12, money)).toMatchObject({ amount: 1e12 });
});

test("quick steps follow the ladder that the server shows", () => {
  expect(quickAmounts(200, 205, 3)).toEqual([205, 210, 225]);
  expect(quickAmounts(100, 100, 0)).toEqual([100, 105, 120]);
  expect(quickAmounts(0.1, 0.15, 1)).toEqual([0.15, 0.2, 0.35]);
});

// Amounts as people type them all over Europe.
import { expect, test } from "vitest";
import { amountInput, moneyParts, moneyText, readAmount } from "./money";

test.each([
  ["210", 210],
  ["210,5", 210.5],
  ["210,50", 210.5],
  ["210.50", 210.5],
  ["1.234,50", 1234.5],
  ["1,234.50", 1234.5],
  ["1 234,50", 1234.5],
  ["1'234.50", 1234.5],
  ["€ 99", 99],
  ["99,-", 99],
  ["1.234.567", 1234567],
  ["0,05", 0.05],
  [",50", 0.5],
])("%s is %d", (typed, amount) => {
  expect(readAmount(typed)).toMatchObject({ kind: "amount", amount, isAmbiguous: false });
});

test.each(["1,234", "1.234"])("%s is read as a thousand and asked about", (typed) => {
  expect(readAmount(typed)).toEqual({ kind: "amount", amount: 1234, isAmbiguous: true });
});

test.each(["-5", "abc", "12,345,6", "0", "1e2", "NaN", "0,001", "1000000000001", "12.34.567,8"])("%s is refused with a reason", (typed) => {
  expect(readAmount(typed).kind).toBe("wrong");
});

test("nothing is nothing", () => {
  expect(readAmount("  ")).toEqual({ kind: "empty" });
});

test("prices are printed with two decimals", () => {
  expect(moneyText(2450, "EUR")).toBe("€2,450.00");
  expect(moneyParts(2450.5, "EUR")).toEqual({ whole: "€2,450", cents: ".50" });
  expect(amountInput(12.5)).toBe("12.50");
  expect(amountInput(12)).toBe("12");
});

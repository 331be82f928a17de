// Badges of several features share one title without fighting over it.
import { expect, test } from "vitest";
import { titled } from "./title-badge";

test("a badge stands in front, changes and goes again", () => {
  const once = titled("Lot 7 · Saleroom", "Outbid", 1);
  expect(once).toBe("(1) Outbid · Lot 7 · Saleroom");
  expect(titled(once, "Outbid", 2)).toBe("(2) Outbid · Lot 7 · Saleroom");
  expect(titled(once, "Outbid", 0)).toBe("Lot 7 · Saleroom");
});

test("two badges settle on one order, whoever writes last, and a title's own brackets stay", () => {
  const both = titled(titled("(A) sale", "Outbid", 1), "New", 3);
  expect(both).toBe("(3) New · (1) Outbid · (A) sale");
  expect(titled(both, "Outbid", 1)).toBe(both);
  expect(titled(both, "New", 3)).toBe(both);
  expect(titled(both, "New", 0)).toBe("(1) Outbid · (A) sale");
});

// Quick replies are found by what one types after the slash.
import { expect, test } from "vitest";
import { reply } from "../specimens";
import { searchReplies, slashOf } from "./slash-search";

const replies = [
  reply({ id: 1, code: "shipping-eu", content: "We ship within Europe." }),
  reply({ id: 2, code: "ship", content: "Shipping takes a week." }),
  reply({ id: 3, code: "", content: "About shipping to islands, ask the carrier." }),
  reply({ id: 4, code: "refund", content: "Money comes back in five days.", is_team: true }),
];
const ids = (q: string) => searchReplies(replies, q).map(({ id }) => id);

test("only a text that begins with one slash is a search", () => {
  expect(slashOf("/ship")).toBe("ship");
  expect(slashOf("/")).toBe("");
  expect(slashOf("/ Back in five")).toBe("back in five");
  expect(slashOf("and/or")).toBeNull();
  expect(slashOf("//comment")).toBeNull();
  expect(slashOf("/first\nsecond")).toBeNull();
});

test("the exact code comes first, then codes that begin so, then words", () => {
  expect(ids("ship")).toEqual([2, 1, 3]);
  expect(ids("five days")).toEqual([4]);
  expect(ids("nothing like it")).toEqual([]);
});

test("a bare slash shows all in their own order", () => {
  expect(ids("")).toEqual([1, 2, 3, 4]);
});

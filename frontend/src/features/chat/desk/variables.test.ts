// Variables of a quick reply become what is known here; the rest stays visible.
import { expect, test } from "vitest";
import { conversation, person } from "../specimens";
import { fill, unfilled, valuesOf } from "./variables";

const talk = conversation({ participant1: person("1", "Anna"), context: { about: "lot", id: 7, seq: 3 } });
const seen = { about: "lot", id: 7, title: "Last Sail", link: "/lots/7", seq: 3, figures: [] };

test("name, lot and agent are filled in", () => {
  expect(fill("Dear {name}, {lot} is dry. {agent}", valuesOf(talk, seen, "Olga"))).toBe("Dear Anna, lot 7 “Last Sail” is dry. Olga");
});

test("an order is named by its number", () => {
  const about = conversation({ participant1: person("1", "Anna"), context: { about: "order", id: 3_000_001, seq: 2 } });
  expect(fill("{order} is on its way", valuesOf(about, null, "Olga"))).toBe("order 3000001 is on its way");
});

test("what is not known, and braces that mean nothing, stay as they are", () => {
  const text = fill("{order} and {constructor} and {other}", valuesOf(talk, seen, "Olga"));
  expect(text).toBe("{order} and {constructor} and {other}");
  expect(unfilled(text)).toEqual(["{order}"]);
});

test("a name that looks like a variable is not filled again", () => {
  expect(fill("{name}", { name: "{lot}", lot: "lot 7" })).toBe("{lot}");
});

// A catalogue page has an address that can be sent to a friend.
import { expect, test } from "vitest";
import { addressOf, backendQuery, readQuery } from "./catalogue-query";

test("the front page is the open lots, closing soonest first", () => {
  const query = readQuery({});
  expect(query).toEqual({ q: "", shelf: "open", sort: "ending", page: 1 });
  expect(addressOf(query)).toBe("/");
  expect(backendQuery(query)).toBe("?limit=24&offset=0&sort=ending&status=open");
});

test("an address survives the round trip", () => {
  const query = readQuery({ q: "harbour", show: "ended", sort: "-price", page: "3" });
  expect(readQuery(Object.fromEntries(new URLSearchParams(addressOf(query, { page: 3 }).slice(2))))).toEqual(query);
});

test("a search looks everywhere unless told otherwise", () => {
  expect(readQuery({ q: "harbour" }).shelf).toBe("all");
});

test("nonsense falls back to the front page", () => {
  expect(readQuery({ show: "x", sort: "y", page: "-1" })).toEqual(readQuery({}));
});

// The address of the programme says what is shown, and nothing foreign gets through it.
import { expect, test } from "vitest";
import { addressOf, backendQuery, readQuery } from "./programme-query";

test("name and day are read, page one is not spelt out", () => {
  const query = readQuery({ q: " winter ", date: "2030-02-01" });
  expect(query).toEqual({ q: "winter", date: "2030-02-01", page: 1 });
  expect(addressOf(query)).toBe("/events?q=winter&date=2030-02-01");
  expect(addressOf(query, { page: 3 })).toContain("page=3");
});

test("what is no day is no day", () => {
  expect(readQuery({ date: "tomorrow" }).date).toBe("");
  expect(readQuery({ date: "2030-13-45" }).date).toBe("");
  expect(readQuery({ page: "-4" })).toEqual({ q: "", date: "", page: 1 });
});

test("the backend gets a window of the list", () => {
  expect(backendQuery({ q: "a&b", date: "", page: 2 })).toBe("?limit=24&offset=24&q=a%26b");
});

// A lot being written survives a reload, and what is wrong is said before it is sent.
import { expect, test } from "vitest";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { emptyDraft, errorsIn, lotOf, readDraft, writeDraft } from "./draft";

const now = Date.parse("2030-01-01T12:00:00Z");

test("a draft comes back after a reload with its id", () => {
  const disk = fakeDisk();
  expect(readDraft(disk, 1)).toBeNull();
  writeDraft(disk, 1, { ...emptyDraft("id-1"), title: "Harbour" });
  expect(readDraft(disk, 1)).toMatchObject({ title: "Harbour", commandId: "id-1" });
  writeDraft(disk, 1, null);
  expect(readDraft(disk, 1)).toBeNull();
});

test("whoever signs in next at the same screen is not shown it, and it waits for its writer", () => {
  const disk = fakeDisk();
  writeDraft(disk, 1, { ...emptyDraft("id-1"), title: "Harbour" });
  expect(readDraft(disk, 2)).toBeNull();
  writeDraft(disk, 2, { ...emptyDraft("id-2"), title: "Mill" });
  writeDraft(disk, 2, null);
  expect(readDraft(disk, 1)).toMatchObject({ title: "Harbour" });
});

test("title, price and an end in the past are asked about", () => {
  expect(Object.keys(errorsIn({ ...emptyDraft("x"), end_time: "2029-01-01T10:00" }, now)).sort()).toEqual(["end_time", "start_price", "title"]);
  expect(errorsIn({ ...emptyDraft("x"), title: "A", start_price: "12,50" }, now)).toEqual({});
});

test("a price that can be read in two ways is not guessed", () => {
  const asked = (start_price: string) => errorsIn({ ...emptyDraft("x"), title: "A", start_price }, now).start_price;
  expect(asked("12,345")).toBe("“12,345” can be read in two ways. Write 12345, or two figures for cents.");
  expect(asked("1.234")).toContain("Write 1234,");
  expect(asked("12,345.00")).toBeUndefined();
  expect(asked("12345")).toBeUndefined();
});

test("empty fields are left to the house", () => {
  expect(lotOf({ ...emptyDraft("x"), title: " A ", start_price: "12,50" })).toEqual({
    title: "A", start_price: 12.5, increments: "ebay-us", soft_close_seconds: 120,
  });
});

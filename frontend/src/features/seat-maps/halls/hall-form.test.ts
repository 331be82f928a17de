// The form of a hall is read as people type it.
import { expect, test } from "vitest";
import { firstHall, readForm } from "./hall-form";

test("aisles may be written with commas or blanks, in any order", () => {
  expect(readForm({ ...firstHall, aisles: "16; 8 8,24" })).toMatchObject({ kind: "form", form: { aisles_after: [8, 16, 24], rows: 10, seats: 16 } });
  expect(readForm({ ...firstHall, aisles: "" })).toMatchObject({ form: { aisles_after: [] } });
});

test("zones must be all the rows", () => {
  const zones = [{ name: "Stalls", rows: "6" }, { name: "Gallery", rows: "3" }];
  expect(readForm({ ...firstHall, zones })).toEqual({ kind: "wrong", field: "zones", reason: "The zones have 9 rows together, the hall has 10." });
  expect(readForm({ ...firstHall, zones: [zones[0]!, { name: "Gallery", rows: "4" }] })).toMatchObject({ kind: "form" });
});

test("what is no number is said beside its field", () => {
  expect(readForm({ ...firstHall, rows: "ten" })).toMatchObject({ kind: "wrong", field: "rows" });
  expect(readForm({ ...firstHall, name: " " })).toMatchObject({ kind: "wrong", field: "name" });
});

// A hall changed by hand stays a hall that goes out and comes back the same.
import { expect, test } from "vitest";
import { givenHall } from "@/lib/seating/hall-given";
import { hallFile, readHall } from "./hall-file";
import { addZone, placesOf, pressSeat, removeZone, renameZone } from "./hall-tools";

const hall = { ...givenHall(3, 4), standing: [{ id: "pit", name: "Pit", zone: "pit", capacity: 40, x: -2, y: -4, width: 4, height: 3 }] };
const seats = (one: typeof hall) => one.sections[0]!.rows.flatMap((row) => row.seats);
const kinds = (one: unknown) => seats(one as typeof hall).map((seat) => (seat as { kind?: string }).kind ?? "standard");
const aisles = (one: unknown) => seats(one as typeof hall).filter((seat) => (seat as { aisle_after?: boolean }).aisle_after).map((seat) => seat.id);

test("a press makes a seat a wheelchair place, and the next an ordinary one again", () => {
  const once = pressSeat(hall, { kind: "accessible" }, "seat", "B1");
  expect(kinds(once)[4]).toBe("accessible");
  expect(kinds(pressSeat(once, { kind: "companion" }, "seat", "B1"))[4]).toBe("companion");
  expect(kinds(pressSeat(once, { kind: "accessible" }, "seat", "B1"))[4]).toBe("standard");
  expect(once.sections[0]!.rows[0]).toBe(hall.sections[0]!.rows[0]);
});

test("a whole row at once: all of it first, then none", () => {
  const some = pressSeat(hall, { kind: "accessible" }, "seat", "B2");
  const all = pressSeat(some, { kind: "accessible" }, "row", "B3");
  expect(kinds(all).slice(4, 8)).toEqual(Array(4).fill("accessible"));
  expect(kinds(all)[0]).toBe("standard");
  expect(new Set(kinds(pressSeat(all, { kind: "accessible" }, "row", "B3")))).toEqual(new Set(["standard"]));
});

test("an aisle runs behind one seat or through all rows, and never behind the last seat", () => {
  const one = pressSeat(hall, { kind: "aisle" }, "seat", "A2");
  expect(aisles(one)).toEqual(["A2"]);
  const through = pressSeat(one, { kind: "aisle" }, "row", "B2");
  expect(aisles(through)).toEqual(["A2", "B2", "C2"]);
  expect(aisles(pressSeat(through, { kind: "aisle" }, "row", "A2"))).toEqual([]);
  expect(aisles(pressSeat(hall, { kind: "aisle" }, "seat", "A4"))).toEqual([]);
});

test("seats move into a zone of their own, and only an empty zone goes", () => {
  const { hall: more, id } = addZone(hall);
  const named = renameZone(more, id, "House");
  const moved = pressSeat(named, { kind: "zone", zone: id }, "row", "A1");
  expect(Object.fromEntries(placesOf(moved))).toEqual({ [id]: 4, stalls: 8, pit: 40 });
  expect(removeZone(moved, id)).toBe(moved);
  expect(removeZone(moved, "pit")).toBe(moved);
  expect(removeZone(named, id).zones).toEqual(hall.zones);
  expect(addZone(named).id).not.toBe(id);
});

test("what was changed by hand goes out and comes back the same", () => {
  const { hall: more, id } = addZone(pressSeat(pressSeat(hall, { kind: "accessible" }, "seat", "C1"), { kind: "aisle" }, "row", "A2"));
  const made = pressSeat(pressSeat(more, { kind: "zone", zone: id }, "row", "C1"), { kind: "companion" }, "seat", "C2");
  const reading = readHall(hallFile(made).text);
  expect(reading.kind === "hall" && reading.hall.sections[0]!.rows[2]!.seats.slice(0, 2)).toMatchObject([
    { id: "C1", kind: "accessible", zone: id, aisle_after: false },
    { id: "C2", kind: "companion", zone: id, aisle_after: true },
  ]);
  expect(reading.kind === "hall" && readHall(hallFile(reading.hall).text)).toEqual(reading);
});

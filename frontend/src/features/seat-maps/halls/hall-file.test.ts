// A hall goes out as a file and comes back the same; a file that is no hall is refused with the place of its fault.
import { expect, test } from "vitest";
import { givenHall } from "@/lib/seating/hall-given";
import { countWords, countsOf, hallFile, readHall } from "./hall-file";

const hall = { ...givenHall(2, 3), name: "Chamber Hall / Süd", standing: [{ id: "pit", name: "Pit", zone: "pit", capacity: 40, x: -2, y: -4, width: 4, height: 3 }] };

test("out and in again is the same hall", () => {
  const file = hallFile(hall);
  expect(file.name).toBe("chamber-hall-s-d.json");
  const reading = readHall(file.text);
  expect(reading.kind === "hall" && countsOf(reading.hall)).toEqual({ seats: 6, rows: 2, standing: 40 });
  const again = reading.kind === "hall" ? readHall(hallFile(reading.hall).text) : reading;
  expect(again).toEqual(reading);
});

test.each([
  ["{", "no JSON"],
  ["[]", "The file must be an object"],
  ['{"name": "H", "sections": [{"id": "m", "name": "Main", "rows": [{"name": "A", "seats": [{"id": "A1", "number": "1", "x": "left", "y": 1, "zone": "z"}]}]}]}', "sections[0].rows[0].seats[0].x must be a number"],
  ['{"name": "H", "zones": 3}', "zones must be a list"],
  ['{"sections": []}', "The hall.name must be a text"],
])("%s is refused with its place", (file, reason) => {
  const reading = readHall(file);
  expect(reading.kind === "wrong" && reading.reason).toContain(reason);
});

test("what a hall holds is said in words", () => {
  expect(countWords(hall)).toBe("6 seats in 2 rows and 40 standing");
});

// Halls as files: read far enough to be drawn, the rest is checked by the house; and written to be kept.
import type { Hall, HallRow, HallSeat, HallSection, HallStanding, HallZone } from "@/lib/api/tickets";

export type HallReading = { kind: "hall"; hall: Hall } | { kind: "wrong"; reason: string };

type Raw = Record<string, unknown>;

class WrongHall extends Error {}

function object(value: unknown, where: string): Raw {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new WrongHall(`${where} must be an object.`);
  return value as Raw;
}

function list(raw: Raw, key: string, where: string): Raw[] {
  const value = raw[key] ?? [];
  if (!Array.isArray(value)) throw new WrongHall(`${where}${key} must be a list.`);
  return value.map((one, place) => object(one, `${where}${key}[${place}]`));
}

function text(raw: Raw, key: string, where: string): string {
  const value = raw[key];
  if (typeof value !== "string" || !value.trim()) throw new WrongHall(`${where}.${key} must be a text.`);
  return value;
}

function number(raw: Raw, key: string, where: string): number {
  const value = raw[key];
  if (typeof value !== "number" || !Number.isFinite(value)) throw new WrongHall(`${where}.${key} must be a number.`);
  return value;
}

function seatIn(raw: Raw, where: string): HallSeat {
  const kind = raw.kind ?? "standard";
  if (kind !== "standard" && kind !== "accessible" && kind !== "companion") throw new WrongHall(`${where}.kind must be standard, accessible or companion.`);
  return {
    id: text(raw, "id", where), number: text(raw, "number", where), x: number(raw, "x", where), y: number(raw, "y", where),
    zone: text(raw, "zone", where), kind, aisle_after: raw.aisle_after === true,
  };
}

const rowIn = (raw: Raw, where: string): HallRow => ({ name: text(raw, "name", where), seats: list(raw, "seats", `${where}.`).map((seat, n) => seatIn(seat, `${where}.seats[${n}]`)) });
const sectionIn = (raw: Raw, where: string): HallSection => ({ id: text(raw, "id", where), name: text(raw, "name", where), rows: list(raw, "rows", `${where}.`).map((row, n) => rowIn(row, `${where}.rows[${n}]`)) });
const zoneIn = (raw: Raw, where: string): HallZone => ({ id: text(raw, "id", where), name: text(raw, "name", where) });
const standingIn = (raw: Raw, where: string): HallStanding => ({
  id: text(raw, "id", where), name: text(raw, "name", where), zone: text(raw, "zone", where), capacity: number(raw, "capacity", where),
  x: number(raw, "x", where), y: number(raw, "y", where), width: number(raw, "width", where), height: number(raw, "height", where),
});

/** Reads a hall from the text of a file; what is wrong is said with its place. */
export function readHall(textOfFile: string): HallReading {
  try {
    const raw = object(JSON.parse(textOfFile), "The file");
    const focal = object(raw.focal ?? { x: 0, y: 0 }, "focal");
    const hall: Hall = {
      name: text(raw, "name", "The hall"),
      focal: { x: number(focal, "x", "focal"), y: number(focal, "y", "focal") },
      zones: list(raw, "zones", "").map((zone, n) => zoneIn(zone, `zones[${n}]`)),
      sections: list(raw, "sections", "").map((section, n) => sectionIn(section, `sections[${n}]`)),
      standing: list(raw, "standing", "").map((area, n) => standingIn(area, `standing[${n}]`)),
    };
    return { kind: "hall", hall };
  } catch (error) {
    if (error instanceof WrongHall) return { kind: "wrong", reason: error.message };
    return { kind: "wrong", reason: "This is no JSON file." };
  }
}

/** The file of a hall, as it can be read again here or elsewhere. */
export function hallFile(hall: Hall): { name: string; text: string } {
  const name = hall.name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "hall";
  return { name: `${name}.json`, text: `${JSON.stringify(hall, null, 2)}\n` };
}

export function countsOf(hall: Hall): { seats: number; rows: number; standing: number } {
  const rows = hall.sections.flatMap((section) => section.rows);
  return { seats: rows.reduce((sum, row) => sum + row.seats.length, 0), rows: rows.length, standing: hall.standing.reduce((sum, area) => sum + area.capacity, 0) };
}

/** "160 seats in 10 rows and 300 standing" */
export function countWords(hall: Hall): string {
  const { seats, rows, standing } = countsOf(hall);
  const parts = [seats ? `${seats} seats in ${rows} ${rows === 1 ? "row" : "rows"}` : null, standing ? `${standing} standing` : null];
  return parts.filter(Boolean).join(" and ") || "no places";
}

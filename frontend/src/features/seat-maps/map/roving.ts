// Walking through a hall by keyboard: along the row, to the row in front or behind, to the next section.
import type { IndexedRow, SeatIndex } from "@/lib/seating/seat-index";

export type Step = "left" | "right" | "up" | "down" | "row_start" | "row_end" | "next_section" | "last_section";

const steps: Record<string, Step> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "row_start",
  End: "row_end",
  PageDown: "next_section",
  PageUp: "last_section",
};

export function stepOf(key: string): Step | null {
  return steps[key] ?? null;
}

function nearestIn(index: SeatIndex, row: IndexedRow, x: number): number {
  let best = row.first;
  for (let place = row.first; place < row.end; place += 1) {
    if (Math.abs(index.seats[place]!.x - x) < Math.abs(index.seats[best]!.x - x)) best = place;
  }
  return best;
}

/** How far a row lies from x: nothing when x is above or below one of its seats. */
function aside(row: IndexedRow, x: number): number {
  return Math.max(0, row.minX - x, x - row.maxX);
}

function toRow(index: SeatIndex, from: number, direction: 1 | -1): number {
  const seat = index.seats[from]!;
  const here = index.rows[seat.rowPlace]!;
  let best: IndexedRow | null = null;
  let bestCost = Infinity;
  for (const row of index.rows) {
    const ahead = (row.y - here.y) * direction;
    if (row === here || ahead < 0.05) continue;
    // A row straight ahead goes before a nearer one off to the side.
    const cost = ahead + 2 * aside(row, seat.x);
    if (cost < bestCost) {
      bestCost = cost;
      best = row;
    }
  }
  return best ? nearestIn(index, best, seat.x) : from;
}

/** Along the row as the eye goes, and over its end into a section beside it. */
function toSide(index: SeatIndex, from: number, direction: 1 | -1): number {
  const seat = index.seats[from]!;
  const row = index.rows[seat.rowPlace]!;
  const within = (place: number) => (place >= row.first && place < row.end ? place : null);
  const isLeftToRight = index.seats[row.end - 1]!.x >= index.seats[row.first]!.x;
  const next = within(from + (isLeftToRight ? direction : -direction));
  if (next !== null) return next;
  let best = from;
  let bestGap = Infinity;
  for (const other of index.seats) {
    const gap = (other.x - seat.x) * direction;
    if (other.rowPlace === seat.rowPlace || gap <= 0 || gap >= bestGap || Math.abs(other.y - seat.y) > 0.75) continue;
    bestGap = gap;
    best = other.place;
  }
  return best;
}

function toSection(index: SeatIndex, from: number, direction: 1 | -1): number {
  const rowPlace = index.seats[from]!.rowPlace;
  const sections = [...new Map(index.rows.map((row) => [row.section, row.first])).keys()];
  const place = sections.indexOf(index.rows[rowPlace]!.section) + direction;
  const name = sections[place];
  return name === undefined ? from : index.rows.find((row) => row.section === name)!.first;
}

/** The place one arrives at; the same place when there is nothing that way. */
export function walk(index: SeatIndex, from: number, step: Step): number {
  const seat = index.seats[from];
  if (!seat) return index.seats.length ? 0 : -1;
  const row = index.rows[seat.rowPlace]!;
  switch (step) {
    case "left":
      return toSide(index, from, -1);
    case "right":
      return toSide(index, from, 1);
    case "up":
      return toRow(index, from, -1);
    case "down":
      return toRow(index, from, 1);
    case "row_start":
      return row.first;
    case "row_end":
      return row.end - 1;
    case "next_section":
      return toSection(index, from, 1);
    case "last_section":
      return toSection(index, from, -1);
  }
}

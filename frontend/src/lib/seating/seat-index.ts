// A hall laid out for quick questions: its seats in canonical order (sections, rows, seats), its rows, its bounds.
import type { Hall, SeatKind } from "@/lib/api/tickets";

export interface IndexedSeat {
  /** Its place in the hall's order, as in packed states and frames. */
  place: number;
  id: string;
  section: string;
  row: string;
  number: string;
  x: number;
  y: number;
  zone: string;
  kind: SeatKind;
  rowPlace: number;
  hasAisleAfter: boolean;
}

export interface IndexedRow {
  section: string;
  name: string;
  /** Places of its seats: first up to, not including, end. */
  first: number;
  end: number;
  minX: number;
  maxX: number;
  y: number;
}

export interface Bounds {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

export interface SeatIndex {
  hall: Hall;
  seats: readonly IndexedSeat[];
  rows: readonly IndexedRow[];
  byId: ReadonlyMap<string, IndexedSeat>;
  bounds: Bounds;
}

function boundsOf(hall: Hall, seats: readonly IndexedSeat[]): Bounds {
  const bounds = { minX: hall.focal.x - 2, minY: hall.focal.y - 1.5, maxX: hall.focal.x + 2, maxY: hall.focal.y + 0.5 };
  const cover = (minX: number, minY: number, maxX: number, maxY: number) => {
    bounds.minX = Math.min(bounds.minX, minX);
    bounds.minY = Math.min(bounds.minY, minY);
    bounds.maxX = Math.max(bounds.maxX, maxX);
    bounds.maxY = Math.max(bounds.maxY, maxY);
  };
  // Beside the outer seats stand the names of their rows.
  for (const seat of seats) cover(seat.x - 1.6, seat.y - 0.5, seat.x + 1.6, seat.y + 0.5);
  for (const area of hall.standing) cover(area.x, area.y, area.x + area.width, area.y + area.height);
  return bounds;
}

export function indexHall(hall: Hall): SeatIndex {
  const seats: IndexedSeat[] = [];
  const rows: IndexedRow[] = [];
  for (const section of hall.sections) {
    for (const row of section.rows) {
      if (row.seats.length === 0) continue;
      const first = seats.length;
      for (const seat of row.seats) {
        seats.push({
          place: seats.length,
          id: seat.id,
          section: section.name,
          row: row.name,
          number: seat.number,
          x: seat.x,
          y: seat.y,
          zone: seat.zone,
          kind: seat.kind ?? "standard",
          rowPlace: rows.length,
          hasAisleAfter: seat.aisle_after ?? false,
        });
      }
      const xs = row.seats.map((seat) => seat.x);
      const y = row.seats.reduce((sum, seat) => sum + seat.y, 0) / row.seats.length;
      rows.push({ section: section.name, name: row.name, first, end: seats.length, minX: Math.min(...xs), maxX: Math.max(...xs), y });
    }
  }
  return { hall, seats, rows, byId: new Map(seats.map((seat) => [seat.id, seat])), bounds: boundsOf(hall, seats) };
}

/** "Main floor, row A, seat 3" */
export function placeWords(seat: { section: string; row: string; number: string }): string {
  return `${seat.section}, row ${seat.row}, seat ${seat.number}`;
}

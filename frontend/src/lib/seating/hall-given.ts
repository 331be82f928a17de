// Halls for tests: so many rows of so many seats in front of the stage.
import type { Hall } from "@/lib/api/tickets";

const rowName = (place: number) => String.fromCharCode(65 + (place % 26)) + (place >= 26 ? String(Math.floor(place / 26)) : "");

/** Rows A, B, … with seats A1, A2, …; seat widths apart, the stage before the middle. */
export function givenHall(rows: number, seatsPerRow: number): Hall {
  return {
    name: "Test hall",
    focal: { x: 0, y: 0 },
    zones: [{ id: "stalls", name: "Stalls" }],
    sections: [
      {
        id: "main",
        name: "Main floor",
        rows: Array.from({ length: rows }, (_, r) => ({
          name: rowName(r),
          seats: Array.from({ length: seatsPerRow }, (_, s) => ({
            id: `${rowName(r)}${s + 1}`,
            number: String(s + 1),
            x: s - (seatsPerRow - 1) / 2,
            y: 2 + r,
            zone: "stalls",
          })),
        })),
      },
    ],
    standing: [],
  };
}

// Finds the seat under a finger in constant time: seats in cells one seat width wide.
import type { Point } from "./geometry";

interface Placed {
  place: number;
  x: number;
  y: number;
}

export class SeatGrid {
  private readonly cells = new Map<string, Placed[]>();

  constructor(seats: readonly Placed[]) {
    for (const seat of seats) {
      const key = this.key(Math.floor(seat.x), Math.floor(seat.y));
      const cell = this.cells.get(key);
      if (cell) cell.push(seat);
      else this.cells.set(key, [seat]);
    }
  }

  /** The place of the nearest seat within `reach` seat widths; null when there is none. */
  nearest(at: Point, reach: number): number | null {
    let best: number | null = null;
    let bestSquare = reach * reach;
    for (let cx = Math.floor(at.x - reach); cx <= Math.floor(at.x + reach); cx += 1) {
      for (let cy = Math.floor(at.y - reach); cy <= Math.floor(at.y + reach); cy += 1) {
        for (const seat of this.cells.get(this.key(cx, cy)) ?? []) {
          const square = (seat.x - at.x) ** 2 + (seat.y - at.y) ** 2;
          if (square > bestSquare) continue;
          bestSquare = square;
          best = seat.place;
        }
      }
    }
    return best;
  }

  private key(cx: number, cy: number): string {
    return `${cx}|${cy}`;
  }
}

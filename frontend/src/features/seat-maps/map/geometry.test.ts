// The window on the hall: what is under the finger stays under it, and the hall never gets lost.
import { describe, expect, test } from "vitest";
import { givenHall } from "@/lib/seating/hall-given";
import { indexHall } from "@/lib/seating/seat-index";
import { bringIntoSight, fit, keepInside, pan, scaleMax, toHall, toWindow, zoomAt } from "./geometry";
import { SeatGrid } from "./seat-grid";

const { bounds, seats, byId } = indexHall(givenHall(40, 50));
const phone = { width: 360, height: 420 };

describe("the window", () => {
  test("fits two thousand seats on a phone with all corners in sight", () => {
    const view = fit(bounds, phone);
    for (const corner of [{ x: bounds.minX, y: bounds.minY }, { x: bounds.maxX, y: bounds.maxY }]) {
      const at = toWindow(view, corner);
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.x).toBeLessThanOrEqual(phone.width);
      expect(at.y).toBeLessThanOrEqual(phone.height);
    }
  });

  test("zooming keeps the point under the finger where it is", () => {
    const finger = { x: 200, y: 210 };
    const before = fit(bounds, phone);
    const after = zoomAt(before, 3, finger, bounds, phone);
    expect(toHall(after, finger).x).toBeCloseTo(toHall(before, finger).x, 6);
    expect(toHall(after, finger).y).toBeCloseTo(toHall(before, finger).y, 6);
  });

  test("never nearer than the limit, never farther than the whole", () => {
    const whole = fit(bounds, phone);
    const near = zoomAt(whole, 1_000, { x: 10, y: 10 }, bounds, phone);
    expect(near.scale).toBe(scaleMax);
    expect(zoomAt(near, 0.0001, { x: 300, y: 20 }, bounds, phone).scale).toBeCloseTo(whole.scale, 9);
  });

  test("dragging stops at the walls", () => {
    const near = zoomAt(fit(bounds, phone), 6, { x: 180, y: 210 }, bounds, phone);
    const far = pan(near, 100_000, 100_000, bounds, phone);
    expect(toWindow(far, { x: bounds.minX, y: bounds.minY }).x).toBeLessThan(40);
    expect(keepInside(far, bounds, phone)).toEqual(far);
  });

  test("a seat out of sight is brought in, one in sight moves nothing", () => {
    const near = zoomAt(fit(bounds, phone), 8, { x: 0, y: 0 }, bounds, phone);
    const corner = seats.at(-1)!;
    const at = toWindow(bringIntoSight(near, corner, bounds, phone), corner);
    expect(at.x).toBeLessThan(phone.width);
    expect(at.y).toBeLessThan(phone.height);
    const there = bringIntoSight(near, corner, bounds, phone);
    expect(bringIntoSight(there, corner, bounds, phone)).toEqual(there);
  });
});

describe("hit testing", () => {
  const grid = new SeatGrid(seats);
  test("finds the very seat, from anywhere on it", () => {
    for (const seat of seats) {
      expect(grid.nearest({ x: seat.x + 0.3, y: seat.y - 0.3 }, 0.6)).toBe(seat.place);
    }
  });
  test("a gap is nobody's seat, a thumb reaches the nearest", () => {
    const aside = { x: byId.get("A1")!.x - 1.4, y: byId.get("A1")!.y };
    expect(grid.nearest(aside, 0.6)).toBeNull();
    expect(grid.nearest(aside, 1.6)).toBe(byId.get("A1")!.place);
  });
});

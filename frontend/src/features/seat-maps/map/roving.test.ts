// Walking through the hall by keyboard reaches every seat and never leaves it.
import { describe, expect, test } from "vitest";
import type { Hall } from "@/lib/api/tickets";
import { givenHall } from "@/lib/seating/hall-given";
import { indexHall } from "@/lib/seating/seat-index";
import { type Step, stepOf, walk } from "./roving";

const index = indexHall(givenHall(3, 5));
const from = (id: string, ...steps: Step[]) => {
  const place = steps.reduce((now, step) => walk(index, now, step), index.byId.get(id)!.place);
  return index.seats[place]!.id;
};

describe("in one block", () => {
  test("arrows go along the row and stop at its ends", () => {
    expect(from("A1", "right", "right")).toBe("A3");
    expect(from("A1", "left")).toBe("A1");
    expect(from("A5", "right")).toBe("A5");
  });
  test("up is towards the stage, down away from it", () => {
    expect(from("B4", "up")).toBe("A4");
    expect(from("B4", "down")).toBe("C4");
    expect(from("A2", "up")).toBe("A2");
  });
  test("Home and End go to the ends of the row", () => {
    expect(from("B4", "row_start")).toBe("B1");
    expect(from("B2", "row_end")).toBe("B5");
  });
});

describe("between sections", () => {
  const row = (prefix: string, y: number, xs: number[]) => ({ name: prefix, seats: xs.map((x, n) => ({ id: `${prefix}${n + 1}`, number: String(n + 1), x, y, zone: "z" })) });
  const hall: Hall = {
    ...givenHall(0, 0),
    sections: [
      { id: "l", name: "Left", rows: [row("L", 1, [0, 1, 2]), row("M", 2, [0, 1, 2])] },
      { id: "r", name: "Right", rows: [row("R", 1, [5, 6, 7])] },
      { id: "b", name: "Balcony", rows: [row("Q", 6, [3, 4, 5])] },
    ],
  };
  const house = indexHall(hall);
  const go = (id: string, ...steps: Step[]) => house.seats[steps.reduce((now, step) => walk(house, now, step), house.byId.get(id)!.place)]!.id;

  test("over the end of a row into the section beside it, and back", () => {
    expect(go("L3", "right")).toBe("R1");
    expect(go("R1", "left")).toBe("L3");
  });
  test("behind the last row comes what lies behind it", () => {
    expect(go("R1", "down")).toBe("Q3");
    expect(go("Q1", "up")).toBe("M3");
  });
  test("a page is a section", () => {
    expect(go("L2", "next_section", "next_section")).toBe("Q1");
    expect(go("Q2", "last_section")).toBe("R1");
    expect(go("L2", "last_section")).toBe("L2");
  });
  test("every seat can be reached from the first", () => {
    const seen = new Set([0]);
    const queue = [0];
    for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
      for (const step of ["left", "right", "up", "down", "next_section"] as const) {
        const next = walk(house, place, step);
        if (!seen.has(next)) queue.push(next);
        seen.add(next);
      }
    }
    expect(seen.size).toBe(house.seats.length);
  });
});

test("keys that are no steps are left to the page", () => {
  expect(stepOf("Tab")).toBeNull();
  expect(stepOf("ArrowUp")).toBe("up");
});

// What the button would ask for: by number, by seat, or both together.
import { describe, expect, test } from "vitest";
import { givenHall } from "@/lib/seating/hall-given";
import { indexHall } from "@/lib/seating/seat-index";
import { type Pick, pickWords, planPick } from "./pick-plan";

const index = indexHall(givenHall(2, 6));
const seat = (id: string) => index.byId.get(id)!;
const plain = { total_qty: 100, quota: null, refund: null, lane: "regular" as const };
const stalls = { ...plain, id: 1, seat_type: "Stalls", price: 45.1, available_qty: 12, section: "stalls" };
const standing = { ...plain, id: 2, seat_type: "Standing", price: 20.2, available_qty: 3, section: null };
const free = { ...plain, id: 3, seat_type: "Children", price: 0, available_qty: 9, section: null };

const adult = { ...stalls, id: 4, seat_type: "Adult", price: 40 };
const child = { ...stalls, id: 5, seat_type: "Child", price: 15 };

const pick = (over: Partial<Pick>): Pick => ({
  typeOf: () => 1,
  isTaken: () => false,
  types: [stalls, standing, free],
  left: { 1: 12, 2: 3, 3: 9 },
  counts: {},
  seats: [],
  typeOfZone: new Map([["stalls", 1]]),
  limitPerPerson: null,
  orderMax: null,
  ...over,
});

describe("the button", () => {
  test("asks for nothing while nothing is chosen", () => {
    expect(planPick(pick({ counts: { 2: 0 } }))).toEqual({ kind: "empty" });
  });

  test("grabs one type by number", () => {
    expect(planPick(pick({ counts: { 2: 3 } }))).toMatchObject({ kind: "ready", asked: { kind: "grab", typeId: 2, quantity: 3 }, total: 60.6, quantity: 3 });
  });

  test("holds seats together with standing places, all or nothing", () => {
    const plan = planPick(pick({ counts: { 2: 1 }, seats: [seat("A1"), seat("A2")] }));
    expect(plan).toMatchObject({ kind: "ready", total: 110.4, quantity: 3, asked: { kind: "hold", lines: [{ typeId: 2, quantity: 1 }], seats: ["A1", "A2"] } });
    expect(plan.kind === "ready" && pickWords(plan.lines)).toBe("2 × Stalls (A1, A2) and 1 × Standing");
  });

  test("seats alone send no lines", () => {
    expect(planPick(pick({ seats: [seat("B6")] }))).toMatchObject({ asked: { kind: "hold", lines: [], seats: ["B6"] } });
  });

  test("free tickets cost nothing and can still be grabbed", () => {
    expect(planPick(pick({ counts: { 3: 2 } }))).toMatchObject({ kind: "ready", total: 0 });
  });

  test("says when there may be too few, and lets the house decide", () => {
    expect(planPick(pick({ counts: { 2: 3 } }))).toMatchObject({ kind: "ready", doubt: null });
    expect(planPick(pick({ counts: { 2: 4 } }))).toMatchObject({ kind: "ready", doubt: "Only 3 left of Standing at this moment." });
    expect(planPick(pick({ seats: [seat("A1"), seat("A2")], isTaken: ({ id }) => id === "A2" }))).toMatchObject({ kind: "ready", doubt: "A2 is taken at this moment." });
    expect(planPick(pick({ seats: [seat("A1"), seat("A2")], isTaken: () => true }))).toMatchObject({ doubt: "A1, A2 are taken at this moment." });
    expect(planPick(pick({ counts: { 2: 1 }, left: { 1: 12, 2: 0, 3: 9 } }))).toMatchObject({ kind: "ready", doubt: "Standing is sold out at this moment." });
  });

  test("names every line, and seats in their order, where a seat is not of its zone's first type", () => {
    const wanted: Record<string, number> = { A1: 5, A2: 4, A3: 5 };
    const family = pick({
      types: [adult, child, standing], left: { 4: 9, 5: 9, 2: 9 }, counts: { 2: 1 }, seats: ["A1", "A2", "A3"].map(seat),
      typeOf: (one) => wanted[one.id], typeOfZone: new Map([["stalls", 4]]),
    });
    expect(planPick(family)).toMatchObject({
      kind: "ready", total: 90.2, quantity: 4,
      asked: { kind: "hold", quantity: 4, lines: [{ typeId: 4, quantity: 1 }, { typeId: 5, quantity: 2 }, { typeId: 2, quantity: 1 }], seats: ["A2", "A1", "A3"] },
    });
    const grown = { ...family, typeOf: () => 4, counts: {} };
    expect(planPick(grown)).toMatchObject({ total: 120, asked: { lines: [], seats: ["A1", "A2", "A3"] } });
  });
  test("counts what is left by the type each seat is wanted as", () => {
    const seats = ["A1", "A2"].map(seat);
    const mixed = pick({ types: [adult, child], left: { 4: 1, 5: 1 }, seats, typeOf: (one) => (one.id === "A1" ? 4 : 5), typeOfZone: new Map([["stalls", 4]]) });
    expect(planPick(mixed)).toMatchObject({ kind: "ready", doubt: null });
    expect(planPick({ ...mixed, typeOf: () => 5 })).toMatchObject({ doubt: "Only 1 left of Child at this moment." });
  });
  test("knows the limit per person over all types", () => {
    expect(planPick(pick({ counts: { 2: 1 }, seats: [seat("A1"), seat("A2")], limitPerPerson: 2 }))).toMatchObject({ kind: "blocked", reason: "At most 2 tickets a person." });
    expect(planPick(pick({ counts: { 3: 2 }, limitPerPerson: 1 }))).toMatchObject({ reason: "One ticket a person." });
  });

  test("an order takes four seats unless the organiser says otherwise", () => {
    const five = ["A1", "A2", "A3", "A4", "A5"].map(seat);
    expect(planPick(pick({ seats: five }))).toMatchObject({ kind: "blocked", reason: "At most 4 seats an order." });
    expect(planPick(pick({ seats: five, orderMax: 6 }))).toMatchObject({ kind: "ready" });
    expect(planPick(pick({ counts: { 3: 9, 2: 2 } }))).toMatchObject({ kind: "blocked", reason: "At most 10 tickets an order." });
  });
});

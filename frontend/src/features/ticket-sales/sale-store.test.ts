// Counts and seats are states: the newest wins, an older one never comes back.
import { describe, expect, test } from "vitest";
import type { SeatCountsFrame } from "@/lib/api/sale-frames";
import type { TicketSale } from "@/lib/api/tickets";
import { type SaleState, fromSale, leftInAll, phaseOf, priceFrom } from "./sale-state";
import { apply } from "./sale-store";

const opensAt = "2030-01-01T12:00:00Z";
const type = (id: number, left: number, price = 10) => ({ id, seat_type: `Type ${id}`, price, available_qty: left, total_qty: 100, lane: "regular" as const, section: null, quota: null, refund: null });
const sale = {
  id: 7, title: "Winter Concert", organizer: "", organizer_id: 1, location: "", description: "", cover_image: null, seat_map_url: null,
  status: "scheduled", cancel_reason: "", sale_start_time: opensAt, start_time: "2030-02-01T19:00:00Z", end_time: null, limit_per_user: null,
  limit_one_ticket_per_user: false, ticket_types: [type(1, 100, 12.5), type(2, 5, 0)], seq: 3,
  quotas: [], doors_open_time: null, has_hall: false, hold_seconds: 900, order_max: null, lanes: "weighted", server_time: opensAt,
  lane_weight: 3, blocked_seats: [], queue: { paused: false, waiting: 0, vip: 0, regular: 0 }, created_at: opensAt,
} satisfies TicketSale;

const start = (over: Partial<SaleState> = {}) => ({ ...fromSale(sale), ...over });
const counts = (seq: number, first: number, second: number, status: SeatCountsFrame["status"] = "on_sale"): SeatCountsFrame => ({
  type: "seat_counts", seq, status, sale_start_time: opensAt, edited: 0, server_time: opensAt,
  tickets: [{ ticket_type_id: 1, seat_type: "Type 1", available_qty: first }, { ticket_type_id: 2, seat_type: "Type 2", available_qty: second }],
});
const all = (...bytes: number[]) => btoa(String.fromCharCode(...bytes));

describe("what is left", () => {
  test("a count replaces what the server had rendered", () => {
    expect(apply(start(), counts(4, 90, 5))).toMatchObject({ status: "on_sale", left: { 1: 90, 2: 5 }, seq: 4 });
  });

  test("an older count never brings tickets back", () => {
    const now = apply(start(), counts(9, 0, 0));
    expect(apply(now, counts(8, 50, 5))).toBe(now);
    expect(apply(now, counts(9, 1, 0)).left[1]).toBe(1);
  });
});

describe("the seats", () => {
  test("the whole picture, then what changed", () => {
    const whole = apply(start(), { type: "seats", seq: 4, all: all(0) });
    const changed = apply(whole, { type: "seats", seq: 5, changed: [[2, 2]] });
    expect([...(changed.seats ?? [])]).toEqual([0, 0, 2, 0]);
    expect([...(whole.seats ?? [])]).toEqual([0, 0, 0, 0]);
  });

  test("a late change of an older hour is not believed", () => {
    const whole = apply(start(), { type: "seats", seq: 8, all: all(0b10) });
    expect(apply(whole, { type: "seats", seq: 7, changed: [[0, 0]] })).toBe(whole);
  });

  test("the line's own picture counts though REST knew a newer one: a seat that was held and free again between both stays free", () => {
    const overRest = start({ seats: Uint8Array.of(0, 1, 0, 0), seatsSeq: 9 });
    const told = apply(overRest, { type: "seats", seq: 8, all: all(0) });
    expect([...(apply(told, { type: "seats", seq: 10, changed: [[3, 2]] }).seats ?? [])]).toEqual([0, 0, 0, 2]);
  });

  test("changes before the first picture mean nothing", () => {
    const state = start();
    expect(apply(state, { type: "seats", seq: 8, changed: [[0, 1]] })).toBe(state);
  });

  test("answers to a press stand outside the order", () => {
    const state = start();
    expect(apply(state, { type: "grab_result", status: "success", order_id: 7000001, command_id: "x" })).toBe(state);
    expect(apply(state, { type: "ERROR", code: "rate_limited", message: "Slow down." })).toBe(state);
  });
});

describe("where the sale stands", () => {
  test("soon until the very second, then open even before the first frame", () => {
    expect(phaseOf(start(), false)).toBe("soon");
    expect(phaseOf(start(), true)).toBe("open");
  });
  test("sold out when nothing is left of any type, and open again when something comes back", () => {
    const gone = apply(start(), counts(4, 0, 0));
    expect(phaseOf(gone, true)).toBe("sold_out");
    expect(phaseOf(apply(gone, counts(5, 0, 1)), true)).toBe("open");
  });
  test("ended and cancelled stay so, whatever is left", () => {
    expect(phaseOf(apply(start(), counts(4, 9, 9, "ended")), true)).toBe("ended");
    expect(phaseOf(apply(start(), counts(4, 9, 9, "cancelled")), false)).toBe("cancelled");
  });
  test("types that share their seats or a quota are counted once", () => {
    const shared = (id: number, left: number, over: object) => ({ ...type(id, left), ...over });
    const types = [shared(1, 40, { section: "stalls" }), shared(2, 30, { section: "stalls" }), shared(3, 9, { quota: "Room" }), shared(4, 9, { quota: "Room" }), type(5, 2)];
    const state = start({ left: { 1: 40, 2: 30, 3: 9, 4: 9, 5: 2 } });
    expect(leftInAll(types, state)).toBe(40 + 9 + 2);
    expect(leftInAll(types, state, new Map([["stalls", 60]]))).toBe(60 + 9 + 2);
    expect(leftInAll(types, state, new Map([["stalls", 500]]))).toBe(70 + 9 + 2);
  });
  test("the price from is the lowest, free included", () => {
    expect(priceFrom(sale.ticket_types)).toBe(0);
    expect(priceFrom([])).toBeNull();
  });
});

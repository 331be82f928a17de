// A crowd that waits must not trample the house, and whoever is next must not miss his turn.
import { expect, test } from "vitest";
import type { OwnRequest, SaleQueue } from "@/lib/api/tickets";
import { askAgainMs, firstPlace, isQueueing } from "./queue-pace";

const request = (position: number | null, over: Partial<OwnRequest> = {}): OwnRequest => ({ request_id: 7_000_001, ticket_type: "Regular", quantity: 1, status: position === null ? "done" : "queued", position, result: null, ...over });
const queue = (over: Partial<SaleQueue> = {}): SaleQueue => ({ paused: true, waiting: 9, vip: 4, regular: 5, seq: 3, mine: [], ...over });

test("the nearer the turn, the more often it is asked", () => {
  const paces = [1, 11, 101, 1_001].map((position) => askAgainMs(queue({ mine: [request(position)] }), false, 0.5));
  expect(paces).toEqual([1_000, 2_000, 5_000, 15_000]);
});

test("who only looks asks seldom, more seldom still where nobody waits", () => {
  expect(askAgainMs(queue(), false, 0.5)).toBe(10_000);
  expect(askAgainMs(queue({ paused: false, waiting: 0 }), false, 0.5)).toBe(60_000);
});

test("a hidden page slows down, but goes on", () => {
  expect(askAgainMs(queue({ mine: [request(1)] }), true, 0.5)).toBe(5_000);
});

test("a crowd that came at the same second does not ask at the same second", () => {
  expect(askAgainMs(queue(), false, 0)).toBe(8_000);
  expect(askAgainMs(queue(), false, 1)).toBeCloseTo(12_000);
});

test("the first of several places counts, and what had its turn counts no more", () => {
  expect(firstPlace(queue({ mine: [request(9), request(4), request(null)] }))).toBe(4);
  expect(firstPlace(queue({ mine: [request(null)] }))).toBeNull();
});

test("newcomers queue where it is paused or others wait", () => {
  expect(isQueueing(queue({ paused: true, waiting: 0 }))).toBe(true);
  expect(isQueueing(queue({ paused: false, waiting: 1 }))).toBe(true);
  expect(isQueueing(queue({ paused: false, waiting: 0 }))).toBe(false);
});

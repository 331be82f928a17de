// @vitest-environment jsdom
// The queue is asked for by one question at a time, whatever else makes the page look.
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TicketSale } from "@/lib/api/tickets";
import { useQueue } from "./use-queue";

const answers: ((body: object) => Promise<void>)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  answers.length = 0;
  localStorage.clear();
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => answers.push((body) => act(async () => resolve(new Response(JSON.stringify(body)))))));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const place = (position: number) => ({ paused: true, waiting: 9, vip: 0, regular: 9, seq: 3, mine: [{ request_id: 4, ticket_type: "Regular", quantity: 1, status: "queued", position, result: null }] });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const seen = () => act(() => void document.dispatchEvent(new Event("visibilitychange")));

test("whoever comes back to the page while it asks is told the newer answer, and asks on once", async () => {
  const sale = { id: 7, seq: 1, queue: { paused: true, waiting: 9, vip: 0, regular: 9 } } as unknown as TicketSale;
  const { result } = renderHook(() => useQueue(sale, 1, true, ""));
  await pass(0);
  await answers[0]?.(place(3));
  seen();
  seen();
  await answers[2]?.(place(1));
  await answers[1]?.(place(2));
  expect(result.current.waiting[0]?.position).toBe(1);
  await pass(60_000);
  expect(answers).toHaveLength(4);
});

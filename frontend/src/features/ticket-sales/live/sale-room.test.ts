// @vitest-environment jsdom
// One press for a ticket on a bad line: the same id over socket and REST until somebody answers, and one answer.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ServerClock } from "@/lib/clock/server-clock";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { FakeNetwork, FakeSocket, FakeTimers } from "@/lib/realtime/fake-socket";
import { readChoice, writeChoice } from "../buying/choice";
import { type SaleWish, pendingWishes } from "../buying/wish";
import type { SaleState } from "../sale-state";
import { SaleRoom } from "./sale-room";

const initial: SaleState = { saleId: 7, status: "on_sale", saleStartTime: "2030-01-01T12:00:00Z", edited: 0, left: { 1: 5 }, seats: null, seq: 3, seatsSeq: -1 };
const counts = { type: "seat_counts", edited: 0, seq: 4, status: "on_sale", sale_start_time: "2030-01-01T12:00:00Z", server_time: "2030-01-01T12:00:01Z", tickets: [{ ticket_type_id: 1, seat_type: "Regular", available_qty: 4 }] };
const heldOrder = { id: 7000001, event_id: 7, status: "held", expires_at: "2030-01-01T12:15:00Z", checkout_url: "/orders/7000001/checkout", tickets: [], seats: [], refunds: [] };
const grab = { saleId: 7, what: "2 × Regular", kind: "grab", typeId: 1, quantity: 2 } as const;

function house(store = fakeDisk()) {
  const timers = new FakeTimers();
  const network = new FakeNetwork();
  const sockets: FakeSocket[] = [];
  const room = new SaleRoom(7, initial, {
    openSocket: (address) => {
      const socket = new FakeSocket(address);
      sockets.push(socket);
      return socket;
    },
    timers,
    network,
    clock: new ServerClock(() => 0, () => 0),
    pending: pendingWishes(store),
  });
  const line = () => sockets.at(-1)!;
  const sent = () => sockets.flatMap((socket) => socket.sent.map((text) => JSON.parse(text) as Record<string, unknown>)).filter((frame) => frame.action !== "counts");
  return { room, timers, network, sockets, line, sent, store };
}

const rest: { path: string; id: string | null; method: string }[] = [];
let restAnswer: () => Response;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json" } });

beforeEach(() => {
  localStorage.clear();
  rest.length = 0;
  restAnswer = () => json({ status: 502 }, 502);
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    rest.push({ path, id: new Headers(init.headers).get("idempotency-key"), method: init.method ?? "GET" });
    return Promise.resolve(restAnswer());
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("a press for two tickets", () => {
  test("goes over the line and is answered once, with where to pay", () => {
    const t = house();
    t.room.line.open();
    t.line().hears(counts);
    const entry = t.room.desk.press(1, grab);
    expect(t.sent()).toEqual([{ action: "grab", ticket_type_id: 1, quantity: 2, command_id: entry.id, user_id: 1 }]);
    expect(t.room.view.getState().presses).toMatchObject([{ phase: "sending" }]);
    t.line().hears({ type: "grab_result", status: "success", order_id: 7000001, order_status: "held", expires_at: heldOrder.expires_at, checkout_url: heldOrder.checkout_url, command_id: entry.id });
    expect(t.room.view.getState()).toMatchObject({ presses: [], lastAnswer: { verdict: { kind: "done", success: { orderId: 7000001, status: "held", checkoutUrl: heldOrder.checkout_url } } } });
    expect(rest).toEqual([]);
  });

  test("after a silence asks over REST with the same id", async () => {
    const t = house();
    t.room.line.open();
    t.line().hears(counts);
    const entry = t.room.desk.press(1, grab);
    restAnswer = () => json(heldOrder, 201);
    t.timers.pass(2_500);
    await settle();
    expect(rest).toEqual([{ path: "/api/events/7/tickets?ticket_type_id=1&quantity=2", id: entry.id, method: "POST" }]);
    expect(t.room.view.getState().lastAnswer?.verdict).toMatchObject({ kind: "done", success: { orderId: 7000001, status: "held" } });
  });

  test("a line cut in between makes it unknown, never failed, and the same press goes out again", () => {
    const t = house();
    t.room.line.open();
    t.line().hears(counts);
    const entry = t.room.desk.press(1, grab);
    t.line().dies();
    expect(t.room.view.getState()).toMatchObject({ presses: [{ phase: "checking" }], lastAnswer: null });
    t.timers.pass(1_000);
    t.line().hears(counts);
    expect(t.sockets).toHaveLength(2);
    expect(new Set(t.sent().map((frame) => frame.command_id))).toEqual(new Set([entry.id]));
    expect(t.sent()).toHaveLength(2);
  });

  test("a reload in the middle keeps the press and its words", () => {
    const before = house();
    before.room.desk.press(1, grab);
    const after = house(before.store);
    after.room.line.open();
    after.line().hears(counts);
    after.room.seat(1);
    expect(after.sent()).toMatchObject([{ action: "grab", ticket_type_id: 1 }]);
    expect(after.room.view.getState().presses[0]?.entry.what).toBe("2 × Regular");
  });

  test("another person at the same device does not buy it", () => {
    const before = house();
    before.room.desk.press(1, grab);
    const after = house(before.store);
    after.room.line.open();
    after.line().hears(counts);
    after.room.seat(2);
    expect(after.sent()).toEqual([]);
  });

  test("another sale's press stays where it is", () => {
    const before = house();
    before.room.desk.press(1, { ...grab, saleId: 8 });
    const after = house(before.store);
    after.room.line.open();
    after.line().hears(counts);
    after.room.seat(1);
    expect(after.sent()).toEqual([]);
  });
});

describe("a refusal", () => {
  test("comes with its reason and the other tickets", () => {
    const t = house();
    t.room.line.open();
    t.line().hears(counts);
    const entry = t.room.desk.press(1, grab);
    const alternatives = [{ ticket_type_id: 2, seat_type: "Balcony", available_qty: 3 }];
    t.line().hears({ type: "grab_result", status: "fail", code: "sold_out", reason: "Regular is sold out.", command_id: entry.id, left: 0, alternatives });
    expect(t.room.view.getState().lastAnswer?.verdict).toEqual({ kind: "refused", code: "sold_out", message: "Regular is sold out.", facts: { left: 0, alternatives } });
  });

  test("busy is no answer: the id is unused and tried again", () => {
    const t = house();
    t.room.line.open();
    t.line().hears(counts);
    const entry = t.room.desk.press(1, grab);
    t.line().hears({ type: "ERROR", code: "busy", message: "Busy.", command_id: entry.id, retry_after: 1 });
    expect(t.room.view.getState().lastAnswer).toBeNull();
    t.timers.pass(1_000);
    expect(t.sent()).toHaveLength(2);
  });

  test("an old cookie on the socket is renewed over REST with the same id", async () => {
    const t = house();
    t.room.line.open();
    t.line().hears(counts);
    const entry = t.room.desk.press(1, grab);
    restAnswer = () => json({ ...heldOrder, status: "paid", expires_at: null }, 201);
    t.line().hears({ type: "grab_result", status: "fail", code: "not_signed_in", reason: "Sign in.", command_id: entry.id });
    await settle();
    await settle();
    expect(rest.map((one) => one.id)).toEqual([entry.id]);
    expect(t.room.view.getState().lastAnswer?.verdict).toMatchObject({ kind: "done", success: { status: "paid" } });
  });
});

test("the hall that REST tells counts until the line has told it, and again while the line is cut", () => {
  const t = house();
  const seats = () => [...(t.room.store.getState().seats ?? [])].slice(0, 2);
  t.room.learnSeats(Uint8Array.of(1, 0), 5);
  expect(seats()).toEqual([1, 0]);
  t.room.line.open();
  t.line().hears(counts);
  t.line().hears({ type: "seats", seq: 4, all: btoa(String.fromCharCode(0)) });
  t.room.learnSeats(Uint8Array.of(1, 1), 6);
  expect(seats()).toEqual([0, 0]);
  t.line().dies();
  t.room.learnSeats(Uint8Array.of(1, 1), 6);
  expect(seats()).toEqual([1, 1]);
});

test("giving a hold back is a press of its own", async () => {
  const t = house();
  t.room.desk.press(1, { saleId: 7, what: "2 × Regular", kind: "release", orderId: 7000001 });
  restAnswer = () => new Response(null, { status: 204 });
  await settle();
  t.timers.pass(1_000);
  await settle();
  expect(rest.at(-1)).toMatchObject({ path: "/api/holds/7000001", method: "DELETE" });
  expect(t.room.view.getState().lastAnswer?.verdict).toMatchObject({ kind: "done", success: { status: "released" } });
});

test("the last answer is still shown after a reload", () => {
  const t = house();
  t.room.line.open();
  t.line().hears(counts);
  const entry = t.room.desk.press(1, grab);
  t.line().hears({ type: "grab_result", status: "success", order_id: 7000009, command_id: entry.id });
  const again = house();
  again.room.seat(1);
  expect(again.room.view.getState().lastAnswer?.verdict).toMatchObject({ kind: "done", success: { orderId: 7000009, status: "paid" } });
});

describe("a place in the queue", () => {
  const queue = { saleId: 7, what: "2 × Regular in the queue", kind: "queue", typeId: 1, quantity: 2 } as const;

  test("is asked for over REST, with one id however often, and what was chosen stays chosen", async () => {
    const t = house();
    t.room.line.open();
    t.line().hears(counts);
    t.room.seat(1);
    const entry = t.room.desk.press(1, queue);
    await settle();
    expect(t.sent()).toEqual([]);
    expect(t.room.view.getState().presses).toMatchObject([{ phase: "checking" }]);
    restAnswer = () => json({ request_id: 7_000_004, position: 3, ticket_type: "Regular" }, 201);
    t.timers.pass(1_000);
    await settle();
    expect(rest.map((one) => [one.path, one.id])).toEqual([["/api/ticket-requests", entry.id], ["/api/ticket-requests", entry.id]]);
    expect(t.room.view.getState().lastAnswer?.verdict).toMatchObject({ kind: "done", success: { status: "queued", requestId: 7_000_004 } });
  });

  test("is given up the same way", async () => {
    const t = house();
    t.room.line.open();
    t.room.seat(1);
    restAnswer = () => json({ status: "done", position: 0, result: { order_id: null, code: "left_queue", reason: "You left the queue." } });
    t.room.desk.press(1, { saleId: 7, what: "2 × Regular in the queue", kind: "leave", requestId: 7_000_004 });
    await settle();
    expect(rest).toMatchObject([{ path: "/api/ticket-requests/7000004", method: "DELETE" }]);
    expect(t.room.view.getState().lastAnswer?.verdict).toMatchObject({ kind: "done", success: { status: "left" } });
  });
});

describe("what was chosen", () => {
  const chosen = { counts: { 1: 2 }, seats: ["A1", "A2"], types: { A2: 4 } };
  const hold: SaleWish = { saleId: 7, what: "2 × Regular and A1, A2", kind: "hold", quantity: 4, lines: [{ typeId: 1, quantity: 2 }], seats: ["A1", "A2"] };
  const answered = { type: "hold_result", status: "success", order_id: 7000001, order_status: "held" };

  test("goes with the press that asked for it, and nothing that was chosen while its answer was on its way", () => {
    const t = house();
    t.room.line.open();
    t.line().hears(counts);
    writeChoice(7, chosen);
    const entry = t.room.desk.press(1, { ...hold, spent: chosen });
    writeChoice(7, { counts: { 1: 3, 2: 1 }, seats: ["A1", "A2", "B5"], types: { A2: 4, B5: 4 } });
    t.line().hears({ ...answered, command_id: entry.id });
    expect(readChoice(7)).toMatchObject({ counts: { 1: 1, 2: 1 }, seats: ["B5"] });
  });

  test("goes altogether when nothing was chosen since, also after a reload", () => {
    const before = house();
    writeChoice(7, chosen);
    const entry = before.room.desk.press(1, { ...hold, spent: chosen });
    const t = house(before.store);
    t.room.line.open();
    t.line().hears(counts);
    t.room.seat(1);
    t.line().hears({ ...answered, command_id: entry.id });
    expect(readChoice(7)).toEqual({ counts: {}, seats: [] });
  });

  test("stays when the house chose the seats", () => {
    const t = house();
    t.room.line.open();
    t.line().hears(counts);
    writeChoice(7, chosen);
    const entry = t.room.desk.press(1, { saleId: 7, what: "the best 2 × Regular", kind: "best", typeId: 1, quantity: 2, spent: { counts: {}, seats: [] } });
    t.line().hears({ ...answered, command_id: entry.id });
    expect(readChoice(7)).toMatchObject(chosen);
  });
});

test("a change that the line told of is not forgotten by a page that was rendered before it", () => {
  const { room, line } = house();
  room.line.open();
  line().hears({ ...counts, edited: 4 });
  room.learn({ ...initial, seq: 5 });
  expect(room.store.getState()).toMatchObject({ seq: 5, edited: 4 });
});

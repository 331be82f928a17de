// Events and halls of the tests, listed through the same doors as everyone's.
import { expect } from "@playwright/test";
import { randomUUID } from "node:crypto";
import type { Person } from "./people";

export interface ListedEvent {
  id: number;
  title: string;
  ticket_types: { id: number; seat_type: string; available_qty: number }[];
}

interface Kind {
  seat_type: string;
  price: number;
  available_qty: number;
  section?: string;
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
export const onceOnly = () => ({ "idempotency-key": randomUUID() });

/** An event of this person's, on sale now, a month ahead. */
export async function listEvent(organiser: Person, kinds: Kind[], over: Record<string, unknown> = {}): Promise<ListedEvent> {
  const answer = await organiser.api.post("/api/events", {
    headers: onceOnly(),
    data: { title: `Winter Concert ${randomUUID().slice(0, 6)}`, sale_start_time: inSeconds(0), start_time: inSeconds(30 * 86_400), ticket_types: kinds, ...over },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as ListedEvent;
}

export const opensIn = (seconds: number) => ({ sale_start_time: inSeconds(seconds) });

/** The organiser moves the on-sale nearer once everybody has looked around, so that slow loading takes nobody's time to choose. */
export async function openIn(organiser: Person, event: ListedEvent, seconds: number): Promise<void> {
  const data = { title: event.title, start_time: inSeconds(30 * 86_400), ...opensIn(seconds) };
  const answer = await organiser.api.put(`/api/events/${event.id}`, { headers: onceOnly(), data });
  expect(answer.status(), await answer.text()).toBe(200);
}

interface DrawnHall {
  sections: { rows: { seats: { id: string; kind: string }[] }[] }[];
}

/** A hall of so many rows and seats, made by formula. */
export async function hallOf(organiser: Person, rows: number, seats: number): Promise<DrawnHall> {
  const answer = await organiser.api.post("/api/seat-maps/generate", { data: { name: "Small Hall", rows, seats } });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as DrawnHall;
}

interface Order {
  id: number;
  event_id: number;
  status: string;
  lines: { ticket_type: string; seat_ids: string[] }[];
  tickets: { id: number; qr_token: string; status: string }[];
}

export async function ordersOf(person: Person, event: ListedEvent): Promise<Order[]> {
  const orders = (await (await person.api.get("/api/orders/me?limit=100")).json()) as Order[];
  return orders.filter((order) => order.event_id === event.id);
}

/** Tickets taken through the REST door, by somebody whose page is not what the test looks at. */
export async function takeQuietly(person: Person, event: ListedEvent, quantity = 1): Promise<Order> {
  const type = event.ticket_types[0]!;
  const answer = await person.api.post(`/api/events/${event.id}/tickets?ticket_type_id=${type.id}&quantity=${quantity}`, { headers: onceOnly() });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Order;
}

/** Opens the event's page and waits until it is live. */
export async function visit(person: Person, event: ListedEvent): Promise<void> {
  await person.page.goto(`/events/${event.id}`);
  await expect(person.page.getByText("Live", { exact: true })).toBeVisible();
}

/** Asks for one more of a kind, so many times. */
export async function choose(person: Person, kind: string, times = 1): Promise<void> {
  for (let n = 0; n < times; n += 1) await person.page.getByRole("button", { name: `More: ${kind}` }).click();
}

export async function take(person: Person): Promise<void> {
  await person.page.getByRole("button", { name: /^Take \d+ tickets? ·/ }).click();
}

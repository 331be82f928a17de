// The REST calls of whoever sells tickets, one line each.
import { call, callList } from "@/lib/api/browser";
import type { ListedHall, Office, Order, SaleSeats, StoredHall, TicketSale } from "@/lib/api/tickets";
import type { SaleBody } from "./sale-draft";

export const pageSize = 20;

export const fetchSalesOf = (organizerId: number) => callList<TicketSale>(`/events?organizer_id=${organizerId}&limit=100`);
export const fetchOwnSale = (id: number) => call<TicketSale>(`/events/${id}`);
export const fetchMyHalls = () => callList<ListedHall>("/seat-maps?mine=true&limit=100");
export const fetchHall = (id: number) => call<StoredHall>(`/seat-maps/${id}`);
export const fetchHallOfSale = (id: number) => call<SaleSeats>(`/events/${id}/seats`);
export const cancelSale = (id: number, reason: string, commandId: string) => call<unknown>(`/events/${id}?reason=${encodeURIComponent(reason)}`, { method: "DELETE", commandId });

export const settleRefund = (refundId: number, note: string, commandId: string) => call<Order>(`/refunds/${refundId}/settle`, { method: "POST", body: { note }, commandId });

export const fetchOffice = (id: number) => call<Office>(`/events/${id}/office`);
export const fetchOrders = (id: number, page: number) => callList<Order>(`/events/${id}/orders?limit=${pageSize}&offset=${page * pageSize}`);

/** Who placed these orders: his name, null where the account was erased; an order that could not be read is left out. */
export async function fetchBuyers(id: number, orders: readonly number[]): Promise<Map<number, string | null>> {
  const found = await Promise.all(orders.map((order) => callList<Order>(`/events/${id}/orders?q=${order}&limit=100`).catch(() => null)));
  return new Map(found.flatMap((list) => list?.items ?? []).map((order) => [order.id, order.user]));
}

export const exportAddress = (id: number, format: "csv" | "xlsx") => `/api/events/${id}/orders/export?format=${format}`;

export type QueueAct = { action: "pause" } | { action: "resume" } | { action: "serve"; count: number };
export const actOnQueue = (id: number, act: QueueAct, commandId: string) => call<unknown>(`/events/${id}/queue`, { method: "POST", body: act, commandId });

/** Lists or changes an event; with pictures it goes as a form, whose lists are JSON text. */
export function sendSale(id: number | null, body: SaleBody, pictures: { image: File | null; seat_map: File | null }, commandId: string): Promise<TicketSale> {
  const path = id === null ? "/events" : `/events/${id}`;
  const method = id === null ? "POST" : "PUT";
  if (!pictures.image && !pictures.seat_map) return call<TicketSale>(path, { method, body, commandId });
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    form.append(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  for (const [name, file] of Object.entries(pictures)) if (file) form.append(name, file, file.name);
  return call<TicketSale>(path, { method, form, commandId });
}

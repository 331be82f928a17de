// The REST calls of the on-sale, one line each.
import { call } from "@/lib/api/browser";
import type { Order, RequestTaken, SaleQueue, SaleSeats, TicketSale } from "@/lib/api/tickets";
import type { Entry } from "@/lib/commands/pending-presses";
import { type Bought, boughtIn, placed } from "./buying/answer";
import { type SaleWish, linesOf } from "./buying/wish";

export const fetchSale = (id: number) => call<TicketSale>(`/events/${id}`);
export const fetchSeats = (id: number) => call<SaleSeats>(`/events/${id}/seats`);
export const fetchQueue = (id: number) => call<SaleQueue>(`/events/${id}/queue`);
export const fetchMyOrders = () => call<Order[]>("/orders/me?limit=100");

/** The same press through the other door; the same id gets the same answer. */
export async function postWish(entry: Entry<SaleWish>): Promise<Bought> {
  const sent = { commandId: entry.id, userId: entry.userId };
  switch (entry.kind) {
    case "queue": {
      const body = { event_id: entry.saleId, ticket_type: entry.typeId, quantity: entry.quantity };
      const taken = await call<RequestTaken>("/ticket-requests", { method: "POST", ...sent, body });
      return placed(taken.request_id, "queued");
    }
    case "leave":
      await call<unknown>(`/ticket-requests/${entry.requestId}`, { method: "DELETE", ...sent });
      return placed(entry.requestId, "left");
    default:
      return boughtIn(entry, await postOrder(entry));
  }
}

type OrderWish = Exclude<Entry<SaleWish>, { kind: "queue" | "leave" }>;

function postOrder(entry: OrderWish): Promise<Order | undefined> {
  const at = `/events/${entry.saleId}`;
  const sent = { commandId: entry.id, userId: entry.userId };
  switch (entry.kind) {
    case "grab":
      return call<Order>(`${at}/tickets?ticket_type_id=${entry.typeId}&quantity=${entry.quantity}`, { method: "POST", ...sent });
    case "hold":
      return call<Order>(`${at}/holds`, { method: "POST", ...sent, body: { lines: linesOf(entry.lines), seats: entry.seats, accessible: entry.isAccessible ?? false } });
    case "best":
      return call<Order>(`${at}/holds`, { method: "POST", ...sent, body: { best_available: entry.quantity, ticket_type_id: entry.typeId, accessible: entry.isAccessible ?? false } });
    case "release":
      return call<Order | undefined>(`/holds/${entry.orderId}`, { method: "DELETE", ...sent });
  }
}

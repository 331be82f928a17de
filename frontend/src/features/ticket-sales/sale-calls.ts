// The REST calls of the on-sale, one line each.
import { call } from "@/lib/api/browser";
import type { Order, SaleSeats, TicketSale } from "@/lib/api/tickets";
import type { Entry } from "@/lib/commands/pending-presses";
import { type SaleWish, linesOf } from "./buying/wish";

export const fetchSale = (id: number) => call<TicketSale>(`/events/${id}`);
export const fetchSeats = (id: number) => call<SaleSeats>(`/events/${id}/seats`);
export const fetchMyOrders = () => call<Order[]>("/orders/me?limit=100");

/** The same press through the other door; the same id gets the same answer. */
export function postWish(entry: Entry<SaleWish>): Promise<Order | undefined> {
  const at = `/events/${entry.saleId}`;
  const sent = { commandId: entry.id, userId: entry.userId };
  switch (entry.kind) {
    case "grab":
      return call<Order>(`${at}/tickets?ticket_type_id=${entry.typeId}&quantity=${entry.quantity}`, { method: "POST", ...sent });
    case "hold":
      return call<Order>(`${at}/holds`, { method: "POST", ...sent, body: { lines: linesOf(entry.lines), seats: entry.seats } });
    case "best":
      return call<Order>(`${at}/holds`, { method: "POST", ...sent, body: { best_available: entry.quantity, ticket_type_id: entry.typeId } });
    case "release":
      return call<Order | undefined>(`/holds/${entry.orderId}`, { method: "DELETE", ...sent });
  }
}

// What an order and a ticket are about, in words, and what may be done with them.
import type { Order, OrderTicket, SeatPlace } from "@/lib/api/tickets";
import { placeWords } from "@/lib/seating/seat-index";

/** A payment that is still on its way may come yet, so nobody is told that nothing was charged. */
export const lapsedWords = (order: Order) =>
  order.attempts.includes("open") ? "A payment that is still on its way gets you the same tickets or the best that are left, or all of your money back." : "Nothing was charged.";

/** Whether the newest attempt to pay was refused. */
export const isRefused = (order: Order) => order.attempts.at(-1) === "refused";

export const isOpen = (order: Order) => order.status === "held" || order.status === "pending";
export const validTickets = (order: Order) => order.tickets.filter((ticket) => ticket.status === "valid");
export const seatWords = (seat: SeatPlace | null) => (seat ? placeWords(seat) : "no numbered seat");
export const canGiveBack = (ticket: OrderTicket) => ticket.status === "valid" && !ticket.inside;

/** "2 × Stalls and 1 × Standing" */
export function whatWords(order: Order): string {
  return order.lines.map((line) => `${line.quantity} × ${line.ticket_type}`).join(" and ");
}

export const shelves = { all: "All", open: "To be paid", paid: "Paid", over: "Over" } as const;
export type Shelf = keyof typeof shelves;

export function isOn(shelf: Shelf, order: Order): boolean {
  const isPaid = order.status === "paid" || order.status === "partly_refunded";
  if (shelf === "open") return isOpen(order);
  if (shelf === "paid") return isPaid;
  return shelf === "all" || !(isOpen(order) || isPaid);
}

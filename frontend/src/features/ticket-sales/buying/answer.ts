// The one honest answer to a press, read from whichever door it came through.
import type { LeftOfType, ResultFrame, SaleServerFrame } from "@/lib/api/sale-frames";
import type { Order } from "@/lib/api/tickets";
import { LastAnswers } from "@/lib/commands/last-answer";
import type { Refusal, Verdict } from "@/lib/commands/press-desk";
import type { SaleWish } from "./wish";

/** What one has now: an order that is held, paid, or given back; or a place in the queue. */
export interface Bought {
  orderId: number;
  status: "held" | "pending" | "paid" | "released" | "queued" | "left";
  expiresAt: string | null;
  checkoutUrl: string | null;
  /** Ids of the seats, if it is about seats. */
  seats: string[];
  /** What the order costs; null when nobody said. */
  totalCents: number | null;
  receipt: { seq: number; hash: string } | null;
  /** Of a request in the queue. */
  requestId?: number;
}

export interface SaleAnswer {
  wish: SaleWish;
  verdict: Verdict<Bought>;
}

export const lastSaleAnswers = new LastAnswers<SaleAnswer>("sale-answer");

const open = new Set(["held", "pending"]);

export function boughtIn(wish: SaleWish, order: Order | undefined): Bought {
  if (wish.kind === "release") return { orderId: wish.orderId, status: "released", expiresAt: null, checkoutUrl: null, seats: [], totalCents: null, receipt: null };
  if (!order) throw new Error("the house answered a purchase without an order");
  const status = open.has(order.status) ? (order.status as "held" | "pending") : "paid";
  const seats = order.seats.map((seat) => seat.id);
  return { orderId: order.id, status, expiresAt: order.expires_at, checkoutUrl: order.checkout_url, seats, totalCents: order.total_cents, receipt: null };
}

/** A place in the queue that was taken, or given up. */
export function placed(requestId: number, status: "queued" | "left"): Bought {
  return { orderId: 0, status, expiresAt: null, checkoutUrl: null, seats: [], totalCents: null, receipt: null, requestId };
}

function successIn(frame: ResultFrame): Bought {
  const isHeld = frame.order_status ? frame.order_status === "held" : Boolean(frame.expires_at);
  return {
    orderId: frame.order_id ?? 0,
    status: frame.type === "release_result" ? "released" : isHeld ? "held" : "paid",
    expiresAt: frame.expires_at ?? null,
    checkoutUrl: frame.checkout_url ?? null,
    seats: frame.seats ?? [],
    totalCents: frame.total_cents ?? null,
    receipt: frame.seq !== undefined && frame.hash ? { seq: frame.seq, hash: frame.hash } : null,
  };
}

/** The answer a frame carries and the press it belongs to; null when it is no answer. */
export function verdictIn(frame: SaleServerFrame): { commandId: string; verdict: Verdict<Bought> } | null {
  if (!("command_id" in frame) || typeof frame.command_id !== "string") return null;
  const commandId = frame.command_id;
  switch (frame.type) {
    case "grab_result":
    case "hold_result":
    case "release_result": {
      if (frame.status === "success") return { commandId, verdict: { kind: "done", success: successIn(frame) } };
      const { type: _type, status: _status, command_id: _id, reason, code, ...facts } = frame;
      return { commandId, verdict: { kind: "refused", code: code ?? "refused", message: reason ?? "", facts } };
    }
    case "ERROR": {
      const { type: _type, command_id: _id, message, code, ...facts } = frame;
      return { commandId, verdict: { kind: "refused", code, message, facts } };
    }
    default:
      return null;
  }
}

const titles: Record<string, string> = {
  sold_out: "None left of these",
  reserved_may_come_back: "All held by others at this moment",
  limit_reached: "That is over the limit per person",
  too_many_at_once: "Too many at once",
  seats_taken: "Someone was quicker",
  orphan_seat: "That would leave a single seat",
  not_verified: "Please confirm your mail address first",
  queue_full: "The queue is full",
  not_in_queue: "It was your turn already",
  unknown_request: "There is no such place in the queue",
  left_queue: "You left the queue",
  no_wheelchair_place: "No wheelchair place is left here",
  sale_is_full: "This sale takes no more orders",
  seat_needs_its_type: "These seats belong to another ticket",
  not_on_sale: "Not on sale yet",
  sale_ended: "The sale has ended",
  sale_cancelled: "The event was cancelled",
  hold_expired: "The hold had lapsed",
  wrong_order_status: "This order has moved on",
  unknown_seat: "There is no such seat",
  unknown_ticket_type: "There is no such ticket",
  command_conflict: "This press was already used",
  not_signed_in: "Please sign in to buy",
  session_ended: "Your session has ended",
  forbidden: "You may not buy here",
};

export function refusalTitle(refusal: Refusal): string {
  return titles[refusal.code] ?? "The tickets were not given out";
}

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);

/** Other tickets that would do, in the event's order. */
export function alternativesIn(refusal: Refusal): LeftOfType[] {
  const value = refusal.facts.alternatives;
  if (!Array.isArray(value)) return [];
  return (value as Partial<LeftOfType>[]).filter((one): one is LeftOfType => typeof one.ticket_type_id === "number" && (one.available_qty ?? 0) > 0);
}

/** The seats that would leave nobody's neighbour alone. */
export function suggestedSeats(refusal: Refusal): string[] {
  return refusal.code === "orphan_seat" ? textsIn(refusal.facts.suggestion) : [];
}

export function failedSeats(refusal: Refusal): string[] {
  return refusal.code === "seats_taken" ? textsIn(refusal.facts.failed) : [];
}

/** Whether seats were asked for that are not gone. */
export const hasOthers = (wish: SaleWish, gone: readonly string[]) => wish.kind === "hold" && wish.seats.some((id) => !gone.includes(id));

// Each order belongs somewhere and says what it is about.
import { expect, test } from "vitest";
import type { Order, OrderTicket, OwnTicket } from "@/lib/api/tickets";
import { inOrder } from "./my-tickets-order";
import { canGiveBack, isOn, whatWords } from "./wording";

const order = (over: Partial<Order>) => ({ status: "held", lines: [], ...over }) as unknown as Order;

test("what was taken is said in words", () => {
  const lines = [{ ticket_type_id: 1, ticket_type: "Stalls", quantity: 2, price_cents: 4500, seat_ids: ["A1", "A2"] }, { ticket_type_id: 2, ticket_type: "Standing", quantity: 1, price_cents: 0, seat_ids: [] }];
  expect(whatWords(order({ lines }))).toBe("2 × Stalls and 1 × Standing");
});

test("each order stands on one shelf besides all", () => {
  for (const status of ["held", "pending", "paid", "cancelled", "expired", "released", "refunded", "partly_refunded", "late_refunded"] as const) {
    const shelves = (["open", "paid", "over"] as const).filter((shelf) => isOn(shelf, order({ status })));
    expect(shelves, status).toHaveLength(1);
    expect(isOn("all", order({ status }))).toBe(true);
  }
});

test("a ticket that is inside or cancelled is not given back", () => {
  const ticket = { id: 1, qr_token: null, status: "valid", ticket_type: "Stalls", inside: false, seat: null } as OrderTicket;
  expect(canGiveBack(ticket)).toBe(true);
  expect(canGiveBack({ ...ticket, inside: true })).toBe(false);
  expect(canGiveBack({ ...ticket, status: "cancelled" })).toBe(false);
});

test("tickets of the next evening come first, cancelled ones last", () => {
  const ticket = (id: number, start_time: string, status = "valid") => ({ id, start_time, status }) as OwnTicket;
  const tickets = [ticket(1, "2030-03-01T19:00:00Z"), ticket(2, "2030-01-01T19:00:00Z", "cancelled"), ticket(3, "2030-02-01T19:00:00Z")];
  expect(inOrder(tickets).map((one) => one.id)).toEqual([3, 1, 2]);
});

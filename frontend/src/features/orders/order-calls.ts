// The REST calls of orders, payments and tickets, one line each.
import { call, callList, callResponse } from "@/lib/api/browser";
import type { CheckoutAnswer, Order, OwnTicket, TestOutcome, TestPayment } from "@/lib/api/tickets";

export const fetchOrder = (id: number) => call<Order>(`/orders/${id}`);
export const fetchMyOrders = () => callList<Order>("/orders/me?limit=100");
export const fetchMyTickets = () => callList<OwnTicket>("/tickets/mine?limit=100");

export const checkOut = (id: number, commandId: string) => call<CheckoutAnswer>(`/holds/${id}/checkout`, { method: "POST", commandId });
export const releaseHold = (id: number, commandId: string) => call<unknown>(`/holds/${id}`, { method: "DELETE", commandId });
export const cancelOrder = (id: number, reason: string, commandId: string) => call<Order>(`/orders/${id}/cancel`, { method: "POST", body: { reason }, commandId });
export const cancelTicket = (id: number, reason: string, commandId: string) => call<unknown>(`/tickets/${id}/cancel`, { method: "POST", body: { reason }, commandId });
export const resendLetter = (id: number) => call<unknown>(`/orders/${id}/resend`, { method: "POST" });

export const fetchTestPayment = (token: string) => call<TestPayment>(`/payments/test/${encodeURIComponent(token)}`);
export const settleTestPayment = (token: string, outcome: TestOutcome) => call<unknown>(`/payments/test/${encodeURIComponent(token)}`, { method: "POST", body: { outcome } });

/** The ticket's code as SVG text, so that it stays on the screen when the line goes. */
export async function fetchCode(ticketId: number): Promise<string> {
  return (await callResponse(`/tickets/${ticketId}/qr.svg`)).text();
}

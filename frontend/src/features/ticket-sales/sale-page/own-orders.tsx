// What one already has of this event: what is held and waits for payment, and the tickets that are one's own.
"use client";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import type { Order } from "@/lib/api/tickets";
import { placeWords } from "@/lib/seating/seat-index";
import { ticketsWords } from "../wording";
import type { SlipActions } from "./answer-slips";
import { HeldSlip } from "./held-slip";

export function whatIn(order: Order): string {
  return order.lines.map((line) => `${line.quantity} × ${line.ticket_type}`).join(" and ");
}

export function OwnOrders({ orders, actions }: { orders: readonly Order[]; actions: SlipActions }) {
  const open = orders.filter((order) => order.status === "held" || order.status === "pending");
  const tickets = orders.flatMap((order) => order.tickets.filter((ticket) => ticket.status === "valid")).length;
  const newest = orders.find((order) => order.tickets.some((ticket) => ticket.status === "valid"));
  return (
    <div className="grid gap-3 empty:hidden">
      {open.map((order) => (
        <HeldSlip
          key={order.id}
          orderId={order.id}
          what={whatIn(order)}
          seats={order.seats.map(placeWords)}
          totalCents={order.total_cents}
          expiresAt={order.expires_at}
          actions={actions}
          onGiveBack={() => actions.onAsk({ kind: "release", orderId: order.id }, whatIn(order))}
        />
      ))}
      {tickets && newest ? (
        <Notice title={`You have ${ticketsWords(tickets)}`}>
          <Link href={tickets === newest.tickets.length ? `/orders/${newest.id}` : "/me/tickets"} className="underline underline-offset-4">
            Show {tickets === 1 ? "it" : "them"}
          </Link>
        </Notice>
      ) : null}
    </div>
  );
}

// Giving back a whole order or one ticket: asked once, answered once, with what is refunded.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Problem, sentence } from "@/lib/api/problem";
import type { Order, OrderTicket } from "@/lib/api/tickets";
import { newCommandId } from "@/lib/commands/command-id";
import { cancelOrder, cancelTicket } from "./order-calls";
import { seatWords, validTickets } from "./wording";

interface GiveBackProps {
  order: Order;
  /** Null gives back all that is left of the order. */
  ticket: OrderTicket | null;
  onClose: () => void;
  onDone: () => void;
}

export function GiveBackDialog({ order, ticket, onClose, onDone }: GiveBackProps) {
  const [commandId, setCommandId] = useState(newCommandId);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const count = ticket ? 1 : validTickets(order).length;
  return (
    <Dialog isOpen onClose={onClose} title={ticket ? `Give back ticket ${ticket.id}?` : "Give the whole order back?"}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setBusy(true);
          const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
          const sent: Promise<unknown> = ticket ? cancelTicket(ticket.id, reason, commandId) : cancelOrder(order.id, reason, commandId);
          sent.then(onDone, (error: unknown) => {
            setBusy(false);
            setProblem(sentence(error));
            if (error instanceof Problem && error.status < 500) setCommandId(newCommandId());
          });
        }}
      >
        <p>
          {order.event}: {ticket ? `${ticket.ticket_type}, ${seatWords(ticket.seat)}` : count === 1 ? "1 ticket" : `${count} tickets`}.
        </p>
        <p className="text-ink-soft">
          {order.total_cents === 0 ? "It cost nothing, so nothing is refunded." : "What you get back follows the organiser’s rules; the amount stands on the order at once and in a letter."} The code stops being valid, and the place goes to
          somebody else.
        </p>
        {problem ? <Notice tone="bad" role="alert" title={problem} /> : null}
        <Field label="Reason" name="reason" maxLength={500} hint="Optional." />
        <Button type="submit" tone="danger" isBusy={isBusy}>
          Give back
        </Button>
      </form>
    </Dialog>
  );
}

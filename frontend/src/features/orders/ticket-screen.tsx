// A ticket's code as large as the screen, for the scanner at the door; it stays when the line goes.
"use client";
import Link from "next/link";
import { useRef, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { OwnTicket } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { fetchCode, fetchMyTickets } from "./order-calls";
import { useWakeLock } from "./use-wake-lock";
import { seatWords } from "./wording";

const wakeWords = {
  asking: "Turn the brightness up at the door.",
  awake: "Turn the brightness up at the door. The screen stays on while this page is open.",
  not_possible: "Turn the brightness up at the door, and keep the screen from going dark.",
} as const;

const never = () => () => undefined;

function Words({ ticket }: { ticket: OwnTicket }) {
  return (
    <div className="grid gap-1">
      <p className="lot-number">Ticket {ticket.id}</p>
      <h1 className="text-lot">{ticket.event}</h1>
      <p className="text-lead">
        <span className="font-semibold">{ticket.ticket_type}</span> · {seatWords(ticket.seat)}
      </p>
      <p className="text-ink-soft">
        <Moment iso={ticket.start_time} />
        {ticket.location ? ` · ${ticket.location}` : null}
      </p>
    </div>
  );
}

export function TicketScreen({ id }: { id: number }) {
  const tickets = useDoor("my-tickets", fetchMyTickets);
  const code = useDoor(`code-${id}`, () => fetchCode(id));
  const wake = useWakeLock();
  const plate = useRef<HTMLDivElement>(null);
  const canFill = useSyncExternalStore(
    never,
    () => document.fullscreenEnabled === true,
    () => false,
  );
  const ticket = tickets.state.kind === "ready" ? tickets.state.data.items.find((one) => one.id === id) : undefined;
  const isVoid = ticket?.status === "cancelled";
  return (
    <div className="page-column grid max-w-xl justify-items-center gap-5 pt-6 pb-16 text-center">
      {ticket ? <Words ticket={ticket} /> : <h1 className="text-lot">Ticket {id}</h1>}
      {isVoid ? (
        <Notice tone="bad" role="status" title="This ticket was cancelled">
          Its code is not valid any more.
        </Notice>
      ) : (
        <Door view={code} what="The code">
          {(svg) => (
            <div ref={plate} className="grid w-full place-items-center bg-[#fff] p-[6%]">
              <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} alt={`Code of ticket ${id}`} className="aspect-square w-full max-w-[min(80vh,100%)]" />
            </div>
          )}
        </Door>
      )}
      {isVoid ? null : <p className="text-ink-soft">{wakeWords[wake]}</p>}
      <div className="flex flex-wrap justify-center gap-2">
        {canFill && !isVoid ? (
          <Button tone="line" onClick={() => void plate.current?.requestFullscreen().catch(() => undefined)}>
            Fill the screen
          </Button>
        ) : null}
        <Link href={ticket ? `/orders/${ticket.order_id}` : "/me/tickets"} className="inline-flex min-h-11 items-center px-3 underline underline-offset-4">
          {ticket ? "To the order" : "All my tickets"}
        </Link>
      </div>
    </div>
  );
}

// One ticket as it lies in the hand: what it is for, where one sits, and its code to be shown at the door.
"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Tag } from "@/components/ui/tag";
import type { OrderTicket } from "@/lib/api/tickets";
import { seatWords } from "./wording";

export function TicketSlip({ ticket, title, children, action }: { ticket: OrderTicket; title: string; children?: ReactNode; action?: ReactNode }) {
  const isValid = ticket.status === "valid";
  return (
    <article className={classNames("flex flex-wrap border border-hairline bg-sheet", !isValid && "opacity-80")}>
      <div className="grid min-w-0 grow-[99] basis-[9rem] grid-cols-1 content-start gap-1 p-4 sm:p-5">
        <p className="flex flex-wrap items-center gap-2">
          <span className="lot-number">Ticket {ticket.id}</span>
          {isValid ? ticket.inside ? <Tag tone="good">Inside</Tag> : null : <Tag>Cancelled</Tag>}
        </p>
        <h3 className="text-title">{title}</h3>
        <p>
          <span className="font-semibold">{ticket.ticket_type}</span> · {seatWords(ticket.seat)}
        </p>
        {children}
        {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
      </div>
      <div className="grid grow place-items-center border-l-2 border-dashed border-edge p-3 sm:p-4">
        {isValid ? (
          <Link href={`/tickets/${ticket.id}`} aria-label={`Show the code of ticket ${ticket.id}`} className="block bg-[#fff] p-1.5">
            <img src={`/api/tickets/${ticket.id}/qr.svg`} alt="" loading="lazy" width={96} height={96} className="size-20 max-w-none sm:size-24" />
          </Link>
        ) : (
          <p className="eyebrow w-20 -rotate-12 border-2 border-wax py-2 text-center text-wax">void</p>
        )}
      </div>
    </article>
  );
}

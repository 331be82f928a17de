// One's tickets, those of the next evening first.
"use client";
import { ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { Moment } from "@/components/ui/moment";
import { PageHead } from "@/components/ui/section-page";
import { useDoor } from "@/lib/api/use-door";
import { inOrder } from "./my-tickets-order";
import { fetchMyTickets } from "./order-calls";
import { TicketSlip } from "./ticket-slip";

export function MyTickets() {
  const view = useDoor("my-tickets", fetchMyTickets);
  return (
    <>
      <PageHead title="My tickets">Touch a code to show it large at the door.</PageHead>
      <Door view={view} what="The list of your tickets">
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No tickets yet" action={<ButtonLink href="/events">See the programme</ButtonLink>}>
              What you buy is here at once, and in your mail.
            </Empty>
          ) : (
            <ul className="grid gap-4 lg:grid-cols-2">
              {inOrder(items).map((ticket) => (
                <li key={ticket.id} className="grid">
                  <TicketSlip
                    ticket={ticket}
                    title={ticket.event}
                    action={
                      <ButtonLink size="small" tone="line" href={`/orders/${ticket.order_id}`} aria-label={`Order of ticket ${ticket.id}`}>
                        Order
                      </ButtonLink>
                    }
                  >
                    <p className="text-small text-ink-soft">
                      <Moment iso={ticket.start_time} />
                      {ticket.location ? ` · ${ticket.location}` : null}
                    </p>
                  </TicketSlip>
                </li>
              ))}
            </ul>
          )
        }
      </Door>
    </>
  );
}

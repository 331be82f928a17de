// The events one organises: how they stand, and the ways to their box office and their door.
"use client";
import Link from "next/link";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { Moment } from "@/components/ui/moment";
import { PageHead } from "@/components/ui/section-page";
import { Tag } from "@/components/ui/tag";
import type { SaleStatus, TicketSale } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { countedOnce } from "@/lib/seating/counted-once";
import { useUser } from "@/lib/session/session-context";
import { fetchSalesOf } from "./box-office-calls";
import { CancelDialog } from "./cancel-dialog";

const words: Record<SaleStatus, string> = { scheduled: "On sale soon", on_sale: "On sale", ended: "Sale ended", cancelled: "Cancelled" };
const tones = { scheduled: "warn", on_sale: "live", ended: "plain", cancelled: "plain" } as const;

function Row({ sale, onCancel }: { sale: TicketSale; onCancel: () => void }) {
  const left = countedOnce(sale.ticket_types, (type) => type.available_qty);
  const isOver = sale.status === "cancelled";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-hairline py-4">
      <div className="min-w-0">
        <p className="flex items-center gap-3">
          <span className="lot-number">Event {sale.id}</span>
          <Tag tone={tones[sale.status]}>{words[sale.status]}</Tag>
        </p>
        <Link href={`/events/${sale.id}`} className="font-display text-title font-semibold hover:underline hover:underline-offset-4">
          {sale.title}
        </Link>
        <p className="text-ink-soft">
          <Moment iso={sale.start_time} />
          {isOver ? null : ` · ${left} left`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2 max-sm:grid max-sm:w-full max-sm:grid-cols-2">
        <ButtonLink size="small" tone="line" href={`/events/${sale.id}/office`} aria-label={`Box office of ${sale.title}`}>
          Box office
        </ButtonLink>
        {isOver ? null : (
          <>
            <ButtonLink size="small" tone="line" href={`/scan/${sale.id}`} aria-label={`Door of ${sale.title}`}>
              Door
            </ButtonLink>
            <ButtonLink size="small" tone="line" href={`/sell/events/${sale.id}`} aria-label={`Change ${sale.title}`}>
              Change
            </ButtonLink>
            <Button size="small" tone="danger" onClick={onCancel} aria-label={`Call ${sale.title} off`}>
              Call off
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

export function MySales() {
  const userId = useUser()?.id ?? null;
  const view = useDoor(userId === null ? null : `my-sales-${userId}`, () => fetchSalesOf(userId ?? 0));
  const [cancelled, setCancelled] = useState<TicketSale | null>(null);
  return (
    <div className="page-column pt-8 pb-20">
      <PageHead title="My events" action={<ButtonLink href="/sell/events/new">Put on an event</ButtonLink>}>
        What you sell tickets for.
      </PageHead>
      <Door view={view} what="The list of your events">
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No events yet" action={<ButtonLink href="/sell/events/new">Put on an event</ButtonLink>}>
              Anyone with an account may sell tickets here, with numbered seats or without.
            </Empty>
          ) : (
            <ul>
              {items.map((sale) => (
                <Row key={sale.id} sale={sale} onCancel={() => setCancelled(sale)} />
              ))}
            </ul>
          )
        }
      </Door>
      {cancelled ? (
        <CancelDialog
          id={cancelled.id}
          title={cancelled.title}
          onClose={() => setCancelled(null)}
          onDone={() => {
            setCancelled(null);
            view.reload();
          }}
        />
      ) : null}
    </div>
  );
}

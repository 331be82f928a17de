// One concert in the programme: poster, date, place, and how many are left at this very moment while it is on screen.
"use client";
import Link from "next/link";
import { useMemo } from "react";
import { classNames } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import { Price } from "@/components/ui/price";
import { SpanLeft } from "@/components/ui/span-left";
import { useIsSeen } from "@/components/ui/use-is-seen";
import type { TicketSale } from "@/lib/api/tickets";
import { useHasCome } from "@/lib/clock/clock-context";
import { urgency } from "@/lib/realtime/live-rooms";
import { useSaleRoom, useSaleState } from "../live/rooms-context";
import { Poster } from "../poster";
import { type SalePhase, type SaleState, fromSale, leftInAll, phaseOf, priceFrom } from "../sale-state";
import { leftWords, phaseWords } from "../wording";

const minuteMs = 60_000;

function Availability({ sale, state, phase }: { sale: TicketSale; state: SaleState; phase: SalePhase }) {
  const left = leftInAll(sale.ticket_types, state);
  if (phase === "soon") return <SpanLeft until={state.saleStartTime} over="now" urgentMs={2 * minuteMs} className="font-semibold" />;
  if (phase === "open") {
    return (
      <span key={left} className="warms font-semibold">
        {leftWords(left)}
      </span>
    );
  }
  return <span>{phaseWords[phase]}</span>;
}

export function SaleCard({ sale, isFirst }: { sale: TicketSale; isFirst?: boolean }) {
  const initial = useMemo(() => fromSale(sale), [sale]);
  const { ref, isSeen } = useIsSeen();
  // A sale that is over does not change any more: no socket for it.
  const isChanging = sale.status === "scheduled" || sale.status === "on_sale";
  const state = useSaleState(useSaleRoom(initial, urgency.card, isSeen && isChanging), initial);
  const phase = phaseOf(state, useHasCome(state.saleStartTime));
  const from = priceFrom(sale.ticket_types);
  const isOver = phase === "ended" || phase === "cancelled";
  return (
    <article ref={ref} className="group relative flex flex-col gap-3">
      <div className="relative border border-hairline bg-sheet p-2">
        <Poster sale={sale} isFirst={isFirst} className={classNames("aspect-[3/4] w-full max-sm:aspect-[4/3] transition-[filter] duration-(--calm) group-hover:brightness-105", isOver && "opacity-75 grayscale")} />
        {phase === "open" ? null : (
          <p className="eyebrow absolute top-0 right-0 border border-hairline bg-sheet px-2.5 py-1.5">{phaseWords[phase]}</p>
        )}
      </div>
      <div className="grid gap-0.5">
        <p className="text-small text-ink-soft">
          <Moment iso={sale.start_time} />
        </p>
        <h2 className="text-title">
          <Link href={`/events/${sale.id}`} className="after:absolute after:inset-0 hover:underline hover:decoration-1 hover:underline-offset-4">
            {sale.title}
          </Link>
        </h2>
        {sale.location ? <p className="text-ink-soft">{sale.location}</p> : null}
      </div>
      <dl className="mt-auto grid grid-cols-[1fr_auto] items-end gap-x-4 border-t border-hairline pt-2.5">
        <div>
          <dt className="text-small text-ink-soft">{sale.ticket_types.every((type) => type.price === 0) ? "Admission" : "From"}</dt>
          <dd className="min-h-8 text-title leading-tight font-semibold">{from === null ? "–" : from === 0 ? "free" : <Price amount={from} isLarge />}</dd>
        </div>
        <div className="text-right">
          <dt className="text-small text-ink-soft">{phase === "soon" ? "On sale in" : "Tickets"}</dt>
          <dd className="flex min-h-8 items-end justify-end pb-0.5">
            <Availability sale={sale} state={state} phase={phase} />
          </dd>
        </div>
      </dl>
    </article>
  );
}

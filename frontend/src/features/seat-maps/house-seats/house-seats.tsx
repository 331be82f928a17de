// House seats of an event that is listed: pressed on the map, blocked or unblocked together, refused where somebody has one.
"use client";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/api/browser";
import { Problem, sentence } from "@/lib/api/problem";
import type { Hall, SaleSeats, TicketSale } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { newCommandId } from "@/lib/commands/command-id";
import { seatBlocked, unpackSeats } from "@/lib/seating/packed-seats";
import { indexHall } from "@/lib/seating/seat-index";
import type { SeatOffer } from "@/lib/seating/seat-picking";
import { Legend } from "../map/legend";
import { SeatMap } from "../map/seat-map";
import { type Wanted, nothing, pressed, statesAfter, stillOpen, wantedWords } from "./blocking";

const none: ReadonlySet<string> = new Set();

const fetchSeats = (id: number) => call<SaleSeats>(`/events/${id}/seats`);
const blockSeats = (id: number, wanted: Wanted, commandId: string) => call<TicketSale>(`/events/${id}/blocked-seats`, { method: "POST", body: wanted, commandId });

/** What sells each zone; seats of other zones are nobody's to block. */
function offersOf(sale: TicketSale, seats: SaleSeats): ReadonlyMap<string, SeatOffer> {
  const offers = new Map<string, SeatOffer>();
  for (const [zone, typeIds] of Object.entries(seats.types_by_zone)) {
    const [first, ...others] = sale.ticket_types.filter((type) => typeIds.includes(type.id)).map((type) => ({ typeId: type.id, name: type.seat_type, price: type.price }));
    if (first) offers.set(zone, { ...first, others });
  }
  return offers;
}

function BlockingMap({ sale, hall, seats, onDone }: { sale: TicketSale; hall: Hall; seats: SaleSeats; onDone: () => void }) {
  const toast = useToast();
  const index = useMemo(() => indexHall(hall), [hall]);
  const states = useMemo(() => unpackSeats(seats.all ?? ""), [seats]);
  const offers = useMemo(() => offersOf(sale, seats), [sale, seats]);
  const [marked, setMarked] = useState(nothing);
  const [commandId, setCommandId] = useState(newCommandId);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = stillOpen(index, states, marked);
  const count = wanted.block.length + wanted.unblock.length;
  const after = useMemo(() => statesAfter(index, states, stillOpen(index, states, marked)), [index, states, marked]);
  const blocked = index.seats.filter((seat) => offers.has(seat.zone) && states[seat.place] === seatBlocked).length;
  const press = (seatId: string) => {
    const seat = index.byId.get(seatId);
    if (!seat || isBusy) return;
    setMarked(pressed(wanted, seatId, states[seat.place] === seatBlocked));
    setCommandId(newCommandId());
    setProblem(null);
  };
  const save = () => {
    setBusy(true);
    setProblem(null);
    blockSeats(sale.id, wanted, commandId)
      .then(
        () => {
          toast({ tone: "good", title: "House seats changed. Everyone sees it now" });
          setMarked(nothing);
        },
        (error: unknown) => {
          setProblem(sentence(error));
          if (error instanceof Problem && error.status < 500) setCommandId(newCommandId());
        },
      )
      .finally(() => {
        setBusy(false);
        onDone();
      });
  };
  return (
    <div className="grid gap-4">
      <SeatMap
        index={index}
        states={after}
        offerOfZone={offers}
        picked={none}
        mine={none}
        canPick
        canPress={(standing, seat) => offers.has(seat.zone) && (standing === "free" || standing === "blocked")}
        onToggle={press}
        hint="Press a free seat to block it, a blocked one to unblock it."
      />
      <Legend offerOfZone={offers} hasAccessible={index.seats.some((seat) => seat.kind !== "standard")} />
      {problem ? (
        <Notice tone="bad" role="alert" title={problem}>
          Nothing was changed. What somebody has was taken off your choice; the rest is still marked.
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button disabled={count === 0} isBusy={isBusy} onClick={save}>
          {wantedWords(wanted)}
        </Button>
        {count ? (
          <Button tone="quiet" onClick={() => setMarked(nothing)}>
            Leave it as it is
          </Button>
        ) : null}
        <p role="status" className="text-small text-ink-soft">
          {wanted.block.length ? `To block: ${wanted.block.join(", ")}. ` : ""}
          {wanted.unblock.length ? `To unblock: ${wanted.unblock.join(", ")}. ` : ""}
          {count === 0 ? (blocked === 1 ? "1 seat is blocked now." : `${blocked} seats are blocked now.`) : ""}
        </p>
      </div>
    </div>
  );
}

export function HouseSeats({ sale }: { sale: TicketSale }) {
  const view = useDoor(`house-seats-${sale.id}`, () => fetchSeats(sale.id));
  const section = useRef<HTMLElement>(null);
  const isReady = view.state.kind === "ready";
  // The page is drawn after it was asked for, so the browser itself did not find the place that the address names.
  useEffect(() => {
    if (isReady && window.location.hash === "#house-seats") section.current?.scrollIntoView();
  }, [isReady]);
  return (
    <section ref={section} id="house-seats" aria-labelledby="house-seats-heading" className="mt-14 grid max-w-4xl gap-4">
      <div>
        <h2 id="house-seats-heading" className="text-head">
          House seats
        </h2>
        <p className="text-ink-soft">Free seats can be kept from the sale and put back into it at any time. A seat that somebody holds or has bought stays his.</p>
      </div>
      <Door view={view} what="The hall">
        {(seats) => (seats.hall && seats.hall.sections.some((section) => section.rows.length) ? <BlockingMap sale={sale} hall={seats.hall} seats={seats} onDone={view.reload} /> : <p className="text-ink-soft">This hall has no numbered seats.</p>)}
      </Door>
    </section>
  );
}

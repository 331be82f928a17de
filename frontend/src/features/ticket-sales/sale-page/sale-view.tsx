// The page of a concert: what the server rendered, then live; the map of the hall is drawn by whoever is asked to.
"use client";
import Link from "next/link";
import { type ReactNode, useEffect, useMemo } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import type { Order, TicketSale } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { useFresh } from "@/lib/api/use-fresh";
import { isUnderWay } from "@/lib/commands/press-desk";
import { useHasCome } from "@/lib/clock/clock-context";
import { placeWords } from "@/lib/seating/seat-index";
import type { SeatPicking } from "@/lib/seating/seat-picking";
import { hasRole } from "@/lib/session/gate";
import { useUser } from "@/lib/session/session-context";
import { useSayPageThing } from "@/lib/house/page-thing";
import { urgency } from "@/lib/realtime/live-rooms";
import { seatFree } from "@/lib/seating/packed-seats";
import type { IndexedSeat } from "@/lib/seating/seat-index";
import { useChoice, writeChoice } from "../buying/choice";
import { pickWords, planPick } from "../buying/pick-plan";
import { useSaleRoom, useSaleRoomView, useSaleState } from "../live/rooms-context";
import { Poster } from "../poster";
import { useQueue } from "../queue/use-queue";
import { fetchMyOrders, fetchSale } from "../sale-calls";
import { fromSale, leftInAll, phaseOf } from "../sale-state";
import { ownPicture, phaseTones, phaseWords } from "../wording";
import { Announcer } from "./announcer";
import { Counter } from "./counter";
import { useTakeWords, waitingWords } from "./take-button";
import { useActions } from "./use-actions";
import { freeSeats, typeOfSeat, useHall, wheelchairPlaces } from "./use-hall";

function Head({ sale, tag }: { sale: TicketSale; tag: ReactNode }) {
  const user = useUser();
  const isStaff = user !== null && (user.id === sale.organizer_id || hasRole(user, "admin"));
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pt-2 pb-6">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-3">
          <span className="lot-number text-head">Event {sale.id}</span>
          {tag}
        </p>
        <h1 className="mt-1 text-lot">{sale.title}</h1>
        <p className="mt-1 text-lead text-ink-soft">
          <Moment iso={sale.start_time} />
          {sale.location ? ` · ${sale.location}` : null}
        </p>
      </div>
      {user && (isStaff || hasRole(user, "scanner")) ? (
        <div className="flex flex-wrap gap-2">
          {isStaff ? (
            <>
              <ButtonLink tone="line" size="small" href={`/events/${sale.id}/office`}>
                Box office
              </ButtonLink>
              <ButtonLink tone="line" size="small" href={`/sell/events/${sale.id}`}>
                Change
              </ButtonLink>
            </>
          ) : null}
          <ButtonLink tone="line" size="small" href={`/scan/${sale.id}`}>
            At the door
          </ButtonLink>
        </div>
      ) : null}
    </header>
  );
}

function Particulars({ sale }: { sale: TicketSale }) {
  const plan = ownPicture(sale.seat_map_url);
  return (
    <div className="grid grid-cols-1 content-start gap-6">
      {sale.description ? <p className="max-w-(--measure) text-lead leading-relaxed whitespace-pre-line">{sale.description}</p> : null}
      <dl className="grid max-w-(--measure) grid-cols-[auto_minmax(0,1fr)] gap-x-6">
        {(
          [
            ["Doors", sale.doors_open_time ? <Moment key="d" iso={sale.doors_open_time} /> : null],
            ["Begins", <Moment key="b" iso={sale.start_time} />],
            ["Ends", sale.end_time ? <Moment key="e" iso={sale.end_time} /> : null],
            ["Where", sale.location],
            ["Organised by", sale.organizer],
          ] as [string, ReactNode][]
        )
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid border-b border-hairline py-2">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
      </dl>
      {plan ? <img src={plan} alt="Plan of the hall" loading="lazy" className="max-w-full border border-hairline bg-sheet p-2" /> : null}
    </div>
  );
}

/** The viewer's orders of this event; read again after every answer, and when it is cancelled. */
function useOwnOrders(saleId: number, userId: number | null, answerId: string): readonly Order[] {
  const view = useDoor(userId === null ? null : `own-${saleId}-${userId}-${answerId}`, fetchMyOrders);
  return useMemo(() => (userId !== null && view.state.kind === "ready" ? view.state.data.filter((order) => order.event_id === saleId) : []), [saleId, userId, view.state]);
}

const holding = new Set(["held", "pending", "paid", "partly_refunded"]);

function mineIn(orders: readonly Order[]): string[] {
  return orders
    .filter((order) => holding.has(order.status))
    .flatMap((order) => (order.status === "held" || order.status === "pending" ? order.seats : order.tickets.filter((t) => t.status === "valid").flatMap((t) => t.seat ?? [])))
    .map((seat) => seat.id);
}

export function SaleView({ sale: rendered, renderSeats }: { sale: TicketSale; renderSeats: (picking: SeatPicking) => ReactNode }) {
  const initial = useMemo(() => fromSale(rendered), [rendered]);
  const room = useSaleRoom(initial, urgency.page);
  const state = useSaleState(room, initial);
  const sale = useFresh(rendered, state.edited > rendered.seq ? state.edited : 0, fetchSale);
  const view = useSaleRoomView(room);
  useSayPageThing({ about: "event", id: sale.id, seq: state.seq, title: sale.title });
  const phase = phaseOf(state, useHasCome(state.saleStartTime));
  const userId = useUser()?.id ?? null;
  const choice = useChoice(sale.id);
  const { hall, state: hallState, reload } = useHall(sale, room);
  useEffect(() => {
    room?.seat(userId);
  }, [room, userId]);

  const done = view.lastAnswer?.verdict.kind === "done" ? view.lastAnswer : null;
  const answered = done?.verdict.kind === "done" ? done.verdict.success : null;
  const round = `${answered?.orderId ?? answered?.requestId ?? 0}-${answered?.status ?? ""}`;
  const queue = useQueue(sale, userId, phase === "open" || phase === "sold_out", round);
  const turns = queue.done.length;
  const isCalledOff = phase === "cancelled";
  const orders = useOwnOrders(sale.id, userId, `${round}-${turns}${isCalledOff ? "-off" : ""}`);
  const taken = answered?.status === "queued" ? answered.requestId : undefined;
  const { watch } = queue;
  useEffect(() => {
    if (taken !== undefined) watch(taken);
  }, [taken, watch]);
  const mine = useMemo(() => new Set([...mineIn(orders), ...(answered && answered.status !== "released" ? answered.seats : [])]), [orders, answered]);
  const picked = useMemo(() => new Set(choice.seats), [choice]);
  const seats = choice.seats.flatMap((id) => (mine.has(id) ? [] : (hall?.index.byId.get(id) ?? [])));
  const typeOf = typeOfSeat(hall, choice.types, state.left);
  const isWaiting = view.presses.some(isUnderWay);
  // While a press is under way, the seats that turn held may be the presser's own.
  const isTaken = (seat: IndexedSeat) => !isWaiting && state.seats !== null && state.seats[seat.place] !== seatFree;
  const plan = planPick({ types: sale.ticket_types, left: state.left, counts: choice.counts, seats, isTaken, typeOf, typeOfZone: hall?.typeOfZone ?? new Map(), limitPerPerson: sale.limit_per_user, orderMax: sale.order_max });
  const seatWords = (id: string) => {
    const seat = hall?.index.byId.get(id);
    return seat ? placeWords(seat) : `seat ${id}`;
  };
  const actions = { ...useActions(room, userId, choice, isWaiting), saleId: sale.id, isCalledOff, seatWords };
  const takeWords = useTakeWords(plan);

  const toggleSeat = (id: string) => writeChoice(sale.id, { ...choice, seats: choice.seats.includes(id) ? choice.seats.filter((one) => one !== id) : [...choice.seats, id] });
  const seatsChosen = new Map<number, number>();
  for (const seat of seats) {
    const typeId = typeOf(seat);
    if (typeId !== undefined) seatsChosen.set(typeId, (seatsChosen.get(typeId) ?? 0) + 1);
  }
  const wheelchairs = useMemo(() => wheelchairPlaces(hall, state.seats), [hall, state.seats]);
  const freeOf = useMemo(() => freeSeats(hall, state.seats), [hall, state.seats]);
  const left = leftInAll(sale.ticket_types, state, freeOf);
  const isHall = hall !== null || hallState === "loading";
  const counter = (
    <Counter
      sale={sale}
      state={state}
      phase={phase}
      left={left}
      view={view}
      choice={choice}
      plan={plan}
      queue={queue}
      offerOfZone={hall?.offerOfZone ?? new Map()}
      wheelchairs={wheelchairs}
      seatedTypes={hall?.seatedTypes ?? new Set()}
      seatsChosen={seatsChosen}
      // The order just answered stands in the answer itself.
      orders={orders.filter((order) => order.id !== answered?.orderId)}
      isSignedIn={userId !== null}
      actions={actions}
      onCount={(typeId, count) => writeChoice(sale.id, { ...choice, counts: { ...choice.counts, [typeId]: count } })}
      onToggleSeat={toggleSeat}
      onType={(seatId, typeId) => writeChoice(sale.id, { ...choice, types: { ...choice.types, [seatId]: typeId } })}
      onRetry={() => room?.line.retryNow()}
    />
  );
  return (
    <article className="page-column pt-5 pb-24">
      <Link href="/events" className="inline-flex min-h-9 items-center text-small text-ink-soft underline decoration-hairline underline-offset-4 hover:text-ink">
        Programme
      </Link>
      <Head sale={sale} tag={<Tag tone={phaseTones[phase]}>{phaseWords[phase]}</Tag>} />
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,7fr)_minmax(22rem,5fr)] lg:gap-x-12">
        <div className="grid min-w-0 content-start gap-8">
          {hall ? renderSeats({ index: hall.index, states: state.seats, offerOfZone: hall.offerOfZone, picked, mine, canPick: phase === "open" || phase === "soon", onToggle: toggleSeat }) : null}
          {!hall && hallState === "loading" ? <Skeleton className="h-[34rem]" /> : null}
          {!hall && hallState === "failed" ? (
            <div role="alert" className="grid justify-items-start gap-3 border border-hairline bg-sheet p-5">
              <p>The map of the hall could not be read.</p>
              <Button size="small" tone="line" onClick={reload}>
                Try again
              </Button>
            </div>
          ) : null}
          {isHall ? null : (
            <div className="grid gap-8 sm:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
              <Poster sale={sale} isFirst className="aspect-[3/4] w-full border border-hairline" />
              <Particulars sale={sale} />
            </div>
          )}
        </div>
        {/* While there is no map to choose on, or nothing to choose yet, the counter with its countdown comes first on a phone. */}
        <div className={classNames("min-w-0 lg:sticky lg:top-6 lg:row-span-2 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto", (!isHall || phase !== "open") && "max-lg:order-first")}>{counter}</div>
        {isHall ? <Particulars sale={sale} /> : null}
      </div>
      {plan.kind === "ready" && seats.length > 0 && phase === "open" && userId !== null ? (
        <div className="fixed inset-x-0 bottom-0 z-40 border-t-4 border-t-wax-solid bg-sheet p-3 shadow-lift lg:hidden">
          <Button tone="wax" wide aria-disabled={actions.isWaiting || undefined} onClick={() => actions.onAsk(plan.asked, pickWords(plan.lines))}>
            {waitingWords(actions) ?? `${takeWords} now`}
          </Button>
        </div>
      ) : null}
      <Announcer left={left} phase={phase} />
    </article>
  );
}

// The hall of a sale: fetched once beside the live room, then kept true by it.
"use client";
import { useEffect, useMemo } from "react";
import type { SaleSeats, TicketSale } from "@/lib/api/tickets";
import { type DoorState, useDoor } from "@/lib/api/use-door";
import { seatFree, unpackSeats } from "@/lib/seating/packed-seats";
import { type IndexedSeat, type SeatIndex, indexHall } from "@/lib/seating/seat-index";
import { type SeatOffer, pricesOf } from "@/lib/seating/seat-picking";
import type { SaleRoom } from "../live/sale-room";
import { fetchSeats } from "../sale-calls";

export interface SaleHall {
  index: SeatIndex;
  offerOfZone: ReadonlyMap<string, SeatOffer>;
  typeOfZone: ReadonlyMap<string, number>;
  /** Ticket types that are chosen on the map, not by number. */
  seatedTypes: ReadonlySet<number>;
}

function hallOf(sale: TicketSale, seats: SaleSeats): SaleHall | null {
  if (!seats.hall || seats.hall.sections.every((section) => section.rows.length === 0)) return null;
  const index = indexHall(seats.hall);
  const typeOfZone = new Map<string, number>();
  // A seat that no line names is taken as the first type that sells its zone.
  for (const [zone, [first]] of Object.entries(seats.types_by_zone)) if (first !== undefined) typeOfZone.set(zone, first);
  const offerOfZone = new Map<string, SeatOffer>();
  for (const [zone, typeIds] of Object.entries(seats.types_by_zone)) {
    const [first, ...others] = typeIds.flatMap((id) => sale.ticket_types.filter((type) => type.id === id)).map((type) => ({ typeId: type.id, name: type.seat_type, price: type.price }));
    if (first && index.seats.some((seat) => seat.zone === zone)) offerOfZone.set(zone, { ...first, others });
  }
  return { index, offerOfZone, typeOfZone, seatedTypes: new Set([...offerOfZone.values()].flatMap((offer) => pricesOf(offer).map(({ typeId }) => typeId))) };
}

/** As which type somebody wants a seat: what he said, else the first type of its zone of which something is left. */
export function typeOfSeat(hall: SaleHall | null, said: Readonly<Record<string, number>> | undefined, left: Readonly<Record<number, number>>) {
  return (seat: IndexedSeat): number | undefined => {
    const offer = hall?.offerOfZone.get(seat.zone);
    if (!offer) return undefined;
    const ids = pricesOf(offer).map(({ typeId }) => typeId);
    const own = said?.[seat.id];
    return own !== undefined && ids.includes(own) ? own : (ids.find((id) => (left[id] ?? 1) > 0) ?? offer.typeId);
  };
}

/** How many seats are free, a zone. */
export function freeSeats(hall: SaleHall | null, states: Uint8Array | null): ReadonlyMap<string, number> {
  const free = new Map<string, number>();
  for (const seat of states ? (hall?.index.seats ?? []) : []) if (states?.[seat.place] === seatFree) free.set(seat.zone, (free.get(seat.zone) ?? 0) + 1);
  return free;
}

/** How many wheelchair places are free, a ticket type that sells some. */
export function wheelchairPlaces(hall: SaleHall | null, states: Uint8Array | null): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const seat of hall?.index.seats ?? []) {
    const offer = seat.kind === "accessible" ? hall?.offerOfZone.get(seat.zone) : undefined;
    if (!offer) continue;
    const free = states === null || states[seat.place] === seatFree ? 1 : 0;
    for (const { typeId } of pricesOf(offer)) places.set(typeId, (places.get(typeId) ?? 0) + free);
  }
  return places;
}

/** Null while there is none; a hall without seats has nothing to choose in. */
export function useHall(sale: TicketSale, room: SaleRoom | null): { hall: SaleHall | null; state: DoorState<SaleSeats>["kind"]; reload: () => void } {
  const view = useDoor(sale.has_hall ? `seats-${sale.id}` : null, () => fetchSeats(sale.id));
  const seats = view.state.kind === "ready" ? view.state.data : null;
  const hall = useMemo(() => (seats ? hallOf(sale, seats) : null), [sale, seats]);
  useEffect(() => {
    if (room && seats?.all) room.learnSeats(unpackSeats(seats.all), seats.seq);
  }, [room, seats]);
  return { hall, state: sale.has_hall ? view.state.kind : "missing", reload: view.reload };
}

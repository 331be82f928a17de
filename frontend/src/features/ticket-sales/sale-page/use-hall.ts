// The hall of a sale: fetched once beside the live room, then kept true by it.
"use client";
import { useEffect, useMemo } from "react";
import type { SaleSeats, TicketSale } from "@/lib/api/tickets";
import { type DoorState, useDoor } from "@/lib/api/use-door";
import { unpackSeats } from "@/lib/seating/packed-seats";
import { type SeatIndex, indexHall } from "@/lib/seating/seat-index";
import type { SeatOffer } from "@/lib/seating/seat-picking";
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
  for (const [zone, typeId] of typeOfZone) {
    const type = sale.ticket_types.find((one) => one.id === typeId);
    if (type && index.seats.some((seat) => seat.zone === zone)) offerOfZone.set(zone, { typeId, name: type.seat_type, price: type.price });
  }
  return { index, offerOfZone, typeOfZone, seatedTypes: new Set([...offerOfZone.values()].map((offer) => offer.typeId)) };
}

/** Null while there is none; a hall without seats has nothing to choose in. */
export function useHall(sale: TicketSale, room: SaleRoom | null): { hall: SaleHall | null; state: DoorState<SaleSeats>["kind"]; reload: () => void } {
  const view = useDoor(sale.has_hall ? `seats-${sale.id}` : null, () => fetchSeats(sale.id));
  const seats = view.state.kind === "ready" ? view.state.data : null;
  const hall = useMemo(() => (seats ? hallOf(sale, seats) : null), [sale, seats]);
  useEffect(() => {
    if (room && seats?.all && seats.seq > room.store.getState().seatsSeq) room.replace({ seats: unpackSeats(seats.all), seatsSeq: seats.seq });
  }, [room, seats]);
  return { hall, state: sale.has_hall ? view.state.kind : "missing", reload: view.reload };
}

// A hall to look at: every seat by its zone; where it may be changed, a press on a seat means something.
"use client";
import { useMemo } from "react";
import type { Hall } from "@/lib/api/tickets";
import { seatBlocked } from "@/lib/seating/packed-seats";
import { type IndexedSeat, indexHall, placeWords } from "@/lib/seating/seat-index";
import type { SeatOffer } from "@/lib/seating/seat-picking";
import { Legend } from "../map/legend";
import { SeatMap } from "../map/seat-map";
import { countWords } from "./hall-file";

interface HallPreviewProps {
  hall: Hall;
  /** House seats: not for sale. */
  blocked?: ReadonlySet<string>;
  onPress?: (seatId: string) => void;
  hint?: string;
}

const none: ReadonlySet<string> = new Set();
const kindWords = { standard: "", accessible: ", wheelchair place", companion: ", companion seat" } as const;

export function HallPreview({ hall, blocked = none, onPress, hint = "Tap to come nearer. Pinch or drag as on any map." }: HallPreviewProps) {
  const index = useMemo(() => indexHall(hall), [hall]);
  const zones = useMemo(() => new Map<string, SeatOffer>(hall.zones.map((zone, place) => [zone.id, { typeId: place + 1, name: zone.name, price: 0 }])), [hall]);
  const states = useMemo(() => Uint8Array.from(index.seats, (seat) => (blocked.has(seat.id) ? seatBlocked : 0)), [index, blocked]);
  const describe = (seat: IndexedSeat) =>
    `${placeWords(seat)}, ${zones.get(seat.zone)?.name ?? seat.zone}${kindWords[seat.kind]}${seat.hasAisleAfter ? ", aisle behind it" : ""}${blocked.has(seat.id) ? ", not for sale" : ""}`;
  return (
    <figure className="grid min-w-0 content-start gap-3">
      <SeatMap
        index={index}
        states={states}
        offerOfZone={zones}
        picked={none}
        mine={none}
        canPick={onPress !== undefined}
        canPress={() => true}
        onToggle={(seatId) => onPress?.(seatId)}
        describe={describe}
        hint={hint}
      />
      <figcaption className="grid gap-2">
        <p className="font-semibold">
          {countWords(hall)}
          {blocked.size ? <span className="font-normal text-ink-soft">, {blocked.size} of them not for sale</span> : null}
        </p>
        <Legend offerOfZone={zones} hasAccessible={index.seats.some((seat) => seat.kind !== "standard")} isPlain />
      </figcaption>
    </figure>
  );
}

// A hall to look at: every seat by its zone; where it may be changed, a press turns a seat into a wheelchair place.
"use client";
import { useMemo } from "react";
import type { Hall } from "@/lib/api/tickets";
import { type IndexedSeat, indexHall, placeWords } from "@/lib/seating/seat-index";
import type { SeatOffer } from "@/lib/seating/seat-picking";
import { Legend } from "../map/legend";
import { SeatMap } from "../map/seat-map";
import { countWords } from "./hall-file";

const none: ReadonlySet<string> = new Set();
const kindWords = { standard: "", accessible: ", wheelchair place", companion: ", companion seat" } as const;

export function HallPreview({ hall, onTurn }: { hall: Hall; onTurn?: (seatId: string) => void }) {
  const index = useMemo(() => indexHall(hall), [hall]);
  const zones = useMemo(() => new Map<string, SeatOffer>(hall.zones.map((zone, place) => [zone.id, { typeId: place + 1, name: zone.name, price: 0 }])), [hall]);
  const describe = (seat: IndexedSeat) => `${placeWords(seat)}, ${zones.get(seat.zone)?.name ?? seat.zone}${kindWords[seat.kind]}`;
  return (
    <figure className="grid min-w-0 gap-3">
      <SeatMap
        index={index}
        states={null}
        offerOfZone={zones}
        picked={none}
        mine={none}
        canPick={onTurn !== undefined}
        onToggle={(seatId) => onTurn?.(seatId)}
        describe={describe}
        hint={onTurn ? "Press a seat to make it a wheelchair place, again for its companion’s." : "Tap to come nearer. Pinch or drag as on any map."}
      />
      <figcaption className="grid gap-2">
        <p className="font-semibold">{countWords(hall)}</p>
        <Legend offerOfZone={zones} hasAccessible={index.seats.some((seat) => seat.kind !== "standard")} isPlain />
      </figcaption>
    </figure>
  );
}

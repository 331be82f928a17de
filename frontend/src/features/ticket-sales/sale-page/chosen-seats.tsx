// The seats one has chosen: where each is, as which ticket it is wanted where there is a choice, and what it costs.
"use client";
import { Price } from "@/components/ui/price";
import { useMoney } from "@/lib/house/house-context";
import { type IndexedSeat, placeWords } from "@/lib/seating/seat-index";
import { type SeatOffer, type SeatPrice, pricesOf } from "@/lib/seating/seat-picking";
import type { PickedLine } from "../buying/pick-plan";

interface ChosenSeatsProps {
  lines: readonly PickedLine[];
  /** In the order of choosing. */
  seats: readonly string[];
  offerOfZone: ReadonlyMap<string, SeatOffer>;
  onTake: (seatId: string) => void;
  onType: (seatId: string, typeId: number) => void;
}

function Kind({ seat, chosen, prices, onType }: { seat: IndexedSeat; chosen: SeatPrice; prices: readonly SeatPrice[]; onType: (typeId: number) => void }) {
  const money = useMoney();
  if (prices.length < 2) return chosen.price === 0 ? "free" : <Price amount={chosen.price} />;
  return (
    <select
      aria-label={`Ticket for ${placeWords(seat)}`}
      value={chosen.typeId}
      onChange={(event) => onType(Number(event.target.value))}
      className="min-h-11 max-w-48 rounded-edge border border-edge bg-sheet px-2 hover:border-ink"
    >
      {prices.map(({ typeId, name, price }) => (
        <option key={typeId} value={typeId}>
          {name} · {price === 0 ? "free" : money(price)}
        </option>
      ))}
    </select>
  );
}

export function ChosenSeats({ lines, seats, offerOfZone, onTake, onType }: ChosenSeatsProps) {
  const rows = lines
    .flatMap((line) => line.seats.map((seat) => ({ seat, chosen: { typeId: line.type.id, name: line.type.seat_type, price: line.type.price } })))
    .sort((a, b) => seats.indexOf(a.seat.id) - seats.indexOf(b.seat.id));
  if (rows.length === 0) return null;
  return (
    <ul aria-label="Chosen seats" className="grid gap-1">
      {rows.map(({ seat, chosen }) => {
        const offer = offerOfZone.get(seat.zone);
        return (
          <li key={seat.id} className="flex flex-wrap items-center justify-between gap-x-3">
            <span>
              {seat.section}, row {seat.row}, <span className="font-semibold">seat {seat.number}</span>
              {seat.kind === "standard" ? null : <span className="text-ink-soft">, {seat.kind === "accessible" ? "wheelchair place" : "companion seat"}</span>}
            </span>
            <span className="ml-auto flex items-center gap-2">
              <Kind seat={seat} chosen={chosen} prices={offer ? pricesOf(offer) : [chosen]} onType={(typeId) => onType(seat.id, typeId)} />
              <button type="button" onClick={() => onTake(seat.id)} aria-label={`Put back ${seat.id}`} className="min-h-11 px-1 text-small underline underline-offset-4">
                put back
              </button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

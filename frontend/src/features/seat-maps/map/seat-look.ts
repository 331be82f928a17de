// How each seat stands and looks: by shape first, by colour second, in words for the ear.
import { type SeatOffer, pricesOf } from "@/lib/seating/seat-picking";
import { type IndexedSeat, placeWords } from "@/lib/seating/seat-index";
import { seatBlocked, seatHeld, seatSold } from "@/lib/seating/packed-seats";

export type SeatStanding = "free" | "picked" | "mine" | "held" | "sold" | "blocked";

export interface Standings {
  states: Uint8Array | null;
  picked: ReadonlySet<string>;
  mine: ReadonlySet<string>;
  offerOfZone: ReadonlyMap<string, SeatOffer>;
}

export function standingOf(seat: IndexedSeat, { states, picked, mine, offerOfZone }: Standings): SeatStanding {
  if (mine.has(seat.id)) return "mine";
  if (!offerOfZone.has(seat.zone)) return "blocked";
  switch (states?.[seat.place]) {
    case seatHeld:
      return "held";
    case seatSold:
      return "sold";
    case seatBlocked:
      return "blocked";
    default:
      return picked.has(seat.id) ? "picked" : "free";
  }
}

export const standingWords: Record<SeatStanding, string> = {
  free: "free",
  picked: "chosen",
  mine: "yours",
  held: "held by somebody",
  sold: "sold",
  blocked: "not for sale",
};

const kindWords = { standard: "", accessible: "wheelchair place, ", companion: "companion seat, " } as const;

/** "Main floor, row A, seat 3, Stalls, €45.00, free" */
export function seatWords(seat: IndexedSeat, standing: SeatStanding, offer: SeatOffer | undefined, money: (amount: number) => string): string {
  const prices = offer ? pricesOf(offer).map(({ name, price }) => `${name}, ${price === 0 ? "free of charge" : money(price)}`) : [];
  const what = prices.length ? `${prices.join(" or ")}, ` : "";
  return `${placeWords(seat)}, ${kindWords[seat.kind]}${what}${standingWords[standing]}`;
}

export type Tone = "ink" | "laurel" | "amber";
export interface TypeLook {
  tone: Tone;
  /** Solid, ring, or solid with a light dot: told apart without colour. */
  fill: "solid" | "ring" | "dot";
}

const looks: readonly TypeLook[] = [
  { tone: "ink", fill: "solid" },
  { tone: "laurel", fill: "ring" },
  { tone: "amber", fill: "dot" },
  { tone: "ink", fill: "ring" },
  { tone: "laurel", fill: "solid" },
  { tone: "amber", fill: "ring" },
  { tone: "ink", fill: "dot" },
  { tone: "laurel", fill: "dot" },
  { tone: "amber", fill: "solid" },
];

/** One look a ticket type, in the order of the event. */
export function looksOf(offerOfZone: ReadonlyMap<string, SeatOffer>): ReadonlyMap<number, TypeLook> {
  const ids = [...new Set([...offerOfZone.values()].map((offer) => offer.typeId))].sort((a, b) => a - b);
  return new Map(ids.map((id, place) => [id, looks[place % looks.length]!]));
}

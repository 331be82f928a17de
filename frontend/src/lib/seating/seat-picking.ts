// What somebody who picks seats needs to see, whoever draws the map and whoever sells.
import type { SeatIndex } from "./seat-index";

export interface SeatPrice {
  typeId: number;
  name: string;
  price: number;
}

/** What the seats of a zone are sold as: the first type, and others whom one may choose instead. */
export interface SeatOffer extends SeatPrice {
  others?: readonly SeatPrice[];
}

export function pricesOf(offer: SeatOffer): readonly SeatPrice[] {
  return [offer, ...(offer.others ?? [])];
}

export interface SeatPicking {
  index: SeatIndex;
  /** One state a seat in the hall's order; null before the first picture. */
  states: Uint8Array | null;
  offerOfZone: ReadonlyMap<string, SeatOffer>;
  /** Chosen, not yet asked for. */
  picked: ReadonlySet<string>;
  /** Held or bought by the viewer. */
  mine: ReadonlySet<string>;
  canPick: boolean;
  onToggle: (seatId: string) => void;
}

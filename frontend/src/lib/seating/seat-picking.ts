// What somebody who picks seats needs to see, whoever draws the map and whoever sells.
import type { SeatIndex } from "./seat-index";

/** What the seats of a zone are sold as. */
export interface SeatOffer {
  typeId: number;
  name: string;
  price: number;
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

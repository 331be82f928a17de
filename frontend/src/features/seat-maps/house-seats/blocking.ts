// Which seats would leave the sale and which would come back, before it is asked for.
import { seatBlocked, seatFree } from "@/lib/seating/packed-seats";
import type { SeatIndex } from "@/lib/seating/seat-index";

export interface Wanted {
  block: readonly string[];
  unblock: readonly string[];
}

export const nothing: Wanted = { block: [], unblock: [] };

const without = (ids: readonly string[], id: string) => ids.filter((one) => one !== id);

/** After a press on a seat that is free or blocked as the house knows it; a second press takes it back. */
export function pressed(wanted: Wanted, seatId: string, isBlocked: boolean): Wanted {
  const list = isBlocked ? "unblock" : "block";
  return { ...wanted, [list]: wanted[list].includes(seatId) ? without(wanted[list], seatId) : [...wanted[list], seatId] };
}

/** The states as they would be. */
export function statesAfter(index: SeatIndex, states: Uint8Array, wanted: Wanted): Uint8Array {
  const after = states.slice();
  const put = (ids: readonly string[], state: number) => {
    for (const id of ids) {
      const seat = index.byId.get(id);
      if (seat) after[seat.place] = state;
    }
  };
  put(wanted.block, seatBlocked);
  put(wanted.unblock, seatFree);
  return after;
}

/** What still can be asked for when others were quicker: nothing is blocked that somebody has by now. */
export function stillOpen(index: SeatIndex, states: Uint8Array, wanted: Wanted): Wanted {
  const isAt = (id: string, state: number) => states[index.byId.get(id)?.place ?? -1] === state;
  return { block: wanted.block.filter((id) => isAt(id, seatFree)), unblock: wanted.unblock.filter((id) => isAt(id, seatBlocked)) };
}

/** "Block 2 seats and unblock 1" */
export function wantedWords({ block, unblock }: Wanted): string {
  const seats = (n: number) => (n === 1 ? "1 seat" : `${n} seats`);
  const parts = [block.length ? `block ${seats(block.length)}` : null, unblock.length ? `unblock ${seats(unblock.length)}` : null].filter((part) => part !== null);
  const words = parts.join(" and ") || "nothing to change";
  return words[0]!.toUpperCase() + words.slice(1);
}

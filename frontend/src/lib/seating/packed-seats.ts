// The states of a hall's seats as they travel: two bits a seat in the hall's order, four seats a byte, the first lowest.

export const seatFree = 0;
export const seatHeld = 1;
export const seatSold = 2;
export const seatBlocked = 3;

/** One state a seat; the last byte may carry up to three places that no seat stands for. */
export function unpackSeats(text: string): Uint8Array {
  const packed = atob(text);
  const states = new Uint8Array(packed.length * 4);
  for (let place = 0; place < packed.length; place += 1) {
    const byte = packed.charCodeAt(place);
    states[place * 4] = byte & 3;
    states[place * 4 + 1] = (byte >> 2) & 3;
    states[place * 4 + 2] = (byte >> 4) & 3;
    states[place * 4 + 3] = (byte >> 6) & 3;
  }
  return states;
}

/** A copy with the given seats changed; places beyond the hall are left out. */
export function changeSeats(states: Uint8Array, changed: readonly (readonly [number, number])[]): Uint8Array {
  const next = states.slice();
  for (const [place, state] of changed) if (place >= 0 && place < next.length) next[place] = state & 3;
  return next;
}

// The sales this tab listens to: one socket a sale however many parts of the page look at it, and few sockets in all.
//
// The law: at most `socketsMax` sockets; the sale whose page is open goes before cards of the programme.
import type { SaleState } from "../sale-state";
import { SaleRoom, type SaleRoomPorts } from "./sale-room";

/** Accounts may hold 20 sockets, and lots take up to nine of them. */
export const socketsMax = 6;
const lingerMs = 4_000;

/** Higher goes first when sockets are scarce. */
export const urgency = { card: 1, page: 2 } as const;
export type Urgency = (typeof urgency)[keyof typeof urgency];

interface Seat {
  room: SaleRoom;
  guests: Map<symbol, Urgency>;
  isOpen: boolean;
  cancelClose: (() => void) | null;
}

export class SaleRooms {
  private readonly seats = new Map<number, Seat>();
  private areCardsQuiet = false;

  constructor(private readonly ports: SaleRoomPorts) {}

  /** Sits down in a room; the returned function leaves it. */
  join(initial: SaleState, need: Urgency): { room: SaleRoom; leave: () => void } {
    const seat = this.seats.get(initial.saleId) ?? this.make(initial);
    const known = seat.room.store.getState();
    if (initial.seq > known.seq) seat.room.store.setState({ ...initial, seats: known.seats, seatsSeq: known.seatsSeq }, true);
    const guest = Symbol();
    seat.cancelClose?.();
    seat.cancelClose = null;
    seat.guests.set(guest, need);
    this.arrange();
    return { room: seat.room, leave: () => this.leave(seat, guest) };
  }

  /** Somebody signed in or out: every line must carry the new cookies. */
  reopenAll(): void {
    for (const seat of this.seats.values()) if (seat.isOpen) seat.room.reopen();
  }

  /** A hidden tab keeps only the sale whose page is open. */
  setHidden(isHidden: boolean): void {
    this.areCardsQuiet = isHidden;
    this.arrange();
    if (!isHidden) for (const seat of this.seats.values()) if (seat.isOpen) seat.room.retryNow();
  }

  private make(initial: SaleState): Seat {
    const seat: Seat = { room: new SaleRoom(initial.saleId, initial, this.ports), guests: new Map(), isOpen: false, cancelClose: null };
    this.seats.set(initial.saleId, seat);
    return seat;
  }

  private leave(seat: Seat, guest: symbol): void {
    seat.guests.delete(guest);
    // Walking from the programme to the sale's page must not drop and reopen the line.
    if (seat.guests.size === 0) seat.cancelClose ??= this.ports.timers.after(lingerMs, () => this.closeIfUnused(seat));
    else this.arrange();
  }

  private closeIfUnused(seat: Seat): void {
    seat.cancelClose = null;
    if (seat.guests.size > 0) return;
    // A press without an answer keeps its line, also after the person has walked on.
    if (seat.room.view.getState().presses.length > 0) {
      seat.cancelClose = this.ports.timers.after(lingerMs, () => this.closeIfUnused(seat));
      return;
    }
    if (seat.isOpen) seat.room.close();
    seat.room.desk.close();
    this.seats.delete(seat.room.saleId);
    this.arrange();
  }

  private arrange(): void {
    const need = (seat: Seat) => Math.max(0, ...seat.guests.values());
    const wanted = [...this.seats.values()].filter((seat) => seat.guests.size > 0).sort((a, b) => need(b) - need(a));
    wanted.forEach((seat, place) => {
      const mayOpen = place < socketsMax && !(this.areCardsQuiet && need(seat) === urgency.card);
      if (mayOpen === seat.isOpen) return;
      seat.isOpen = mayOpen;
      if (mayOpen) seat.room.open();
      else seat.room.close();
    });
  }
}

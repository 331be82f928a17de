// The rooms this tab sits in: one socket a lot however many parts of the page look at it, and few sockets in all.
//
// The law: at most `socketsMax` sockets a tab; the lot page and the lots one bids on go before cards of the catalogue.
import { fetchLot } from "../lot-calls";
import { type LotState, fromLot } from "../lot-state";
import { LotRoom, type RoomPorts } from "./lot-room";

/** Accounts may hold 20 sockets: a second tab must still get some. */
export const socketsMax = 9;
const lingerMs = 4_000;
const pollMs = 15_000;

/** Higher goes first when sockets are scarce. */
export const urgency = { card: 1, mine: 2, page: 3 } as const;
export type Urgency = (typeof urgency)[keyof typeof urgency];

interface Seat {
  room: LotRoom;
  guests: Map<symbol, Urgency>;
  isOpen: boolean;
  joinedAt: number;
  cancelClose: (() => void) | null;
  cancelPoll: (() => void) | null;
}

export class LotRooms {
  private readonly seats = new Map<number, Seat>();
  private order = 0;
  private areCardsQuiet = false;

  constructor(private readonly ports: RoomPorts) {}

  /** Sits down in a room; the returned function leaves it. */
  join(initial: LotState, need: Urgency): { room: LotRoom; leave: () => void } {
    const seat = this.seats.get(initial.lotId) ?? this.make(initial);
    const known = seat.room.store.getState();
    if (initial.seq > known.seq) seat.room.store.setState({ ...initial, people: known.people }, true);
    const guest = Symbol();
    seat.cancelClose?.();
    seat.cancelClose = null;
    seat.guests.set(guest, need);
    this.arrange();
    return { room: seat.room, leave: () => this.leave(seat, guest) };
  }

  /** Lots on which this person pressed and got no answer yet. */
  lotsWithPresses(userId: number): number[] {
    return [...new Set(this.ports.pending.all().filter((entry) => entry.userId === userId).map((entry) => entry.lotId))];
  }

  find(lotId: number): LotRoom | null {
    return this.seats.get(lotId)?.room ?? null;
  }

  /** Somebody signed in or out: every line must carry the new cookies. */
  reopenAll(): void {
    for (const seat of this.seats.values()) if (seat.isOpen) seat.room.reopen();
  }

  /** A hidden tab keeps only the rooms where something of one's own is at stake. */
  setHidden(isHidden: boolean): void {
    this.areCardsQuiet = isHidden;
    this.arrange();
    if (!isHidden) for (const seat of this.seats.values()) if (seat.isOpen) seat.room.retryNow();
  }

  closeAll(): void {
    for (const seat of this.seats.values()) this.shut(seat);
    this.seats.clear();
  }

  private make(initial: LotState): Seat {
    this.order += 1;
    const seat: Seat = {
      room: new LotRoom(initial.lotId, initial, this.ports),
      guests: new Map(),
      isOpen: false,
      joinedAt: this.order,
      cancelClose: null,
      cancelPoll: null,
    };
    this.seats.set(initial.lotId, seat);
    return seat;
  }

  private leave(seat: Seat, guest: symbol): void {
    seat.guests.delete(guest);
    if (seat.guests.size > 0) {
      this.arrange();
      return;
    }
    // Walking from the catalogue to the lot page must not drop and reopen the line.
    seat.cancelClose ??= this.ports.timers.after(lingerMs, () => this.closeIfUnused(seat));
  }

  private closeIfUnused(seat: Seat): void {
    seat.cancelClose = null;
    if (seat.guests.size > 0) return;
    // A press without an answer keeps its line, also after the person has walked on.
    if (seat.room.view.getState().presses.length > 0) {
      seat.cancelClose = this.ports.timers.after(lingerMs, () => this.closeIfUnused(seat));
      return;
    }
    this.shut(seat);
    seat.room.desk.close();
    this.seats.delete(seat.room.lotId);
    this.arrange();
  }

  private need(seat: Seat): number {
    return Math.max(0, ...seat.guests.values());
  }

  private arrange(): void {
    const wanted = [...this.seats.values()].filter((seat) => seat.guests.size > 0);
    wanted.sort((a, b) => this.need(b) - this.need(a) || a.joinedAt - b.joinedAt);
    wanted.forEach((seat, place) => {
      const mayOpen = place < socketsMax && !(this.areCardsQuiet && this.need(seat) === urgency.card);
      if (mayOpen && !seat.isOpen) {
        seat.cancelPoll?.();
        seat.cancelPoll = null;
        seat.isOpen = true;
        seat.room.open();
      } else if (!mayOpen) {
        if (seat.isOpen) this.shut(seat);
        if (!this.areCardsQuiet) this.pollLater(seat);
      }
    });
  }

  private shut(seat: Seat): void {
    seat.cancelPoll?.();
    seat.cancelPoll = null;
    if (!seat.isOpen) return;
    seat.isOpen = false;
    seat.room.close();
  }

  /** A card without a socket still tells the truth, a little later. */
  private pollLater(seat: Seat): void {
    seat.cancelPoll ??= this.ports.timers.after(pollMs, () => {
      seat.cancelPoll = null;
      if (seat.isOpen || seat.guests.size === 0) return;
      void fetchLot(seat.room.lotId)
        .then((lot) => {
          this.ports.clock.observe(lot.server_time);
          const known = seat.room.store.getState();
          if (!seat.isOpen && lot.seq > known.seq) seat.room.store.setState({ ...fromLot(lot, null), people: known.people }, true);
        })
        .catch(() => undefined)
        .finally(() => this.arrange());
    });
  }
}

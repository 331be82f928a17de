// The live rooms a tab sits in: one socket a thing however many parts of the page look at it, and few sockets in all.
//
// The law: at most `socketsMax` sockets; what is needed most goes first, and a hidden tab keeps nothing that is a mere card.
import type { Timers } from "./ports";

/** Higher goes first when sockets are scarce. */
export const urgency = { card: 1, mine: 2, page: 3 } as const;
export type Urgency = (typeof urgency)[keyof typeof urgency];

const lingerMs = 4_000;

/** One thing's room in this tab. */
export interface LiveRoom<State> {
  readonly id: number;
  readonly line: { open: () => void; close: () => void; reopen: () => void; retryNow: () => void };
  readonly desk: { close: () => void; readonly isBusy: boolean };
  /** Takes what a page rendered or REST told, if it is newer. */
  learn: (told: State) => void;
  /** Somebody sits down, or nobody is signed in any more. */
  seat: (userId: number | null) => void;
}

export interface LiveRoomsPorts<State, Room extends LiveRoom<State>> {
  timers: Timers;
  socketsMax: number;
  make: (initial: State) => Room;
  /** How a room without a socket is kept true, and how often; left out, it waits for one. */
  poll?: { everyMs: number; look: (id: number) => Promise<State> };
}

interface Seat<State, Room extends LiveRoom<State>> {
  room: Room;
  guests: Map<symbol, Urgency>;
  isOpen: boolean;
  cancelClose: (() => void) | null;
  cancelPoll: (() => void) | null;
}

const needOf = (seat: { guests: Map<symbol, Urgency> }) => Math.max(0, ...seat.guests.values());

export class LiveRooms<State, Room extends LiveRoom<State>> {
  /** In the order of coming, which decides between equals. */
  private readonly seats = new Map<number, Seat<State, Room>>();
  private areCardsQuiet = false;

  constructor(private readonly ports: LiveRoomsPorts<State, Room>) {}

  /** Sits down in a room; the returned function leaves it. */
  join(id: number, initial: State, need: Urgency): { room: Room; leave: () => void } {
    const seat = this.seats.get(id) ?? this.make(id, initial);
    seat.room.learn(initial);
    const guest = Symbol();
    seat.cancelClose?.();
    seat.cancelClose = null;
    seat.guests.set(guest, need);
    this.arrange();
    return { room: seat.room, leave: () => this.leave(seat, guest) };
  }

  find(id: number): Room | null {
    return this.seats.get(id)?.room ?? null;
  }

  /** Somebody signed in or out: nobody's presses go on for another, and every line must carry the new cookies. */
  changeUser(userId: number | null): void {
    for (const seat of this.seats.values()) {
      seat.room.seat(userId);
      if (seat.isOpen) seat.room.line.reopen();
    }
  }

  /** A hidden tab keeps only the rooms where something of one's own is at stake. */
  setHidden(isHidden: boolean): void {
    this.areCardsQuiet = isHidden;
    this.arrange();
    if (!isHidden) for (const seat of this.seats.values()) if (seat.isOpen) seat.room.line.retryNow();
  }

  private make(id: number, initial: State): Seat<State, Room> {
    const seat = { room: this.ports.make(initial), guests: new Map<symbol, Urgency>(), isOpen: false, cancelClose: null, cancelPoll: null };
    this.seats.set(id, seat);
    return seat;
  }

  private leave(seat: Seat<State, Room>, guest: symbol): void {
    seat.guests.delete(guest);
    if (seat.guests.size > 0) {
      this.arrange();
      return;
    }
    // Walking from a card to its page must not drop and reopen the line.
    seat.cancelClose ??= this.ports.timers.after(lingerMs, () => this.closeIfUnused(seat));
  }

  private closeIfUnused(seat: Seat<State, Room>): void {
    seat.cancelClose = null;
    if (seat.guests.size > 0) return;
    // A press without an answer keeps its line, also after the person has walked on.
    if (seat.room.desk.isBusy) {
      seat.cancelClose = this.ports.timers.after(lingerMs, () => this.closeIfUnused(seat));
      return;
    }
    this.shut(seat);
    seat.room.desk.close();
    this.seats.delete(seat.room.id);
    this.arrange();
  }

  private arrange(): void {
    const wanted = [...this.seats.values()].filter((seat) => seat.guests.size > 0);
    wanted.sort((a, b) => needOf(b) - needOf(a));
    wanted.forEach((seat, place) => {
      const mayOpen = place < this.ports.socketsMax && !(this.areCardsQuiet && needOf(seat) === urgency.card);
      if (mayOpen && !seat.isOpen) {
        seat.cancelPoll?.();
        seat.cancelPoll = null;
        seat.isOpen = true;
        seat.room.line.open();
      } else if (!mayOpen) {
        if (seat.isOpen) this.shut(seat);
        if (!this.areCardsQuiet) this.pollLater(seat);
      }
    });
  }

  private shut(seat: Seat<State, Room>): void {
    seat.cancelPoll?.();
    seat.cancelPoll = null;
    if (!seat.isOpen) return;
    seat.isOpen = false;
    seat.room.line.close();
  }

  /** A card without a socket still tells the truth, a little later. */
  private pollLater(seat: Seat<State, Room>): void {
    const { timers, poll } = this.ports;
    if (!poll) return;
    seat.cancelPoll ??= timers.after(poll.everyMs, () => {
      seat.cancelPoll = null;
      if (seat.isOpen || seat.guests.size === 0) return;
      void poll
        .look(seat.room.id)
        .then((told) => {
          if (!seat.isOpen) seat.room.learn(told);
        })
        .catch(() => undefined)
        .finally(() => this.arrange());
    });
  }
}

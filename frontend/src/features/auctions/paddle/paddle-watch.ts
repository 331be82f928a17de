// Watches the lots one has bid on, without React, and tells each turn once.
//
// The law: from the moment a bid is accepted, losing that lead is told, however soon it comes and wherever the person has
// walked to meanwhile; a lot that joins the list disturbs the watch over no other.
import type { Lot } from "@/lib/api/types";
import { urgency } from "@/lib/realtime/live-rooms";
import type { Timers } from "@/lib/realtime/ports";
import type { LotRooms } from "../live/lot-rooms";
import { type LotState, fromLot } from "../lot-state";
import { type Turn, turnBetween } from "./turn";

/** Watched at once; a person follows few lots in one evening, and sockets are scarce. */
export const watchedMax = 5;
/** How far back in the list of lots we look for ones that are still on. */
const looksMax = 20;
const retryMs = 5_000;

export interface WatchPorts {
  rooms: Pick<LotRooms, "find" | "join" | "lotsWithPresses">;
  timers: Timers;
  fetchLot: (lotId: number) => Promise<Lot>;
  tell: (turn: Turn, state: LotState, title: string) => void;
}

type Stop = () => void;
const nothing: Stop = () => undefined;

export class PaddleWatch {
  private readonly stops = new Map<number, Stop>();
  private readonly over = new Set<number>();
  /** Where in each lot's log this person is known to have led, by the answer to his bid. */
  private readonly ledAt = new Map<number, number>();
  private lotIds: number[] = [];

  constructor(
    private readonly userId: number,
    private readonly ports: WatchPorts,
  ) {}

  /** The lots one has bid on, newest first: the newest that are still on are watched. */
  follow(lotIds: number[]): void {
    this.lotIds = lotIds.slice(0, looksMax);
    this.arrange();
  }

  /** A bid was accepted: at this place of the lot's log this person led. */
  led(lotId: number, seq: number): void {
    this.ledAt.set(lotId, seq);
  }

  close(): void {
    this.lotIds = [];
    this.arrange();
  }

  private arrange(): void {
    const wanted = this.lotIds.filter((id) => !this.over.has(id)).slice(0, watchedMax);
    for (const [id, stop] of [...this.stops]) {
      if (wanted.includes(id)) continue;
      this.stops.delete(id);
      stop();
    }
    for (const id of wanted) if (!this.stops.has(id)) this.start(id);
  }

  private start(id: number): void {
    this.stops.set(id, nothing);
    const reading = this.ports.fetchLot(id);
    const title = reading.then((lot) => lot.title, () => `Lot ${id}`);
    // Somebody who just bid sits in the room already: waiting for an answer of REST would leave him unwatched meanwhile.
    const room = this.ports.rooms.find(id);
    if (room) {
      this.sit(id, room.store.getState(), title);
      return;
    }
    let isGone = false;
    let cancelRetry = nothing;
    this.stops.set(id, () => {
      isGone = true;
      cancelRetry();
    });
    reading.then(
      (lot) => {
        if (isGone) return;
        if (lot.status === "open" || this.ports.rooms.lotsWithPresses(this.userId).includes(id)) {
          this.sit(id, this.ports.rooms.find(id)?.store.getState() ?? fromLot(lot, null), title);
        } else {
          this.leave(id);
        }
      },
      () => {
        if (!isGone) cancelRetry = this.ports.timers.after(retryMs, () => this.start(id));
      },
    );
  }

  private sit(id: number, initial: LotState, title: Promise<string>): void {
    const { room, leave } = this.ports.rooms.join(id, initial, urgency.mine);
    const look = (before: LotState, after: LotState) => {
      const turn = turnBetween(this.withLead(before, after), after, this.userId);
      if (!turn) return;
      if (turn !== "leading") this.ledAt.delete(id);
      void title.then((words) => this.ports.tell(turn, after, words));
      if (after.status !== "open") this.leave(id);
    };
    const unsubscribe = room.store.subscribe((after, before) => look(before, after));
    this.stops.set(id, () => {
      unsubscribe();
      leave();
    });
    room.seat(this.userId);
    const now = room.store.getState();
    if (this.isPastLead(now)) look({ ...now, seq: -1, status: "open", isActive: true }, now);
  }

  /** The lot is over for this person; the next in the list may have its place. */
  private leave(id: number): void {
    this.over.add(id);
    this.arrange();
  }

  /** The lead that was answered is over by now, and nobody was told yet. */
  private isPastLead(state: LotState): boolean {
    const ledAt = this.ledAt.get(state.lotId);
    return ledAt !== undefined && state.seq > ledAt && (state.leaderId !== this.userId || state.status !== "open");
  }

  /** The state before, or the lead between the two when the frames skipped the very bid that led. */
  private withLead(before: LotState, after: LotState): LotState {
    const ledAt = this.ledAt.get(after.lotId);
    return ledAt !== undefined && before.seq < ledAt && this.isPastLead(after) ? { ...before, leaderId: this.userId } : before;
  }
}

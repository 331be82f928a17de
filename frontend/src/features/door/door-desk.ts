// The desk at the door: each code read becomes one question with one nonce, asked until the house has answered.
import type { CheckinAnswer } from "@/lib/api/tickets";
import type { KeyValueStore } from "@/lib/commands/safe-storage";
import { type Press, PressDesk } from "@/lib/commands/press-desk";
import type { Entry } from "@/lib/commands/pending-presses";
import type { Timers } from "@/lib/realtime/ports";
import { createStore } from "zustand/vanilla";
import { type Scan, pendingScans, tokenIn } from "./scan";
import { type DoorVerdict, noCode, verdictOf } from "./verdict";

export interface AnsweredScan {
  id: string;
  scan: Scan;
  verdict: DoorVerdict;
  ticketType: string | null;
  place: string | null;
  holder: string | null;
  at: number;
}

export interface DoorState {
  waiting: Press<Scan>[];
  /** Newest first. */
  answered: AnsweredScan[];
}

/** A code held before the camera is read many times a second; it is one scan until it has been away so long. */
const sameCodeMs = 4_000;
const answeredMax = 30;

export interface DoorDeskPorts {
  disk: KeyValueStore;
  timers: Timers;
  wallNow: () => number;
  post: (entry: Entry<Scan>) => Promise<CheckinAnswer>;
}

function placeOf(answer: CheckinAnswer): string | null {
  return answer.seat ? `${answer.seat.section}, row ${answer.seat.row}, seat ${answer.seat.number}` : null;
}

export class DoorDesk {
  readonly store = createStore<DoorState>()(() => ({ waiting: [], answered: [] }));
  private readonly desk: PressDesk<Scan, CheckinAnswer>;
  private strangeCodes = 0;
  private lastSeen: { token: string; at: number } | null = null;

  constructor(
    private readonly userId: number,
    private readonly eventId: number,
    private readonly ports: DoorDeskPorts,
  ) {
    this.desk = new PressDesk<Scan, CheckinAnswer>({
      pending: pendingScans(ports.disk),
      timers: ports.timers,
      wallNow: ports.wallNow,
      isHere: (scan) => scan.eventId === this.eventId,
      // The door has no socket of its own: every question goes over REST.
      send: () => false,
      expectAnswer: () => undefined,
      reopen: () => undefined,
      post: ports.post,
      onPresses: (waiting) => this.store.setState({ waiting }),
      onVerdict: (verdict, scan) => {
        const success = verdict.kind === "done" ? verdict.success : null;
        const answered = { id: scan.id, scan, verdict: verdictOf(verdict, scan), ticketType: success?.ticket_type ?? null, place: success ? placeOf(success) : null, holder: success?.holder ?? null, at: ports.wallNow() };
        this.tell(answered);
      },
    });
  }

  /** Takes up what a reload left without an answer. */
  open(): void {
    this.desk.resume(this.userId);
  }

  close(): void {
    this.desk.close();
  }

  /** The camera saw a code: asked once, however long it is held there. */
  see(text: string, gate: string, direction: Scan["direction"]): void {
    const at = this.ports.timers.now();
    const isSame = this.lastSeen?.token === text && at - this.lastSeen.at < sameCodeMs;
    this.lastSeen = { token: text, at };
    if (!isSame) this.ask(text, gate, direction);
  }

  /** Somebody scanned or typed a code on purpose. What is no code is answered here, so that no earlier welcome stands for it. */
  ask(text: string, gate: string, direction: Scan["direction"]): void {
    const token = tokenIn(text);
    if (!token) {
      const scan = { eventId: this.eventId, token: text.trim(), gate, direction };
      return this.tell({ id: `strange-${++this.strangeCodes}`, scan, verdict: noCode, ticketType: null, place: null, holder: null, at: this.ports.wallNow() });
    }
    const isWaiting = this.store.getState().waiting.some(({ entry }) => entry.token === token && entry.direction === direction);
    if (!isWaiting) this.desk.press(this.userId, { eventId: this.eventId, token, gate, direction });
  }

  private tell(answered: AnsweredScan): void {
    this.store.setState((state) => ({ answered: [answered, ...state.answered].slice(0, answeredMax) }));
  }

  askAgain(id: string): void {
    this.desk.askAgain(id);
  }

  putAside(id: string): void {
    this.desk.putAside(id);
  }
}

// Carries each press to exactly one answer: over the socket, after a silence also over REST, again after a reconnect.
//
// The law: the same id on every attempt; nothing counts as failed unless the server said so. A press found on disk that
// is older than `ownWillMs` is not sent again by itself, because buying must be the will of a person who is present.
import { Problem } from "@/lib/api/problem";
import type { Timers } from "@/lib/realtime/ports";
import type { Entry, PendingPresses } from "./pending-presses";

export const silenceMs = 2_500;
export const ownWillMs = 120_000;
const retryMs = [1_000, 2_000, 4_000, 8_000] as const;

/** Codes that wrote nothing and left the id unused: the same press may simply be tried again. */
const retryLater = new Set(["busy", "rate_limited"]);
/** Codes after which nobody knows: the same id asks again, and silence is never called failure. */
const unknownYet = new Set(["unavailable", "bug"]);
/** Codes that mean "we do not know you (any more)". */
const signedOut = new Set(["not_signed_in", "session_ended"]);

export type PressPhase = "sending" | "checking" | "asking" | "signed_out";

export interface Press<Wish> {
  entry: Entry<Wish>;
  phase: PressPhase;
}

export interface Refusal {
  code: string;
  message: string;
  facts: Record<string, unknown>;
}
export type Verdict<Success> = { kind: "done"; success: Success } | ({ kind: "refused" } & Refusal);

export interface PressDeskPorts<Wish extends object, Success> {
  pending: PendingPresses<Wish>;
  timers: Timers;
  wallNow: () => number;
  /** Whether what an earlier page left on disk belongs to this desk. */
  isHere: (wish: Wish) => boolean;
  /** Sends over the socket; false when the line is down or this wish has no frame. */
  send: (entry: Entry<Wish>) => boolean;
  expectAnswer: () => void;
  post: (entry: Entry<Wish>) => Promise<Success>;
  /** The socket does not know us any more: open it anew with fresh cookies. */
  reopen: () => void;
  onPresses: (presses: Press<Wish>[]) => void;
  onVerdict: (verdict: Verdict<Success>, entry: Entry<Wish>) => void;
}

interface Work<Wish> {
  entry: Entry<Wish>;
  phase: PressPhase;
  mayHaveArrived: boolean;
  isPosting: boolean;
  tries: number;
  cancel: (() => void) | null;
}

export class PressDesk<Wish extends object, Success> {
  private readonly work = new Map<string, Work<Wish>>();

  constructor(private readonly ports: PressDeskPorts<Wish, Success>) {}

  /** Whether any press here has no answer yet. */
  get isBusy(): boolean {
    return this.work.size > 0;
  }

  /** Takes up what an earlier page left without an answer. */
  resume(userId: number): void {
    for (const work of [...this.work.values()]) {
      if (work.entry.userId === userId) continue;
      // Somebody else signed in: the press stays on disk for the one who made it.
      work.cancel?.();
      this.work.delete(work.entry.id);
    }
    for (const entry of this.ports.pending.of(userId).filter(this.ports.isHere)) {
      if (this.work.has(entry.id)) continue;
      const isFresh = this.ports.wallNow() - entry.pressedAt < ownWillMs;
      const work = this.take(entry, isFresh ? "checking" : "asking");
      work.mayHaveArrived = entry.sentCount > 0;
      if (isFresh) this.attempt(work);
    }
    this.report();
  }

  /** One press: on disk first, then on its way. */
  press(userId: number, wish: Wish): Entry<Wish> {
    const entry = this.ports.pending.press(userId, wish);
    const work = this.take(entry, "sending");
    this.report();
    this.attempt(work);
    return entry;
  }

  /** The person asks for the answer to an old press: sending it again cannot count twice. */
  askAgain(id: string): void {
    const work = this.work.get(id);
    if (!work) return;
    work.phase = "checking";
    this.report();
    this.attempt(work);
  }

  /** The person puts an unanswered press aside. */
  putAside(id: string): void {
    this.finish(id);
    this.report();
  }

  /** Stops trying; the disk keeps what has no answer. */
  close(): void {
    for (const work of this.work.values()) work.cancel?.();
    this.work.clear();
    this.report();
  }

  /** The line is back: every open press goes out again with its own id. */
  lineIsLive(): void {
    for (const work of this.work.values()) if (work.phase === "sending" || work.phase === "checking") this.attempt(work);
  }

  /** The line broke: what was on its way may or may not have arrived. */
  lineIsLost(): void {
    for (const work of this.work.values()) {
      if (work.phase !== "sending") continue;
      work.phase = "checking";
      work.mayHaveArrived = true;
    }
    this.report();
  }

  /** What the socket answered to the press `id`. */
  hear(id: string, verdict: Verdict<Success>): void {
    const work = this.work.get(id);
    if (work) this.answered(work, verdict, true);
  }

  private take(entry: Entry<Wish>, phase: PressPhase): Work<Wish> {
    const work: Work<Wish> = { entry, phase, mayHaveArrived: false, isPosting: false, tries: 0, cancel: null };
    this.work.set(entry.id, work);
    return work;
  }

  private attempt(work: Work<Wish>): void {
    work.cancel?.();
    work.entry = this.ports.pending.noteSent(work.entry.id) ?? work.entry;
    if (!this.ports.send(work.entry)) {
      void this.post(work);
      return;
    }
    this.ports.expectAnswer();
    work.cancel = this.ports.timers.after(silenceMs, () => {
      work.phase = "checking";
      work.mayHaveArrived = true;
      this.report();
      void this.post(work);
    });
  }

  private async post(work: Work<Wish>): Promise<void> {
    if (work.isPosting || !this.work.has(work.entry.id)) return;
    work.isPosting = true;
    work.entry = this.ports.pending.noteSent(work.entry.id) ?? work.entry;
    try {
      const success = await this.ports.post(work.entry);
      work.isPosting = false;
      this.answered(work, { kind: "done", success }, false);
    } catch (error) {
      work.isPosting = false;
      if (error instanceof Problem && (error.status < 500 || retryLater.has(error.code))) {
        this.answered(work, { kind: "refused", code: error.code, message: error.message, facts: error.facts }, false);
      } else {
        work.mayHaveArrived = true;
        this.again(work, null);
      }
    }
  }

  private again(work: Work<Wish>, retryAfterSeconds: unknown): void {
    if (!this.work.has(work.entry.id)) return;
    work.phase = "checking";
    const asked = typeof retryAfterSeconds === "number" && retryAfterSeconds > 0 ? retryAfterSeconds * 1_000 : 0;
    const ms = Math.max(asked, retryMs[Math.min(work.tries, retryMs.length - 1)] ?? 8_000);
    work.tries += 1;
    work.cancel?.();
    work.cancel = this.ports.timers.after(ms, () => this.attempt(work));
    this.report();
  }

  private answered(work: Work<Wish>, verdict: Verdict<Success>, isSocket: boolean): void {
    if (!this.work.has(work.entry.id)) return;
    if (verdict.kind === "refused" && (retryLater.has(verdict.code) || unknownYet.has(verdict.code))) {
      if (unknownYet.has(verdict.code)) work.mayHaveArrived = true;
      this.again(work, verdict.facts.retry_after_seconds ?? verdict.facts.retry_after);
      return;
    }
    if (verdict.kind === "refused" && signedOut.has(verdict.code)) {
      // The socket lives with an old cookie; REST renews the session and asks with the same id.
      if (isSocket) {
        work.cancel?.();
        void this.post(work).then(() => this.ports.reopen());
        return;
      }
      if (work.mayHaveArrived) {
        work.cancel?.();
        work.phase = "signed_out";
        this.report();
        return;
      }
    }
    this.finish(work.entry.id);
    this.report();
    this.ports.onVerdict(verdict, work.entry);
  }

  private finish(id: string): void {
    this.work.get(id)?.cancel?.();
    this.work.delete(id);
    this.ports.pending.settle(id);
  }

  private report(): void {
    this.ports.onPresses([...this.work.values()].map(({ entry, phase }) => ({ entry, phase })));
  }
}

// Carries each press to exactly one answer: over the socket, after a silence also over REST, again after a reconnect.
//
// The law: the same id on every attempt; nothing counts as failed unless the house said so, and what somebody pressed is
// never done for who signed in after him. A press found on disk that is older than `ownWillMs` is not sent again by itself,
// because buying must be the will of a person who is present.
import { Problem } from "@/lib/api/problem";
import type { Timers } from "@/lib/realtime/ports";
import type { Entry, PendingPresses } from "./pending-presses";

export const silenceMs = 2_500;
export const ownWillMs = 120_000;
/** The house keeps refusals for seven days: after that, asking again could do what it refused then. */
export const answersKeptMs = (7 * 24 - 1) * 3_600_000;
const retryMs = [1_000, 2_000, 4_000, 8_000] as const;

/** Codes that wrote nothing and left the id unused: the same press may simply be tried again. */
const retryLater = new Set(["busy", "rate_limited"]);
/** Codes after which nobody knows: the same id asks again, and silence is never called failure. */
const unknownYet = new Set(["unavailable", "bug"]);
/** Codes that mean "we do not know you (any more)", the last one because somebody else signed in meanwhile. */
const signedOut = new Set(["not_signed_in", "session_ended", "not_you"]);

export type PressPhase = "sending" | "checking" | "asking" | "signed_out" | "forgotten";

/** Whether a press is on its way or unknown now, so that another one has to wait. */
export function isUnderWay({ phase }: { phase: PressPhase }): boolean {
  return phase !== "asking" && phase !== "forgotten";
}

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

/** What the house decided against; null when it was not the house that spoke, or it could not decide. */
function refusalIn(error: unknown): ({ kind: "refused" } & Refusal) | null {
  const isDecided = error instanceof Problem && error.isOurs && (error.status < 500 || retryLater.has(error.code));
  return isDecided ? { kind: "refused", code: error.code, message: error.message, facts: error.facts } : null;
}

interface Work<Wish> {
  entry: Entry<Wish>;
  phase: PressPhase;
  mayHaveArrived: boolean;
  /** Sent over the socket and not answered there. */
  isOnLine: boolean;
  isPosting: boolean;
  /** The socket does not know us: opened anew once REST has renewed the session. */
  needsNewLine: boolean;
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
      const known = this.work.get(entry.id);
      if (!known) this.takeUp(entry);
      else if (known.phase === "signed_out") this.tryAgain(known);
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
    if (work) this.tryAgain(work);
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
      if (!work.isOnLine) continue;
      work.isOnLine = false;
      work.mayHaveArrived = true;
      if (work.phase === "sending") work.phase = "checking";
    }
    this.report();
  }

  /** What the socket answered to the press `id`. */
  hear(id: string, verdict: Verdict<Success>): void {
    const work = this.work.get(id);
    if (!work) return;
    work.isOnLine = false;
    this.answered(work, verdict, true);
  }

  private takeUp(entry: Entry<Wish>): void {
    const age = this.ports.wallNow() - entry.pressedAt;
    const work = this.take(entry, age < ownWillMs ? "checking" : age < answersKeptMs ? "asking" : "forgotten");
    work.mayHaveArrived = entry.sentCount > 0;
    if (work.phase === "checking") this.attempt(work);
  }

  private tryAgain(work: Work<Wish>): void {
    work.phase = "checking";
    this.report();
    this.attempt(work);
  }

  private take(entry: Entry<Wish>, phase: PressPhase): Work<Wish> {
    const work: Work<Wish> = { entry, phase, mayHaveArrived: false, isOnLine: false, isPosting: false, needsNewLine: false, tries: 0, cancel: null };
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
    work.isOnLine = true;
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
    const verdict = await this.ports.post(work.entry).then(
      (success): Verdict<Success> => ({ kind: "done", success }),
      refusalIn,
    );
    work.isPosting = false;
    if (verdict) {
      this.answered(work, verdict, false);
    } else {
      work.mayHaveArrived = true;
      this.again(work, null);
    }
    if (!work.needsNewLine) return;
    work.needsNewLine = false;
    this.ports.reopen();
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
        work.needsNewLine = true;
        void this.post(work);
        return;
      }
      // Nothing was written, but an earlier attempt may have been; and another's page never tells what became of it.
      if (work.mayHaveArrived || verdict.code === "not_you") {
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

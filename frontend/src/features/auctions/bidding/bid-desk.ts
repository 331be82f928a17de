// Carries each press to exactly one answer: over the socket, after a silence also over REST, again after a reconnect.
//
// The law: the same id on every attempt; nothing counts as failed unless the server said so. A press found on disk that
// is older than `ownWillMs` is not sent again by itself, because a bid must be the will of a person who is present.
import { Problem } from "@/lib/api/problem";
import type { LotClientFrame, LotServerFrame } from "@/lib/api/frames";
import type { BidAccepted } from "@/lib/api/types";
import type { PendingBid, PendingCommands } from "@/lib/commands/pending-commands";
import type { Timers } from "@/lib/realtime/ports";
import { type BidAnswer, answerIn, retryLater, signedOut, unknownYet } from "./answer";

export const silenceMs = 2_500;
export const ownWillMs = 120_000;
const retryMs = [1_000, 2_000, 4_000, 8_000] as const;

export type PressPhase = "sending" | "checking" | "asking" | "signed_out";
export interface Press {
  entry: PendingBid;
  phase: PressPhase;
}

export interface BidDeskPorts {
  pending: PendingCommands;
  timers: Timers;
  wallNow: () => number;
  /** False when the line is down. */
  sendFrame: (frame: LotClientFrame) => boolean;
  expectAnswer: () => void;
  post: (entry: PendingBid) => Promise<BidAccepted>;
  /** The socket does not know us any more: open it anew with fresh cookies. */
  reopen: () => void;
  onPresses: (presses: Press[]) => void;
  onAnswer: (answer: BidAnswer, entry: PendingBid) => void;
}

interface Work {
  entry: PendingBid;
  phase: PressPhase;
  mayHaveArrived: boolean;
  isPosting: boolean;
  tries: number;
  cancel: (() => void) | null;
}

export class BidDesk {
  private readonly work = new Map<string, Work>();

  constructor(
    private readonly lotId: number,
    private readonly ports: BidDeskPorts,
  ) {}

  /** Takes up what an earlier page left without an answer. */
  resume(userId: number): void {
    for (const work of [...this.work.values()]) {
      if (work.entry.userId === userId) continue;
      // Somebody else signed in: the press stays on disk for the one who made it.
      work.cancel?.();
      this.work.delete(work.entry.id);
    }
    for (const entry of this.ports.pending.on(this.lotId, userId)) {
      if (this.work.has(entry.id)) continue;
      const isFresh = this.ports.wallNow() - entry.pressedAt < ownWillMs;
      const work = this.take(entry, isFresh ? "checking" : "asking");
      work.mayHaveArrived = entry.sentCount > 0;
      if (isFresh) this.attempt(work);
    }
    this.report();
  }

  /** One press: on disk first, then on its way. */
  press(userId: number, amount: number): PendingBid {
    const entry = this.ports.pending.press({ lotId: this.lotId, userId, amount });
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

  hear(frame: LotServerFrame): void {
    if (!("command_id" in frame) || typeof frame.command_id !== "string") return;
    const work = this.work.get(frame.command_id);
    if (!work) return;
    const answer = answerIn(frame, work.entry.amount);
    if (answer) this.answered(work, answer, true);
  }

  private take(entry: PendingBid, phase: PressPhase): Work {
    const work: Work = { entry, phase, mayHaveArrived: false, isPosting: false, tries: 0, cancel: null };
    this.work.set(entry.id, work);
    return work;
  }

  private attempt(work: Work): void {
    work.cancel?.();
    const { id, amount } = work.entry;
    work.entry = this.ports.pending.noteSent(id) ?? work.entry;
    const isSent = this.ports.sendFrame({ type: "NEW_BID", amount, command_id: id });
    if (!isSent) {
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

  private async post(work: Work): Promise<void> {
    if (work.isPosting || !this.work.has(work.entry.id)) return;
    work.isPosting = true;
    work.entry = this.ports.pending.noteSent(work.entry.id) ?? work.entry;
    const { id: commandId, amount } = work.entry;
    try {
      const accepted = await this.ports.post(work.entry);
      work.isPosting = false;
      this.answered(work, { kind: "accepted", ...accepted, commandId }, false);
    } catch (error) {
      work.isPosting = false;
      if (error instanceof Problem && error.status < 500) {
        this.answered(work, { kind: "refused", commandId, amount, code: error.code, message: error.message, facts: error.facts }, false);
      } else if (error instanceof Problem && error.code === "busy") {
        this.again(work, error.facts.retry_after_seconds ?? error.facts.retry_after);
      } else {
        work.mayHaveArrived = true;
        this.again(work, null);
      }
    }
  }

  private again(work: Work, retryAfterSeconds: unknown): void {
    if (!this.work.has(work.entry.id)) return;
    work.phase = "checking";
    const asked = typeof retryAfterSeconds === "number" && retryAfterSeconds > 0 ? retryAfterSeconds * 1_000 : 0;
    const ms = Math.max(asked, retryMs[Math.min(work.tries, retryMs.length - 1)] ?? 8_000);
    work.tries += 1;
    work.cancel?.();
    work.cancel = this.ports.timers.after(ms, () => this.attempt(work));
    this.report();
  }

  private answered(work: Work, answer: BidAnswer, isSocket: boolean): void {
    if (!this.work.has(work.entry.id)) return;
    if (answer.kind === "refused" && (retryLater.has(answer.code) || unknownYet.has(answer.code))) {
      if (unknownYet.has(answer.code)) work.mayHaveArrived = true;
      this.again(work, answer.facts.retry_after_seconds ?? answer.facts.retry_after);
      return;
    }
    if (answer.kind === "refused" && signedOut.has(answer.code)) {
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
    this.ports.onAnswer(answer, work.entry);
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

// Says that somebody writes here, at most every few seconds, and forgets that others do when they fall silent.
import type { TalkClientFrame } from "@/lib/api/talk-frames";
import type { Timers } from "@/lib/realtime/ports";

export const againMs = 3_000;
export const silentMs = 6_000;

export class TypingDesk {
  private talkId: number | null = null;
  private saidAt = 0;
  private cancelStop: (() => void) | null = null;
  private readonly expiries = new Map<string, () => void>();

  constructor(
    private readonly timers: Timers,
    private readonly send: (frame: TalkClientFrame) => boolean,
    private readonly onSilent: (talkId: number, personId: string) => void,
  ) {}

  /** A key was pressed here. */
  types(talkId: number): void {
    if (this.talkId !== null && this.talkId !== talkId) this.stops();
    const now = this.timers.now();
    if (this.talkId === null || now - this.saidAt >= againMs) {
      this.saidAt = now;
      this.send({ type: "typing", conversation_id: talkId, is_typing: true });
    }
    this.talkId = talkId;
    this.cancelStop?.();
    this.cancelStop = this.timers.after(silentMs - 1_000, () => this.stops());
  }

  /** Sent, emptied or left. */
  stops(): void {
    this.cancelStop?.();
    this.cancelStop = null;
    if (this.talkId !== null) this.send({ type: "typing", conversation_id: this.talkId, is_typing: false });
    this.talkId = null;
  }

  /** Somebody else writes: believed for a while only, since the word that he stopped may be lost. */
  heard(talkId: number, personId: string, isTyping: boolean): void {
    const key = `${talkId} ${personId}`;
    this.expiries.get(key)?.();
    this.expiries.delete(key);
    if (isTyping) this.expiries.set(key, this.timers.after(silentMs, () => this.onSilent(talkId, personId)));
  }

  close(): void {
    this.cancelStop?.();
    for (const cancel of this.expiries.values()) cancel();
    this.expiries.clear();
    this.talkId = null;
  }
}

// Tells the house how far messages reached this device and were read: seldom, never back, and again after a cut.
import type { TalkClientFrame } from "@/lib/api/talk-frames";
import type { Timers } from "@/lib/realtime/ports";

/** Many messages in a row make one word about them. */
export const gatherMs = 250;

interface Cursor {
  read: number;
  delivered: number;
}

const nowhere: Cursor = { read: 0, delivered: 0 };

export class CursorDesk {
  private readonly wanted = new Map<number, Cursor>();
  private readonly told = new Map<number, Cursor>();
  private cancel: (() => void) | null = null;

  constructor(
    private readonly timers: Timers,
    private readonly send: (frame: TalkClientFrame) => boolean,
  ) {}

  delivered(talkId: number, seq: number): void {
    this.want(talkId, { read: 0, delivered: seq });
  }

  read(talkId: number, seq: number): void {
    this.want(talkId, { read: seq, delivered: seq });
  }

  /** Whatever was on its way may be lost. */
  lineIsLive(): void {
    this.told.clear();
    this.tellNow();
  }

  /** For whoever leaves: what is still being gathered goes out now, or it would count as unread for ever. */
  tellNow(): void {
    this.cancel?.();
    this.cancel = null;
    for (const [talkId, cursor] of this.wanted) this.tell(talkId, cursor);
  }

  private want(talkId: number, cursor: Cursor): void {
    const before = this.wanted.get(talkId) ?? nowhere;
    const after = { read: Math.max(before.read, cursor.read), delivered: Math.max(before.delivered, cursor.delivered) };
    if (after.read === before.read && after.delivered === before.delivered) return;
    this.wanted.set(talkId, after);
    this.cancel ??= this.timers.after(gatherMs, () => this.tellNow());
  }

  private tell(talkId: number, cursor: Cursor): void {
    const told = this.told.get(talkId) ?? nowhere;
    const isRead = cursor.read > told.read;
    if (!isRead && cursor.delivered <= told.delivered) return;
    // What is read has arrived as well.
    const isSent = this.send(isRead ? { type: "read", conversation_id: talkId, seq: cursor.read } : { type: "read", conversation_id: talkId, delivered: cursor.delivered });
    if (isSent) this.told.set(talkId, { read: isRead ? cursor.read : told.read, delivered: isRead ? Math.max(cursor.read, told.delivered) : cursor.delivered });
  }
}

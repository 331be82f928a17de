// What a line does when the house says over it that its session has ended: a new line of that session would only hear it again,
// so it rests until somebody knows that the person is still signed in.
import type { Timers } from "@/lib/realtime/ports";

const askAgainMs = 3_000;

interface Line {
  close: () => void;
  open: () => void;
}

export class EndedSession {
  private asked = 0;
  private cancelAsking: (() => void) | null = null;

  constructor(
    private readonly line: Line,
    private readonly timers: Timers,
    /** Asks anew who is signed in here; true when it is still the person of this line. Fails when nobody can be asked. */
    private readonly isStillHere: () => Promise<boolean>,
  ) {}

  heard(): void {
    this.line.close();
    void this.ask();
  }

  /** Nobody waits for the line any more. */
  close(): void {
    this.asked += 1;
    this.cancelAsking?.();
    this.cancelAsking = null;
  }

  private async ask(): Promise<void> {
    this.close();
    const { asked } = this;
    const isStillHere = await this.isStillHere().catch(() => null);
    if (asked !== this.asked) return;
    if (isStillHere) this.line.open();
    else if (isStillHere === null) this.cancelAsking = this.timers.after(askAgainMs, () => void this.ask());
  }
}

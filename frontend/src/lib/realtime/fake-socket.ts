// A socket, a clock and a network that tests move by hand.
import type { Network, SocketLike, Timers } from "./ports";

export class FakeSocket implements SocketLike {
  sent: string[] = [];
  isClosedByUs = false;
  onopen: (() => void) | null = null;
  onmessage: ((text: string) => void) | null = null;
  onclose: ((code: number) => void) | null = null;
  constructor(readonly address: string) {}
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.isClosedByUs = true;
  }
  hears(frame: unknown): void {
    this.onmessage?.(JSON.stringify(frame));
  }
  dies(code = 1006): void {
    this.onclose?.(code);
  }
}

export class FakeTimers implements Timers {
  private time = 0;
  private waiting: { at: number; run: () => void }[] = [];
  now(): number {
    return this.time;
  }
  after(ms: number, run: () => void): () => void {
    const entry = { at: this.time + ms, run };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }
  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const due = this.waiting.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.waiting = this.waiting.filter((entry) => entry !== due);
      this.time = Math.max(this.time, due.at);
      due.run();
    }
    this.time = end;
  }
}

export class FakeNetwork implements Network {
  private online = true;
  private listeners = new Set<() => void>();
  isOnline(): boolean {
    return this.online;
  }
  subscribe(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }
  goes(online: boolean): void {
    this.online = online;
    for (const listener of this.listeners) listener();
  }
}

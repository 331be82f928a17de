// Keeps one live channel open over a bad line: connect, notice silence, come back, resume without a gap.
//
// The law: a position is never lost and an old socket never speaks. Each socket that is given up is detached first,
// so a late frame of a half-dead line cannot arrive after the resumed one's.
import type { Network, SocketLike, Timers } from "./ports";
import { adviceFor, waitFor } from "./retry";

export type ConnectionState =
  | { name: "idle" }
  | { name: "connecting" }
  | { name: "live" }
  | { name: "resuming"; retryInMs: number | null }
  | { name: "offline" }
  | { name: "closed"; reason: "signed_out" | "forbidden" | "unknown" };

export interface ConnectionOptions {
  /** The address to open; called for each attempt, so that it can carry the newest `?after=`. */
  address: () => string;
  openSocket: (address: string) => SocketLike;
  timers: Timers;
  network: Network;
  random: () => number;
  onText: (text: string) => void;
  onState: (state: ConnectionState) => void;
  /** Anything the server must answer; sent when the line has been silent. */
  probe: string;
  /** Renews the session after 4401; false ends the channel, a failure (nobody knows) is tried again. */
  renew: () => Promise<boolean>;
  silenceMs?: number;
  answerMs?: number;
  openMs?: number;
}

const steadyMs = 5_000;
const renewAgainMs = 60_000;

export class Connection {
  private state: ConnectionState = { name: "idle" };
  private socket: SocketLike | null = null;
  private attempt = 0;
  private wasLive = false;
  private liveSince: number | null = null;
  private renewedAt: number | null = null;
  private generation = 0;
  private cancelRetry: (() => void) | null = null;
  private cancelWatch: (() => void) | null = null;
  private unsubscribe: (() => void) | null = null;
  private readonly options: Required<ConnectionOptions>;

  constructor(options: ConnectionOptions) {
    this.options = { silenceMs: 25_000, answerMs: 6_000, openMs: 10_000, ...options };
  }

  get current(): ConnectionState {
    return this.state;
  }

  start(): void {
    if (this.state.name !== "idle") return;
    this.unsubscribe = this.options.network.subscribe(() => this.networkChanged());
    this.open();
  }

  stop(): void {
    this.generation += 1;
    this.unsubscribe?.();
    this.unsubscribe = null;
    this.drop();
    this.cancelRetry?.();
    this.cancelRetry = null;
    this.wasLive = false;
    this.attempt = 0;
    this.enter({ name: "idle" });
  }

  /** Hands the text to the line; false when there is none. True means "sent", never "arrived". */
  send(text: string): boolean {
    if (this.state.name !== "live" || !this.socket) return false;
    this.socket.send(text);
    return true;
  }

  /** Somebody waits for an answer: a line that stays silent is given up after `answerMs`, not after a minute. */
  expectAnswer(): void {
    if (this.state.name === "live") this.watch(this.options.answerMs, () => this.lost(1006));
  }

  /** Tries at once, for a person who presses "try now" or comes back to the tab. */
  retryNow(): void {
    if (this.state.name === "resuming" && !this.socket) this.open();
    else if (this.state.name === "live") this.probeNow();
  }

  private enter(state: ConnectionState): void {
    this.state = state;
    this.options.onState(state);
  }

  private waiting(retryInMs: number | null): ConnectionState {
    return this.wasLive || this.attempt > 0 ? { name: "resuming", retryInMs } : { name: "connecting" };
  }

  private open(): void {
    this.cancelRetry?.();
    this.cancelRetry = null;
    if (!this.options.network.isOnline()) {
      this.enter({ name: "offline" });
      return;
    }
    this.drop();
    this.enter(this.waiting(null));
    const socket = this.options.openSocket(this.options.address());
    this.socket = socket;
    socket.onmessage = (text) => this.heard(text);
    socket.onclose = (code) => this.lost(code);
    // Open alone proves nothing (a proxy answers too); the first frame does.
    this.watch(this.options.openMs, () => this.lost(1006));
  }

  private heard(text: string): void {
    if (this.state.name !== "live") {
      this.wasLive = true;
      this.liveSince = this.options.timers.now();
      this.enter({ name: "live" });
    }
    this.watch(this.options.silenceMs, () => this.probeNow());
    this.options.onText(text);
  }

  private probeNow(): void {
    this.socket?.send(this.options.probe);
    this.watch(this.options.answerMs, () => this.lost(1006));
  }

  private watch(ms: number, expired: () => void): void {
    this.cancelWatch?.();
    this.cancelWatch = this.options.timers.after(ms, expired);
  }

  /** Forgets the socket: whatever it says from now on is not heard. */
  private drop(): void {
    this.cancelWatch?.();
    this.cancelWatch = null;
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onmessage = socket.onclose = socket.onopen = null;
    socket.close();
  }

  private lost(code: number): void {
    this.drop();
    // Only a line that held for a while starts counting anew; one that opens and dies keeps backing off.
    if (this.liveSince !== null && this.options.timers.now() - this.liveSince >= steadyMs) this.attempt = 0;
    this.liveSince = null;
    const advice = adviceFor(code, this.attempt);
    if (advice.kind === "stop") {
      this.enter({ name: "closed", reason: advice.reason });
    } else if (advice.kind === "renew") {
      this.renew();
    } else if (!this.options.network.isOnline()) {
      this.enter({ name: "offline" });
    } else {
      this.openLater(advice);
    }
  }

  private openLater({ waitMsMin, waitMsMax }: { waitMsMin: number; waitMsMax: number }): void {
    const waitMs = Math.round(waitMsMin + (waitMsMax - waitMsMin) * this.options.random());
    this.attempt += 1;
    this.enter(this.waiting(waitMs));
    this.cancelRetry = this.options.timers.after(waitMs, () => this.open());
  }

  private renew(): void {
    const now = this.options.timers.now();
    if (this.renewedAt !== null && now - this.renewedAt < renewAgainMs) {
      this.enter({ name: "closed", reason: "signed_out" });
      return;
    }
    this.renewedAt = now;
    this.attempt += 1;
    this.enter(this.waiting(null));
    const generation = this.generation;
    const ifStillHere = (act: () => void) => () => generation === this.generation && this.state.name !== "offline" && act();
    void this.options.renew().then(
      (isRenewed) => ifStillHere(() => (isRenewed ? this.open() : this.enter({ name: "closed", reason: "signed_out" })))(),
      ifStillHere(() => {
        // Not reached is not signed out: the next 4401 may renew again.
        this.renewedAt = null;
        this.openLater(waitFor(this.attempt));
      }),
    );
  }

  private networkChanged(): void {
    if (this.state.name === "idle" || this.state.name === "closed") return;
    if (!this.options.network.isOnline()) {
      this.cancelRetry?.();
      this.cancelRetry = null;
      this.drop();
      this.enter({ name: "offline" });
    } else if (this.state.name === "offline") {
      this.attempt = 0;
      this.open();
    } else {
      // Another network: the old line may be dead without having said so, and waiting longer is for houses, not for lines.
      this.retryNow();
    }
  }
}

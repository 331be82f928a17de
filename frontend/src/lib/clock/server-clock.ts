// The server's time on this device: a monotonic clock plus the best offset seen lately.
//
// A frame can only arrive late, so each sample underestimates the server's time; the greatest recent one is the best.

const sampleAgeMsMax = 10 * 60_000;
const samplesMax = 32;
/** Beyond this the device slept or the server's clock was set: believe the new sample alone. */
const jumpMs = 5_000;

export class ServerClock {
  private samples: { at: number; offset: number }[] = [];
  private offset: number | null = null;

  constructor(
    private readonly monotonic: () => number = () => performance.now(),
    private readonly wall: () => number = () => Date.now(),
  ) {}

  get isSet(): boolean {
    return this.offset !== null;
  }

  /** Takes `server_time` of a frame at the moment it arrives. */
  observe(serverTime: string): void {
    const server = Date.parse(serverTime);
    if (Number.isNaN(server)) return;
    const at = this.monotonic();
    const offset = server - at;
    if (this.samples.length > 0 && this.offset !== null && Math.abs(offset - this.offset) > jumpMs) this.samples = [];
    this.samples = [...this.samples.filter((sample) => at - sample.at < sampleAgeMsMax), { at, offset }].slice(-samplesMax);
    this.offset = Math.max(...this.samples.map((sample) => sample.offset));
  }

  /** Another clock that is probably nearer than the device's; the first real sample replaces it. */
  guess(serverMs: number): void {
    if (this.samples.length === 0) this.offset = serverMs - this.monotonic();
  }

  /** Milliseconds since 1970 as the server would say; the device's own guess until it has spoken. */
  now(): number {
    return this.offset === null ? this.wall() : this.monotonic() + this.offset;
  }
}

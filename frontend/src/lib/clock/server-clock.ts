// The server's time on this device: a monotonic clock plus the best offset seen lately.
//
// A frame can only arrive late, so each sample underestimates the server's time; the greatest recent one is the best. A line
// that stalls hands over many late frames at once, so no number of them may push a good sample out, only time does.

const sampleAgeMsMax = 10 * 60_000;
/** A worse sample is kept only when the better one before it is this old: it takes its place when that one has aged out. */
const sampleEveryMs = 20_000;

export class ServerClock {
  /** Each worse than the one before it, so that the first is the best. */
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
    this.samples = this.samples.filter((sample) => sample.offset > offset && at - sample.at < sampleAgeMsMax);
    const newest = this.samples.at(-1);
    if (!newest || at - newest.at >= sampleEveryMs) this.samples.push({ at, offset });
    this.offset = this.samples[0]?.offset ?? offset;
  }

  /**
   * Another clock that is probably nearer than the device's; the first real sample replaces it.
   *
   * `at` is the moment of the monotonic clock at which it was told.
   */
  guess(serverMs: number, at = this.monotonic()): void {
    if (this.samples.length === 0) this.offset = serverMs - at;
  }

  /** Milliseconds since 1970 as the server would say; the device's own guess until it has spoken. */
  now(): number {
    return this.offset === null ? this.wall() : this.monotonic() + this.offset;
  }
}

// The stars of one person on this device: changed at once, told to the house, and put back when it refuses.
//
// The law: one question a lot at a time, so that the last press is what the house keeps; and a list takes back no star that
// is on its way, or that was kept after the list was asked for.
import { createStore } from "zustand/vanilla";

export interface StarDoors {
  add: (lotId: number) => Promise<unknown>;
  remove: (lotId: number) => Promise<unknown>;
  /** In ms, by the clock that lists are asked for by. */
  now: () => number;
}

export class Stars {
  readonly store = createStore<{ ids: ReadonlySet<number> }>()(() => ({ ids: new Set<number>() }));
  private kept: ReadonlySet<number> = new Set();
  /** What the house was told from here, and when it had answered. */
  private readonly told = new Map<number, { isStarred: boolean; at: number }>();
  private readonly wanted = new Map<number, boolean>();

  constructor(
    ids: readonly number[],
    private readonly doors: StarDoors,
  ) {
    this.learn(ids, 0);
  }

  /** What the house keeps, as it answers who asked at `askedAt`. */
  learn(ids: readonly number[], askedAt: number): void {
    this.kept = new Set(ids);
    for (const [lotId, { isStarred, at }] of this.told) if (at > askedAt) this.kept = withStar(this.kept, lotId, isStarred);
    this.show();
  }

  /** Gives a star, or takes it away; fails as the house refuses it. */
  async set(lotId: number, isStarred: boolean): Promise<void> {
    const isUnderWay = this.wanted.has(lotId);
    this.wanted.set(lotId, isStarred);
    this.show();
    // Whoever tells the house already goes on with this.
    if (isUnderWay) return;
    try {
      for (let isKept: boolean | undefined; isKept !== this.wanted.get(lotId); ) {
        isKept = this.wanted.get(lotId) ?? false;
        await (isKept ? this.doors.add(lotId) : this.doors.remove(lotId));
        this.kept = withStar(this.kept, lotId, isKept);
        this.told.set(lotId, { isStarred: isKept, at: this.doors.now() });
      }
    } finally {
      this.wanted.delete(lotId);
      this.show();
    }
  }

  private show(): void {
    let ids = this.kept;
    for (const [lotId, isStarred] of this.wanted) ids = withStar(ids, lotId, isStarred);
    this.store.setState({ ids });
  }
}

function withStar(ids: ReadonlySet<number>, lotId: number, isStarred: boolean): ReadonlySet<number> {
  const next = new Set(ids);
  if (isStarred) next.add(lotId);
  else next.delete(lotId);
  return next;
}

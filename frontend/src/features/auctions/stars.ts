// The stars of one person on this device: changed at once, told to the house, and put back when it refuses.
//
// The law: one question a lot at a time, so that the last press is what the house keeps; and a list that was read meanwhile
// takes back no star that is on its way.
import { createStore } from "zustand/vanilla";

export interface StarDoors {
  add: (lotId: number) => Promise<unknown>;
  remove: (lotId: number) => Promise<unknown>;
}

export class Stars {
  readonly store = createStore<{ ids: ReadonlySet<number> }>()(() => ({ ids: new Set<number>() }));
  private kept: ReadonlySet<number> = new Set();
  private readonly wanted = new Map<number, boolean>();

  constructor(
    ids: readonly number[],
    private readonly doors: StarDoors,
  ) {
    this.learn(ids);
  }

  /** What the house keeps, as far as it was asked. */
  learn(ids: readonly number[]): void {
    this.kept = new Set(ids);
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

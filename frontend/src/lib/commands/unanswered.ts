// Tells what somebody pressed and was not answered yet, whichever page he is on; it only reads and never sends.
import type { Entry, PendingPresses } from "./pending-presses";
import { answersKeptMs } from "./press-desk";
import type { DiskListener } from "./safe-storage";

/** One kind of presses, and the pages on which they are taken up and answered. */
export interface PressKind {
  name: "bid" | "press";
  pending: Pick<PendingPresses<object>, "owns">;
  /** The things on which this person's presses have no answer, the oldest press first; each once. */
  thingsOf: (userId: number) => number[];
  pageOf: (thingId: number) => string;
  /** What to call the thing while its title is not known. */
  nameOf: (thingId: number) => string;
  titleOf: (thingId: number) => Promise<string>;
}

interface Pressed<Wish extends object> {
  name: PressKind["name"];
  /** What is pressed on, in a word, and the folder of its pages. */
  thing: string;
  pages: string;
  pending: PendingPresses<Wish>;
  thingOf: (entry: Entry<Wish>) => number;
  fetchThing: (id: number) => Promise<{ title: string }>;
  now?: () => number;
}

/** A kind of presses; what the house itself has forgotten is told on the thing's own page only, for it gets no answer. */
export function pressKind<Wish extends object>({ name, thing, pages, pending, thingOf, fetchThing, now = Date.now }: Pressed<Wish>): PressKind {
  return {
    name,
    pending,
    thingsOf: (userId) => [...new Set(pending.of(userId).filter(({ pressedAt }) => now() - pressedAt < answersKeptMs).map(thingOf))],
    pageOf: (id) => `${pages}/${id}`,
    nameOf: (id) => `${thing} ${id}`,
    titleOf: (id) => fetchThing(id).then(({ title }) => title),
  };
}

export interface Unanswered {
  kind: PressKind;
  thingId: number;
  userId: number;
}

/** An answer on a good line is quicker than this: what is told sooner would only flicker. */
export const patienceMs = 1_500;

export interface UnansweredPorts {
  kinds: readonly PressKind[];
  watchDisk: (listener: DiskListener) => () => void;
  /** Runs something later; the returned function takes it back. */
  later: (run: () => void, ms: number) => () => void;
  onChange: (unanswered: readonly Unanswered[]) => void;
}

const isSame = (a: Unanswered, b: Unanswered) => a.kind === b.kind && a.thingId === b.thingId;

/** Follows one person's presses: what has no answer is told after a while, what has one is gone at once. */
export function watchUnanswered(userId: number, { kinds, watchDisk, later, onChange }: UnansweredPorts): () => void {
  let told: readonly Unanswered[] = [];
  let cancel: (() => void) | null = null;
  const read = () => kinds.flatMap((kind) => kind.thingsOf(userId).map((thingId) => ({ kind, thingId, userId })));
  const tell = (next: readonly Unanswered[]) => {
    told = next;
    onChange(next);
  };
  const look = () => {
    const now = read();
    const still = told.filter((one) => now.some((other) => isSame(one, other)));
    if (still.length < told.length) tell(still);
    if (now.length > still.length) {
      cancel ??= later(() => {
        cancel = null;
        tell(read());
      }, patienceMs);
    }
  };
  look();
  const stop = watchDisk((key) => kinds.some(({ pending }) => pending.owns(key)) && look());
  return () => {
    stop();
    cancel?.();
  };
}

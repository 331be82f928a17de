// Remembers every press of one kind that has no answer yet, on disk, before anything is sent.
//
// The law: one press, one id, one answer. An entry leaves only when the server answered or the person put it aside;
// silence, reload and a lost line leave it "unknown", which is never shown as failed.
import { newCommandId } from "./command-id";
import type { KeyValueStore } from "./safe-storage";

export interface Pressed {
  /** The command id of every attempt. */
  id: string;
  userId: number;
  pressedAt: number;
  /** How often it may have reached the server; 0 means certainly never sent. */
  sentCount: number;
}

export type Entry<Wish> = Wish & Pressed;

/** More than anybody presses without an answer; the oldest go first. */
const keptMax = 200;

export class PendingPresses<Wish extends object> {
  /** `name` keeps kinds apart on one disk; `isWish` guards against what an older page left there. */
  constructor(
    private readonly disk: KeyValueStore,
    private readonly name: string,
    private readonly isWish: (value: Partial<Wish>) => boolean,
    private readonly now: () => number = () => Date.now(),
    private readonly newId: () => string = newCommandId,
  ) {}

  /** Called at the press. The entry is on disk when this returns. */
  press(userId: number, wish: Wish): Entry<Wish> {
    const entry = { ...wish, id: this.newId(), userId, pressedAt: this.now(), sentCount: 0 };
    for (const old of this.all().slice(0, -(keptMax - 1))) this.settle(old.id);
    this.write(entry);
    return entry;
  }

  /** Called right before each attempt, so that a reload knows it may have arrived. */
  noteSent(id: string): Entry<Wish> | null {
    const entry = this.find(id);
    if (!entry) return null;
    const next = { ...entry, sentCount: entry.sentCount + 1 };
    this.write(next);
    return next;
  }

  /** Called with the server's answer, or when the person puts an unknown one aside. */
  settle(id: string): void {
    this.disk.removeItem(this.keyOf(id));
  }

  find(id: string): Entry<Wish> | null {
    try {
      const value = JSON.parse(this.disk.getItem(this.keyOf(id)) ?? "null") as Partial<Entry<Wish>> | null;
      const isWhole = value !== null && typeof value.id === "string" && typeof value.userId === "number" && this.isWish(value);
      return isWhole ? (value as Entry<Wish>) : null;
    } catch {
      return null;
    }
  }

  /** This person's unanswered presses, oldest first. */
  of(userId: number): Entry<Wish>[] {
    return this.all().filter((entry) => entry.userId === userId);
  }

  /** Whether a key of the disk is of this kind; null stands for any. */
  owns(key: string | null): boolean {
    return key === null || key.startsWith(this.keyOf(""));
  }

  /** Read from the keys, not from a list of ids: two tabs that write one list would lose each other's presses. */
  private all(): Entry<Wish>[] {
    const prefix = this.keyOf("");
    return this.disk
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => this.find(key.slice(prefix.length)))
      .filter((entry) => entry !== null)
      .sort((a, b) => a.pressedAt - b.pressedAt);
  }

  private keyOf(id: string): string {
    return `saleroom.${this.name}.${id}`;
  }

  private write(entry: Entry<Wish>): void {
    this.disk.setItem(this.keyOf(entry.id), JSON.stringify(entry));
  }
}

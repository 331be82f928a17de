// Remembers every press of a button that has no answer yet, on disk, before anything is sent.
//
// The law: one press, one id, one answer. An entry leaves only when the server answered or the person put it aside;
// silence, reload and a lost line leave it "unknown", which is never shown as failed.

export interface PendingBid {
  id: string;
  kind: "bid";
  lotId: number;
  userId: number;
  amount: number;
  pressedAt: number;
  /** How often it may have reached the server; 0 means certainly never sent. */
  sentCount: number;
}

export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const prefix = "saleroom.pending.";
const indexKey = "saleroom.pending";
const pendingMax = 50;

function isPendingBid(value: unknown): value is PendingBid {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Partial<PendingBid>;
  return typeof entry.id === "string" && typeof entry.lotId === "number" && typeof entry.amount === "number";
}

/** A random UUID; crypto.randomUUID is missing on plain-http addresses other than localhost. */
export function newCommandId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export class PendingCommands {
  constructor(
    private readonly disk: KeyValueStore,
    private readonly now: () => number = () => Date.now(),
    private readonly newId: () => string = newCommandId,
  ) {}

  /** Called at the press. The entry is on disk when this returns. */
  press(bid: { lotId: number; userId: number; amount: number }): PendingBid {
    const entry: PendingBid = { id: this.newId(), kind: "bid", ...bid, pressedAt: this.now(), sentCount: 0 };
    this.write(entry);
    this.writeIndex([...this.index(), entry.id].slice(-pendingMax));
    return entry;
  }

  /** Called right before each attempt, so that a reload knows it may have arrived. */
  noteSent(id: string): PendingBid | null {
    const entry = this.find(id);
    if (!entry) return null;
    const next = { ...entry, sentCount: entry.sentCount + 1 };
    this.write(next);
    return next;
  }

  /** Called with the server's answer, or when the person puts an unknown one aside. */
  settle(id: string): PendingBid | null {
    const entry = this.find(id);
    this.disk.removeItem(prefix + id);
    this.writeIndex(this.index().filter((other) => other !== id));
    return entry;
  }

  find(id: string): PendingBid | null {
    const text = this.disk.getItem(prefix + id);
    if (!text) return null;
    try {
      const value: unknown = JSON.parse(text);
      return isPendingBid(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** This person's unanswered presses on this lot, oldest first. */
  on(lotId: number, userId: number): PendingBid[] {
    return this.all().filter((entry) => entry.lotId === lotId && entry.userId === userId);
  }

  all(): PendingBid[] {
    return this.index()
      .map((id) => this.find(id))
      .filter((entry) => entry !== null);
  }

  private index(): string[] {
    try {
      const value: unknown = JSON.parse(this.disk.getItem(indexKey) ?? "[]");
      return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
    } catch {
      return [];
    }
  }

  private writeIndex(ids: string[]): void {
    this.disk.setItem(indexKey, JSON.stringify(ids));
  }

  private write(entry: PendingBid): void {
    this.disk.setItem(prefix + entry.id, JSON.stringify(entry));
  }
}

// What somebody has typed and not sent, kept in this tab by its place: over a page, a reload, and signing in.
import { type KeyValueStore, safeStorage } from "@/lib/commands/safe-storage";

const prefix = "saleroom.draft.";
const placesKey = "saleroom.drafts";
const askedKey = "saleroom.asked";

export interface Asked {
  path: string;
  to: "help" | "seller";
}

export class Drafts {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly disk: KeyValueStore) {}

  subscribe = (changed: () => void): (() => void) => {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  };

  read(place: string): string {
    return this.disk.getItem(prefix + place) ?? "";
  }

  write(place: string, text: string): void {
    if (text) this.disk.setItem(prefix + place, text);
    else this.disk.removeItem(prefix + place);
    const others = this.places().filter((other) => other !== place);
    this.disk.setItem(placesKey, JSON.stringify(text ? [...others, place] : others));
    this.tell();
  }

  /** Somebody went: the next one at this screen reads nothing of his. */
  clear(): void {
    for (const place of this.places()) this.disk.removeItem(prefix + place);
    this.disk.removeItem(placesKey);
    this.disk.removeItem(askedKey);
    this.tell();
  }

  /** Somebody without an account wanted to ask: when he comes back to this page, his text is opened again. */
  leaveToSignIn(asked: Asked): void {
    this.disk.setItem(askedKey, JSON.stringify(asked));
  }

  comeBack(path: string): Asked | null {
    try {
      const asked = JSON.parse(this.disk.getItem(askedKey) ?? "null") as Asked | null;
      if (asked?.path !== path) return null;
      this.disk.removeItem(askedKey);
      return asked;
    } catch {
      return null;
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private places(): string[] {
    try {
      const value: unknown = JSON.parse(this.disk.getItem(placesKey) ?? "[]");
      return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
    } catch {
      return [];
    }
  }
}

let shared: Drafts | null = null;

export function tabDrafts(): Drafts {
  shared ??= new Drafts(safeStorage(() => window.sessionStorage));
  return shared;
}

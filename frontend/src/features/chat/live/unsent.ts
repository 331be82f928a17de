// What the house refused to take: its text stays, with the reason and one retry, over reloads too.
import type { KeyValueStore } from "@/lib/commands/safe-storage";
import type { Saying } from "./saying";

export interface Unsent {
  id: string;
  userId: number;
  saying: Saying;
  reason: string;
  at: number;
}

const key = "saleroom.unsent";
const keptMax = 20;

export class UnsentShelf {
  constructor(private readonly disk: KeyValueStore) {}

  of(userId: number): Unsent[] {
    return this.all().filter((one) => one.userId === userId);
  }

  put(one: Unsent): void {
    this.write([...this.all().filter(({ id }) => id !== one.id), one]);
  }

  take(id: string): Unsent | null {
    const all = this.all();
    this.write(all.filter((one) => one.id !== id));
    return all.find((one) => one.id === id) ?? null;
  }

  private all(): Unsent[] {
    try {
      const value: unknown = JSON.parse(this.disk.getItem(key) ?? "[]");
      return Array.isArray(value) ? value.filter((one): one is Unsent => typeof one?.id === "string" && typeof one?.saying?.content === "string") : [];
    } catch {
      return [];
    }
  }

  private write(all: Unsent[]): void {
    this.disk.setItem(key, JSON.stringify(all.slice(-keptMax)));
  }
}

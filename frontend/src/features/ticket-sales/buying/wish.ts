// What a press of the button asks for, as it is kept on disk and as it is sent.
import type { SaleClientFrame } from "@/lib/api/sale-frames";
import type { KeyValueStore } from "@/lib/commands/safe-storage";
import { type Entry, PendingPresses } from "@/lib/commands/pending-presses";
import type { Choice } from "./choice";

export interface WishedLine {
  typeId: number;
  quantity: number;
}

/**
 * `what` says it in words, so that an answer found after a reload still names what was pressed. `spent` is what was chosen
 * on the page for this press: once it is answered with a yes, that goes, and what was chosen since stays.
 */
export type SaleWish = { saleId: number; what: string; spent?: Choice } & Asked;

export type Asked =
  | { kind: "grab"; typeId: number; quantity: number }
  /** Lines may name as which type the seats are taken; `quantity` counts each ticket once. */
  | { kind: "hold"; lines: WishedLine[]; seats: string[]; quantity?: number; isAccessible?: boolean }
  | { kind: "best"; typeId: number; quantity: number; isAccessible?: boolean }
  | { kind: "release"; orderId: number }
  | { kind: "queue"; typeId: number; quantity: number }
  | { kind: "leave"; requestId: number };

const kinds = new Set(["grab", "hold", "best", "release", "queue", "leave"]);

export function pendingWishes(disk: KeyValueStore, now?: () => number): PendingPresses<SaleWish> {
  return new PendingPresses<SaleWish>(disk, "wish", (value) => typeof value.saleId === "number" && kinds.has(String(value.kind)), now);
}

/** Lines as both doors take them. */
export function linesOf(lines: readonly WishedLine[]): { ticket_type_id: number; quantity: number }[] {
  return lines.map((line) => ({ ticket_type_id: line.typeId, quantity: line.quantity }));
}

/** How many tickets a wish is about. */
export function quantityOf(wish: SaleWish): number {
  switch (wish.kind) {
    case "grab":
    case "best":
    case "queue":
      return wish.quantity;
    case "hold":
      return wish.quantity ?? wish.seats.length + wish.lines.reduce((sum, line) => sum + line.quantity, 0);
    case "release":
    case "leave":
      return 1;
  }
}

/** The frame of a wish; null where only REST knows it. */
export function frameOf(entry: Entry<SaleWish>): SaleClientFrame | null {
  const sent = { command_id: entry.id, user_id: entry.userId };
  switch (entry.kind) {
    case "grab":
      return { action: "grab", ticket_type_id: entry.typeId, quantity: entry.quantity, ...sent };
    case "hold":
      return entry.isAccessible ? null : { action: "hold", lines: linesOf(entry.lines), seats: entry.seats, ...sent };
    case "best":
      return entry.isAccessible ? null : { action: "best_available", ticket_type_id: entry.typeId, quantity: entry.quantity, ...sent };
    case "release":
      return { action: "release", order_id: entry.orderId, ...sent };
    case "queue":
    case "leave":
      return null;
  }
}

// What a press of the button asks for, as it is kept on disk and as it is sent.
import type { SaleClientFrame } from "@/lib/api/sale-frames";
import type { KeyValueStore } from "@/lib/commands/safe-storage";
import { type Entry, PendingPresses } from "@/lib/commands/pending-presses";

export interface WishedLine {
  typeId: number;
  quantity: number;
}

/** `what` says it in words, so that an answer found after a reload still names what was pressed. */
export type SaleWish = { saleId: number; what: string } & Asked;

export type Asked =
  | { kind: "grab"; typeId: number; quantity: number }
  | { kind: "hold"; lines: WishedLine[]; seats: string[] }
  | { kind: "best"; typeId: number; quantity: number }
  | { kind: "release"; orderId: number };

const kinds = new Set(["grab", "hold", "best", "release"]);

export function pendingWishes(disk: KeyValueStore, now?: () => number): PendingPresses<SaleWish> {
  return new PendingPresses<SaleWish>(disk, "wish", (value) => typeof value.saleId === "number" && kinds.has(String(value.kind)), now);
}

/** Lines as both doors take them. */
export function linesOf(lines: readonly WishedLine[]): { ticket_type_id: number; quantity: number }[] {
  return lines.map((line) => ({ ticket_type_id: line.typeId, quantity: line.quantity }));
}

export function frameOf(entry: Entry<SaleWish>): SaleClientFrame {
  const sent = { command_id: entry.id, user_id: entry.userId };
  switch (entry.kind) {
    case "grab":
      return { action: "grab", ticket_type_id: entry.typeId, quantity: entry.quantity, ...sent };
    case "hold":
      return { action: "hold", lines: linesOf(entry.lines), seats: entry.seats, ...sent };
    case "best":
      return { action: "best_available", ticket_type_id: entry.typeId, quantity: entry.quantity, ...sent };
    case "release":
      return { action: "release", order_id: entry.orderId, ...sent };
  }
}

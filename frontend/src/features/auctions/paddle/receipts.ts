// Keeps each accepted bid's receipt on this device: with its hash anyone can check later that the history was honest.
import type { KeyValueStore } from "@/lib/commands/safe-storage";

export interface Receipt {
  lotId: number;
  commandId: string;
  seq: number;
  amount: number;
  hash: string;
  explain: string;
  keptAt: string;
}

const receiptsMax = 500;
const keyFor = (userId: number) => `saleroom.receipts.${userId}`;

export function readReceipts(disk: KeyValueStore, userId: number): Receipt[] {
  try {
    const value: unknown = JSON.parse(disk.getItem(keyFor(userId)) ?? "[]");
    return Array.isArray(value) ? (value as Receipt[]) : [];
  } catch {
    return [];
  }
}

/** Newest first; the same command is kept once. */
export function saveReceipt(disk: KeyValueStore, userId: number, receipt: Receipt): void {
  const { lotId, commandId, seq, amount, hash, explain, keptAt } = receipt;
  const others = readReceipts(disk, userId).filter((kept) => kept.commandId !== commandId);
  disk.setItem(keyFor(userId), JSON.stringify([{ lotId, commandId, seq, amount, hash, explain, keptAt }, ...others].slice(0, receiptsMax)));
}

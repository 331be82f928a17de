// Keeps each accepted bid's receipt on this device: with its hash anyone can check later that the history was honest.
//
// The law: a key for each receipt, because two tabs that write one list would lose each other's.
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

/** Of one person on one device; the oldest go first. */
export const receiptsMax = 500;
const prefixFor = (userId: number) => `saleroom.receipt.${userId}.`;
/** Where pages of before kept them all as one list: read, and written no more. */
const listKeyFor = (userId: number) => `saleroom.receipts.${userId}`;

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function isReceipt(value: unknown): value is Receipt {
  const receipt = value as Partial<Receipt> | null;
  return typeof receipt?.commandId === "string" && typeof receipt.hash === "string" && typeof receipt.keptAt === "string";
}

const newestFirst = (a: Receipt, b: Receipt) => (a.keptAt === b.keptAt ? b.seq - a.seq : a.keptAt < b.keptAt ? 1 : -1);

function readOwnKeys(disk: KeyValueStore, userId: number): Receipt[] {
  const prefix = prefixFor(userId);
  const found = disk.keys().filter((key) => key.startsWith(prefix)).map((key) => parsed(disk.getItem(key)));
  return found.filter(isReceipt).sort(newestFirst);
}

function readList(disk: KeyValueStore, userId: number): Receipt[] {
  const value = parsed(disk.getItem(listKeyFor(userId)));
  return Array.isArray(value) ? value.filter(isReceipt) : [];
}

/** Newest first; the same command is told once. */
export function readReceipts(disk: KeyValueStore, userId: number): Receipt[] {
  const byCommand = new Map([...readList(disk, userId), ...readOwnKeys(disk, userId)].map((receipt) => [receipt.commandId, receipt]));
  return [...byCommand.values()].sort(newestFirst);
}

export function saveReceipt(disk: KeyValueStore, userId: number, receipt: Receipt): void {
  const { lotId, commandId, seq, amount, hash, explain, keptAt } = receipt;
  disk.setItem(prefixFor(userId) + commandId, JSON.stringify({ lotId, commandId, seq, amount, hash, explain, keptAt }));
  for (const old of readOwnKeys(disk, userId).slice(receiptsMax)) disk.removeItem(prefixFor(userId) + old.commandId);
}

// A lot being written, kept on this device for its writer until it is listed.
import type { NewLot } from "@/lib/api/types";
import type { KeyValueStore } from "@/lib/commands/safe-storage";
import { readPlainAmount } from "@/lib/house/money";

export interface Draft {
  title: string;
  author: string;
  lot_materials: string;
  auction_name: string;
  description: string;
  start_price: string;
  start_time: string;
  end_time: string;
  increments: string;
  soft_close_seconds: string;
  /** Made with the draft: listing twice by accident makes one lot. */
  commandId: string;
}

export const increments = {
  "ebay-us": "Steps grow with the price",
  "trade-me": "Steps grow slowly",
  gunbroker: "Steps grow fast",
  "percent:5": "Always five per cent",
  "flat:1": "Always 1.00",
} as const;

const keyOf = (userId: number) => `saleroom.lot-draft.${userId}`;

export function emptyDraft(commandId: string): Draft {
  return {
    title: "", author: "", lot_materials: "", auction_name: "", description: "", start_price: "",
    start_time: "", end_time: "", increments: "ebay-us", soft_close_seconds: "120", commandId,
  };
}

export function readDraft(disk: KeyValueStore, userId: number): Draft | null {
  try {
    const value: unknown = JSON.parse(disk.getItem(keyOf(userId)) ?? "null");
    if (typeof value !== "object" || value === null || !("commandId" in value)) return null;
    return { ...emptyDraft(String(value.commandId)), ...(value as Partial<Draft>) };
  } catch {
    return null;
  }
}

export function writeDraft(disk: KeyValueStore, userId: number, draft: Draft | null): void {
  if (draft) disk.setItem(keyOf(userId), JSON.stringify(draft));
  else disk.removeItem(keyOf(userId));
}

export type DraftErrors = Partial<Record<keyof Draft, string>>;

/** What is missing or wrong, said beside each field; `now` decides whether the end is still ahead. */
export function errorsIn(draft: Draft, now: number): DraftErrors {
  const errors: DraftErrors = {};
  if (!draft.title.trim()) errors.title = "A lot needs a title.";
  const price = readPlainAmount(draft.start_price);
  if (price.kind === "empty") errors.start_price = "At which price may the bidding start?";
  if (price.kind === "wrong") errors.start_price = price.reason;
  const start = draft.start_time ? Date.parse(draft.start_time) : now;
  const end = draft.end_time ? Date.parse(draft.end_time) : null;
  if (end !== null && end <= Math.max(start, now)) errors.end_time = "The end must lie after the beginning.";
  return errors;
}

const iso = (local: string) => (local ? new Date(local).toISOString() : undefined);

/** The body of POST /lots; empty fields are left to the house. */
export function lotOf(draft: Draft): NewLot {
  const price = readPlainAmount(draft.start_price);
  if (price.kind !== "amount") throw new Error("the draft was not checked");
  const text = (value: string) => value.trim() || undefined;
  return {
    title: draft.title.trim(),
    start_price: price.amount,
    author: text(draft.author),
    lot_materials: text(draft.lot_materials),
    auction_name: text(draft.auction_name),
    description: text(draft.description),
    start_time: iso(draft.start_time),
    end_time: iso(draft.end_time),
    increments: draft.increments,
    soft_close_seconds: Number(draft.soft_close_seconds),
  };
}

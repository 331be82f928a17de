// What somebody has chosen on a sale's page survives sign-in, reload and reconnect, until it is his.
"use client";
import { useMemo, useSyncExternalStore } from "react";
import { browserDisk } from "@/lib/commands/safe-storage";

export interface Choice {
  /** How many by number, a ticket type. */
  counts: Readonly<Record<number, number>>;
  /** Seat ids in the order of choosing. */
  seats: readonly string[];
  /** As which type a seat is wanted, where somebody said so. */
  types?: Readonly<Record<string, number>>;
}

export const nothingChosen: Choice = { counts: {}, seats: [] };
const listeners = new Set<() => void>();
const keyFor = (saleId: number) => `saleroom.choice.${saleId}`;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choiceIn(text: string): Choice {
  try {
    const value = JSON.parse(text) as Partial<Choice> | null;
    if (value && Array.isArray(value.seats) && typeof value.counts === "object") return value as Choice;
  } catch {
    // Unreadable is as good as nothing.
  }
  return nothingChosen;
}

export function readChoice(saleId: number): Choice {
  return choiceIn(browserDisk().getItem(keyFor(saleId)) ?? "");
}

export function writeChoice(saleId: number, choice: Choice): void {
  if (choice.seats.length || Object.values(choice.counts).some((count) => count > 0)) browserDisk().setItem(keyFor(saleId), JSON.stringify(choice));
  else browserDisk().removeItem(keyFor(saleId));
  listeners.forEach((listener) => listener());
}

/** What was chosen for a press is his now; what he chose since stays chosen. */
export function spend(saleId: number, { seats, counts }: Choice): void {
  const choice = readChoice(saleId);
  const left = Object.entries(choice.counts).map(([typeId, count]) => [typeId, count - (counts[Number(typeId)] ?? 0)] as const);
  writeChoice(saleId, { ...choice, seats: choice.seats.filter((id) => !seats.includes(id)), counts: Object.fromEntries(left.filter(([, count]) => count > 0)) });
}

/** Seats that somebody else was quicker to take. */
export function dropSeats(saleId: number, gone: readonly string[]): void {
  const choice = readChoice(saleId);
  if (gone.length) writeChoice(saleId, { ...choice, seats: choice.seats.filter((id) => !gone.includes(id)) });
}

export function useChoice(saleId: number): Choice {
  const text = useSyncExternalStore(
    subscribe,
    () => browserDisk().getItem(keyFor(saleId)) ?? "",
    () => "",
  );
  return useMemo(() => choiceIn(text), [text]);
}

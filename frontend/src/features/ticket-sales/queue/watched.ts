// Requests in the queue that this device waits for: their outcome is shown until it is put aside, also after a reload.
import type { OwnRequest } from "@/lib/api/tickets";
import { browserDisk } from "@/lib/commands/safe-storage";

const keyFor = (saleId: number, userId: number) => `saleroom.queue.${userId}.${saleId}`;

export function readWatched(saleId: number, userId: number): number[] {
  try {
    const value = JSON.parse(browserDisk().getItem(keyFor(saleId, userId)) ?? "[]") as unknown;
    return Array.isArray(value) ? value.filter((id) => typeof id === "number") : [];
  } catch {
    return [];
  }
}

export function writeWatched(saleId: number, userId: number, ids: readonly number[]): void {
  if (ids.length) browserDisk().setItem(keyFor(saleId, userId), JSON.stringify(ids));
  else browserDisk().removeItem(keyFor(saleId, userId));
}

/** The watched ones after a look: what waits is watched from now on. */
export function watchedWith(watched: readonly number[], mine: readonly OwnRequest[]): number[] {
  const waiting = mine.filter((one) => one.status === "queued").map((one) => one.request_id);
  return [...new Set([...watched, ...waiting])];
}

// The answer to one's last press on a sale outlives a reload: a page that dies in that second must not swallow it.
import { browserDisk } from "@/lib/commands/safe-storage";
import type { SaleAnswer } from "./answer";

const keptMs = 10 * 60_000;
const keyFor = (saleId: number, userId: number) => `saleroom.sale-answer.${userId}.${saleId}`;

export function keepAnswer(saleId: number, userId: number, answer: SaleAnswer | null): void {
  if (answer) browserDisk().setItem(keyFor(saleId, userId), JSON.stringify({ answer, at: Date.now() }));
  else browserDisk().removeItem(keyFor(saleId, userId));
}

export function readAnswer(saleId: number, userId: number): SaleAnswer | null {
  try {
    const kept = JSON.parse(browserDisk().getItem(keyFor(saleId, userId)) ?? "null") as { answer: SaleAnswer; at: number } | null;
    if (kept && Date.now() - kept.at < keptMs) return kept.answer;
    browserDisk().removeItem(keyFor(saleId, userId));
  } catch {
    // Unreadable is as good as gone.
  }
  return null;
}

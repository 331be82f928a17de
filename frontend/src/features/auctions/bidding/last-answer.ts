// The answer to one's last press on a lot outlives a reload: a page that dies in that second must not swallow it.
import { browserDisk } from "@/lib/commands/safe-storage";
import type { BidAnswer } from "./answer";

const keptMs = 10 * 60_000;
const keyFor = (lotId: number, userId: number) => `saleroom.answer.${userId}.${lotId}`;

export function keepAnswer(lotId: number, userId: number, answer: BidAnswer): void {
  browserDisk().setItem(keyFor(lotId, userId), JSON.stringify({ answer, at: Date.now() }));
}

export function readAnswer(lotId: number, userId: number): BidAnswer | null {
  try {
    const kept = JSON.parse(browserDisk().getItem(keyFor(lotId, userId)) ?? "null") as { answer: BidAnswer; at: number } | null;
    if (kept && Date.now() - kept.at < keptMs) return kept.answer;
    browserDisk().removeItem(keyFor(lotId, userId));
  } catch {
    // Unreadable is as good as gone.
  }
  return null;
}

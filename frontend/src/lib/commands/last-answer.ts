// The answer to one's last press outlives a reload: a page that dies in that second must not swallow it.
import { browserDisk } from "./safe-storage";

const keptMs = 10 * 60_000;

/** Answers of one kind, one for each person and thing; `name` keeps kinds apart on one disk. */
export class LastAnswers<Answer> {
  constructor(private readonly name: string) {}

  keep(thingId: number, userId: number, answer: Answer | null): void {
    if (answer) browserDisk().setItem(this.keyOf(thingId, userId), JSON.stringify({ answer, at: Date.now() }));
    else browserDisk().removeItem(this.keyOf(thingId, userId));
  }

  read(thingId: number, userId: number): Answer | null {
    try {
      const kept = JSON.parse(browserDisk().getItem(this.keyOf(thingId, userId)) ?? "null") as { answer: Answer; at: number } | null;
      if (kept && Date.now() - kept.at < keptMs) return kept.answer;
      this.keep(thingId, userId, null);
    } catch {
      // Unreadable is as good as gone.
    }
    return null;
  }

  private keyOf(thingId: number, userId: number): string {
    return `saleroom.${this.name}.${userId}.${thingId}`;
  }
}

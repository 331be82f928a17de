// Finds a quick reply by what one types after a slash: its code first, then its words.
import type { Reply } from "../types";

const shownMax = 8;

/** What follows the slash when the whole text is a search; null when it is a text. "//" begins a text with a slash. */
export function slashOf(text: string): string | null {
  const found = /^\/([^/\n][^\n]*)?$/.exec(text);
  return found ? (found[1] ?? "").trimStart().toLowerCase() : null;
}

function rankOf(reply: Reply, q: string): number | null {
  if (q === "") return 2;
  if (reply.code === q) return 0;
  if (reply.code.startsWith(q)) return 1;
  if (reply.code.includes(q)) return 2;
  return reply.content.toLowerCase().includes(q) ? 3 : null;
}

/** The best first; those that fit equally well stay in their own order, one's own before the team's. */
export function searchReplies(replies: readonly Reply[], q: string): Reply[] {
  const ranked = replies.flatMap((reply) => {
    const rank = rankOf(reply, q);
    return rank === null ? [] : [{ reply, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, shownMax)
    .map(({ reply }) => reply);
}

// How often to ask where one stands: the nearer one's turn, the more often; who only looks asks seldom.
import type { QueueLengths, SaleQueue } from "@/lib/api/tickets";

const second = 1_000;

/** So many people before one are served in about this time or more; [up to this place, ask after]. */
const paces: readonly (readonly [number, number])[] = [[10, 1 * second], [100, 2 * second], [1_000, 5 * second]];
const farMs = 15 * second;
const queueMs = 10 * second;
const idleMs = 60 * second;

/** Whether somebody who comes now would find others before him. */
export function isQueueing(queue: QueueLengths): boolean {
  return queue.paused || queue.waiting > 0;
}

/** The place of the own request that is served first; null when none waits. */
export function firstPlace(queue: SaleQueue): number | null {
  const places = queue.mine.flatMap((one) => (one.status === "queued" && one.position !== null ? [one.position] : []));
  return places.length ? Math.min(...places) : null;
}

/** When to ask again; `luck` from 0 to 1 spreads a crowd that came at the same second. */
export function askAgainMs(queue: SaleQueue, isHidden: boolean, luck: number): number {
  const place = firstPlace(queue);
  const pace = place === null ? (isQueueing(queue) ? queueMs : idleMs) : (paces.find(([upTo]) => place <= upTo)?.[1] ?? farMs);
  // Nobody looks at a hidden page, but its title still says when it is one's turn.
  return Math.max(pace, isHidden ? 5 * second : 0) * (0.8 + 0.4 * luck);
}

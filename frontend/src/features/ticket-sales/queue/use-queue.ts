// The queue of a sale as this person sees it: asked for again and again while the page is open.
"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { OwnRequest, SaleQueue, TicketSale } from "@/lib/api/tickets";
import { fetchQueue } from "../sale-calls";
import { askAgainMs, firstPlace, isQueueing } from "./queue-pace";
import { readWatched, watchedWith, writeWatched } from "./watched";

export interface QueueView {
  queue: SaleQueue;
  /** False while the last question had no answer: what is shown may be old. */
  isFresh: boolean;
  waiting: OwnRequest[];
  /** Had their turn and were not put aside. */
  done: OwnRequest[];
  /** Whether the page has anything to say of the queue. */
  isShown: boolean;
  watch: (requestId: number) => void;
  putAside: (requestId: number) => void;
}

const failedMs = 4_000;

/** `round` changes with every answer to an own press, and the queue is looked at anew. */
export function useQueue(sale: TicketSale, userId: number | null, isSelling: boolean, round: string): QueueView {
  const [queue, setQueue] = useState<SaleQueue>({ ...sale.queue, seq: sale.seq, mine: [] });
  const [isFresh, setFresh] = useState(true);
  const [watched, setWatched] = useState<readonly number[]>([]);
  const isWanted = isSelling || queue.mine.some((one) => one.status === "queued");
  const saleId = sale.id;
  const newest = useRef(queue);
  const rewatch = useCallback(
    (make: (ids: readonly number[]) => readonly number[]) => {
      if (userId === null) return;
      const ids = make(readWatched(saleId, userId));
      writeWatched(saleId, userId, ids);
      setWatched((before) => (before.length === ids.length && before.every((id, n) => id === ids[n]) ? before : ids));
    },
    [saleId, userId],
  );
  useEffect(() => {
    // Who waited until the sale was over is still told so.
    if (!isWanted && (userId === null || readWatched(saleId, userId).length === 0)) return;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout>;
    let looks = 0;
    const look = () => {
      clearTimeout(timer);
      // Of two that are on their way only the newer one is heard, and asks again.
      const nth = (looks += 1);
      fetchQueue(saleId).then(
        (seen) => {
          if (isGone || nth !== looks) return;
          newest.current = seen;
          setQueue(seen);
          setFresh(true);
          rewatch((ids) => watchedWith(ids, seen.mine));
          timer = setTimeout(look, askAgainMs(seen, document.hidden, Math.random()));
        },
        () => {
          if (isGone || nth !== looks) return;
          setFresh(false);
          timer = setTimeout(look, failedMs * (0.8 + 0.4 * Math.random()));
        },
      );
    };
    // A visitor without an account was told how long the queue is by the page itself.
    timer = setTimeout(look, userId === null ? askAgainMs(newest.current, document.hidden, Math.random()) : 0);
    const seen = () => {
      if (!document.hidden && firstPlace(newest.current) !== null) look();
    };
    document.addEventListener("visibilitychange", seen);
    return () => {
      isGone = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [isWanted, saleId, userId, round, rewatch]);
  const waiting = queue.mine.filter((one) => one.status === "queued");
  const done = queue.mine.filter((one) => one.status === "done" && one.result?.code !== "left_queue" && watched.includes(one.request_id));
  const watch = useCallback((requestId: number) => rewatch((ids) => [...new Set([...ids, requestId])]), [rewatch]);
  const putAside = useCallback((requestId: number) => rewatch((ids) => ids.filter((id) => id !== requestId)), [rewatch]);
  return { queue, isFresh, waiting, done, isShown: isQueueing(queue) || waiting.length + done.length > 0, watch, putAside };
}

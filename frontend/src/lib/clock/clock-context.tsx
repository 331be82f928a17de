// Gives every part of the page the server's time, ticking together.
"use client";
import { type ReactNode, createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { ServerClock } from "./server-clock";

interface Ticker {
  clock: ServerClock;
  /** Time of the rendering server; the first paint must equal what it sent. */
  renderedAt: number;
  subscribe: (tick: () => void) => () => void;
}

const ClockContext = createContext<Ticker | null>(null);
const tickMs = 100;

function createTicker(renderedAt: number): Ticker {
  const clock = new ServerClock();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | null = null;
  return {
    clock,
    renderedAt,
    subscribe(tick) {
      listeners.add(tick);
      timer ??= setInterval(() => listeners.forEach((listener) => listener()), tickMs);
      return () => {
        listeners.delete(tick);
        if (listeners.size === 0 && timer) {
          clearInterval(timer);
          timer = null;
        }
      };
    },
  };
}

/** When the page's first byte came: scripts that load for seconds on a slow line must not set the clock back by as much. */
function arrivedAt(): number | undefined {
  const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return page?.responseStart || undefined;
}

export function ClockProvider({ renderedAt, children }: { renderedAt: number; children: ReactNode }) {
  const [ticker] = useState(() => createTicker(renderedAt));
  useEffect(() => {
    // Until a frame tells better, the rendering server's clock is nearer than the device's.
    ticker.clock.guess(renderedAt, arrivedAt());
  }, [ticker, renderedAt]);
  return <ClockContext value={ticker}>{children}</ClockContext>;
}

function useTicker(): Ticker {
  const ticker = useContext(ClockContext);
  if (!ticker) throw new Error("no ClockProvider above");
  return ticker;
}

export function useServerClock(): ServerClock {
  return useTicker().clock;
}

/** Whether a moment has come on the server's clock; renders again only when it does. */
export function useHasCome(iso: string): boolean {
  const ticker = useTicker();
  const at = Date.parse(iso);
  return useSyncExternalStore(
    ticker.subscribe,
    () => ticker.clock.now() >= at,
    () => ticker.renderedAt >= at,
  );
}

/** The server's time in milliseconds, rounded down to `stepMs`; renders again only when that changes. */
export function useServerNow(stepMs = 1_000): number {
  const ticker = useTicker();
  const floor = (ms: number) => Math.floor(ms / stepMs) * stepMs;
  return useSyncExternalStore(
    ticker.subscribe,
    () => floor(ticker.clock.now()),
    () => floor(ticker.renderedAt),
  );
}

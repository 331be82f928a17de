// Reads one door of the backend into a page: loading, there, not built yet, or failed with a way to try again.
"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { isMissingDoor } from "./browser";
import { sentence } from "./problem";

export type DoorState<T> =
  | { kind: "loading" }
  | { kind: "ready"; data: T }
  | { kind: "missing" }
  | { kind: "failed"; reason: string };

export interface DoorView<T> {
  state: DoorState<T>;
  reload: () => void;
  /** Shows what is known to be true before the next reading. */
  change: (change: (data: T) => T) => void;
}

/**
 * Calls `read` whenever `key` changes; null waits. What is shown stays until the next answer. Another `edition` of the same thing
 * is read anew like a reload: an answer that is overtaken by such a question is shown until the newer one comes, or a slow house
 * that is asked often would show nothing at all.
 */
export function useDoor<T>(key: string | null, read: () => Promise<T>, edition: string | number = 0): DoorView<T> {
  const [state, setState] = useState<DoorState<T>>({ kind: "loading" });
  const [round, setRound] = useState(0);
  const newest = useRef(read);
  /** Readings by their number: the last one asked for, and up to where answers are old news. */
  const readings = useRef({ asked: 0, settled: 0 });
  useEffect(() => {
    newest.current = read;
  });
  useEffect(() => {
    const { current } = readings;
    return () => {
      current.settled = current.asked;
    };
  }, [key]);
  useEffect(() => {
    if (key === null) return;
    const { current } = readings;
    const reading = (current.asked += 1);
    const answered = (next: DoorState<T>) => {
      if (reading <= current.settled) return;
      current.settled = reading;
      setState(next);
    };
    newest.current().then(
      (data) => answered({ kind: "ready", data }),
      // A failure that is asked again already is no news yet.
      (error: unknown) => reading === current.asked && answered(isMissingDoor(error) ? { kind: "missing" } : { kind: "failed", reason: sentence(error) }),
    );
  }, [key, round, edition]);
  const reload = useCallback(() => setRound((n) => n + 1), []);
  const change = useCallback((make: (data: T) => T) => {
    const { current } = readings;
    // What is on its way was asked for before this was true.
    if (current.settled < current.asked) setRound((n) => n + 1);
    current.settled = current.asked;
    setState((now) => (now.kind === "ready" ? { kind: "ready", data: make(now.data) } : now));
  }, []);
  return { state, reload, change };
}

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

/** Calls `read` whenever `key` changes; null waits. What is shown stays until the next answer. */
export function useDoor<T>(key: string | null, read: () => Promise<T>): DoorView<T> {
  const [state, setState] = useState<DoorState<T>>({ kind: "loading" });
  const [round, setRound] = useState(0);
  const newest = useRef(read);
  useEffect(() => {
    newest.current = read;
  });
  useEffect(() => {
    if (key === null) return;
    let isGone = false;
    newest.current().then(
      (data) => !isGone && setState({ kind: "ready", data }),
      (error: unknown) => {
        if (isGone) return;
        setState(isMissingDoor(error) ? { kind: "missing" } : { kind: "failed", reason: sentence(error) });
      },
    );
    return () => {
      isGone = true;
    };
  }, [key, round]);
  const reload = useCallback(() => setRound((n) => n + 1), []);
  const change = useCallback(
    (make: (data: T) => T) => setState((now) => (now.kind === "ready" ? { kind: "ready", data: make(now.data) } : now)),
    [],
  );
  return { state, reload, change };
}

// The amount somebody has typed for a lot survives sign-in, reload and reconnect.
"use client";
import { useCallback, useSyncExternalStore } from "react";
import { browserDisk } from "@/lib/commands/safe-storage";

const listeners = new Set<() => void>();
const keyFor = (lotId: number) => `saleroom.amount.${lotId}`;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useTypedAmount(lotId: number): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => browserDisk().getItem(keyFor(lotId)) ?? "",
    () => "",
  );
  const setText = useCallback(
    (next: string) => {
      if (next) browserDisk().setItem(keyFor(lotId), next);
      else browserDisk().removeItem(keyFor(lotId));
      listeners.forEach((listener) => listener());
    },
    [lotId],
  );
  return [text, setText];
}

const askKey = "saleroom.ask-before-bid";

/** Whether the person wants a question before every bid. */
export function useAsksFirst(): [boolean, (asks: boolean) => void] {
  const asks = useSyncExternalStore(
    subscribe,
    () => browserDisk().getItem(askKey) === "1",
    () => false,
  );
  const setAsks = (next: boolean) => {
    browserDisk().setItem(askKey, next ? "1" : "0");
    listeners.forEach((listener) => listener());
  };
  return [asks, setAsks];
}

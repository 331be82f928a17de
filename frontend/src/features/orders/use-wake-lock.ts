// Keeps the screen on while a page is looked at, where the browser can.
"use client";
import { useEffect, useState } from "react";

export type WakeState = "asking" | "awake" | "not_possible";

export function useWakeLock(): WakeState {
  const [state, setState] = useState<WakeState>("asking");
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isGone = false;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        lock = await navigator.wakeLock.request("screen");
        if (isGone) await lock.release();
        else setState("awake");
      } catch {
        // Old browsers, plain http and a low battery all say no.
        setState("not_possible");
      }
    };
    void ask();
    // A hidden page loses its lock, so a page that is back asks again.
    document.addEventListener("visibilitychange", ask);
    return () => {
      isGone = true;
      document.removeEventListener("visibilitychange", ask);
      void lock?.release();
    };
  }, []);
  return state;
}

// A moment in the viewer's own zone; the server prints UTC and the browser corrects it.
"use client";
import { useSyncExternalStore } from "react";
import { type MomentStyle, momentText } from "@/lib/clock/time-text";

const never = () => () => undefined;

/** False while the page is as the server sent it, true once the browser has taken over. */
export function useIsBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

export function Moment({ iso, style = "full", className }: { iso: string; style?: MomentStyle; className?: string }) {
  const isBrowser = useIsBrowser();
  return (
    <time dateTime={iso} className={className}>
      {momentText(iso, style, isBrowser ? undefined : "UTC")}
    </time>
  );
}

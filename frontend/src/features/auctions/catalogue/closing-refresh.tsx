// Asks the server for the list again shortly after a listed lot closes or opens, so that shelves stay true.
"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { Lot } from "@/lib/api/types";
import { useServerClock } from "@/lib/clock/clock-context";

const graceMs = 8_000;
const timerMsMax = 60 * 60_000;

export function ClosingRefresh({ lots }: { lots: Lot[] }) {
  const router = useRouter();
  const clock = useServerClock();
  const moments = lots
    .filter((lot) => lot.status === "open" || lot.status === "scheduled")
    .map((lot) => Date.parse(lot.status === "open" ? lot.end_time : lot.start_time));
  const next = Math.min(...moments);
  useEffect(() => {
    if (!Number.isFinite(next)) return;
    const waitMs = Math.min(timerMsMax, Math.max(20_000, next - clock.now() + graceMs));
    const timer = setTimeout(() => router.refresh(), waitMs);
    return () => clearTimeout(timer);
  }, [router, clock, next, lots]);
  return null;
}

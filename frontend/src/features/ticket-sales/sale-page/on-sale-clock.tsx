// The countdown to the on-sale second, on the server's clock, large enough to be watched from across a room.
"use client";
import { Moment } from "@/components/ui/moment";
import { useServerNow } from "@/lib/clock/clock-context";
import { spanWords } from "@/lib/clock/time-text";

const second = 1_000;
const units: [string, number, number][] = [
  ["days", 86_400 * second, 10_000],
  ["hours", 3_600 * second, 24],
  ["minutes", 60 * second, 60],
  ["seconds", second, 60],
];

export function OnSaleClock({ opensAt }: { opensAt: string }) {
  const left = Math.max(0, Math.ceil((Date.parse(opensAt) - useServerNow(100)) / second) * second);
  const shown = units.filter(([name, ms]) => name === "minutes" || name === "seconds" || left >= ms);
  return (
    <div className="grid gap-3 text-center">
      <p className="eyebrow text-ink-soft">On sale in</p>
      <div role="timer" aria-live="off" className="flex justify-center gap-x-5">
        <span className="sr-only">{spanWords(left)}</span>
        {shown.map(([name, ms, around]) => (
          <span key={name} aria-hidden className="grid min-w-14">
            <span className="text-lot leading-none font-semibold">{String(Math.floor(left / ms) % around).padStart(2, "0")}</span>
            <span className="text-small text-ink-soft">{name}</span>
          </span>
        ))}
      </div>
      <p className="text-small text-ink-soft">
        <Moment iso={opensAt} /> on the house’s clock. The page opens by itself; being here early gives nobody a better place.
      </p>
    </div>
  );
}

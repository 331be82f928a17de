// Time left on the server's clock: as words on a card, as a ring on the lot page.
"use client";
import { classNames } from "@/components/ui/class-names";
import { useServerNow } from "@/lib/clock/clock-context";
import { spanText, spanWords } from "@/lib/clock/time-text";

export const lastMinutesMs = 2 * 60_000;

/** "Closes in 12:09" on a card; says "Closing" between the last second and the hammer. */
export function TimeLeft({ endTime, className }: { endTime: string; className?: string }) {
  const left = Date.parse(endTime) - useServerNow(1_000);
  const isLast = left <= lastMinutesMs;
  return (
    <span className={classNames(isLast && "font-semibold text-wax", className)}>
      <span aria-hidden>{left > 0 ? spanText(left) : "closing"}</span>
      <span className="sr-only">{left > 0 ? `${spanWords(left)} left` : "closing now"}</span>
    </span>
  );
}

const radius = 54;
const around = 2 * Math.PI * radius;
/** The ring shows the last hour; before that it is full. */
const ringMs = 60 * 60_000;

export function CountdownRing({ endTime, isExtended }: { endTime: string; isExtended: boolean }) {
  const left = Math.max(0, Date.parse(endTime) - useServerNow(200));
  const isLast = left <= lastMinutesMs;
  const span = isLast ? lastMinutesMs : ringMs;
  const share = Math.min(1, left / span);
  return (
    <div className={classNames("relative size-[8rem] shrink-0 sm:size-[9rem]", isExtended && "arrives")} role="timer" aria-live="off">
      <svg viewBox="0 0 120 120" className="size-full -rotate-90" aria-hidden>
        <circle cx="60" cy="60" r={radius} fill="none" stroke="var(--hairline)" strokeWidth="3" />
        <circle
          cx="60"
          cy="60"
          r={radius}
          fill="none"
          stroke={isLast ? "var(--wax)" : "var(--ink)"}
          strokeWidth={isLast ? 6 : 4}
          strokeDasharray={around}
          strokeDashoffset={around * (1 - share)}
          style={{ transition: "stroke-dashoffset 200ms linear" }}
        />
      </svg>
      <div className="absolute inset-0 grid place-content-center text-center">
        <span className="eyebrow text-ink-soft">{left > 0 ? "Closes in" : "Closing"}</span>
        <span aria-hidden className={classNames("font-semibold", left >= 3_600_000 ? "text-lead" : "text-head", isLast && "text-wax")}>
          {spanText(left)}
        </span>
        <span className="sr-only">{spanWords(left)}</span>
      </div>
    </div>
  );
}

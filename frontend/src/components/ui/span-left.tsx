// Time left until a moment, on the server's clock, in figures for the eye and words for the ear.
"use client";
import { useServerNow } from "@/lib/clock/clock-context";
import { spanText, spanWords } from "@/lib/clock/time-text";
import { classNames } from "./class-names";

interface SpanLeftProps {
  until: string;
  /** Said when nothing is left. */
  over: string;
  /** From here on it is set in wax. */
  urgentMs?: number;
  className?: string;
}

export function SpanLeft({ until, over, urgentMs = 0, className }: SpanLeftProps) {
  const left = Date.parse(until) - useServerNow(1_000);
  return (
    <span className={classNames(left <= urgentMs && "font-semibold text-wax", className)}>
      <span aria-hidden>{left > 0 ? spanText(left) : over}</span>
      <span className="sr-only">{left > 0 ? spanWords(left) : over}</span>
    </span>
  );
}

// A small number chosen by pressing less and more, or typed.
"use client";
import { classNames } from "./class-names";

interface StepperProps {
  label: string;
  value: number;
  max: number;
  min?: number;
  onChange: (value: number) => void;
}

const button = "grid size-11 shrink-0 place-items-center text-lead font-semibold hover:bg-plate disabled:text-ink-soft disabled:opacity-50 disabled:hover:bg-transparent disabled:cursor-not-allowed";

export function Stepper({ label, value, max, min = 0, onChange }: StepperProps) {
  const set = (next: number) => onChange(Math.max(min, Math.min(max, next)));
  return (
    <div role="group" aria-label={label} className="inline-flex items-center rounded-edge border border-edge bg-sheet">
      <button type="button" aria-label={`Fewer: ${label}`} disabled={value <= min} onClick={() => set(value - 1)} className={button}>
        −
      </button>
      <input
        aria-label={label}
        inputMode="numeric"
        value={value}
        onChange={(event) => set(Number.parseInt(event.target.value.replace(/\D/g, "") || "0", 10))}
        onFocus={(event) => event.target.select()}
        className={classNames("h-11 w-11 bg-transparent text-center font-semibold focus-visible:outline-offset-0", value === 0 && "text-ink-soft")}
      />
      <button type="button" aria-label={`More: ${label}`} disabled={value >= max} onClick={() => set(value + 1)} className={button}>
        +
      </button>
    </div>
  );
}

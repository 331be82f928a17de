// A small stamp that names a state.
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const tones = {
  plain: "border-edge text-ink-soft",
  live: "border-wax text-wax",
  good: "border-laurel text-laurel",
  warn: "border-amber text-amber",
};

export function Tag({ tone = "plain", children, className }: { tone?: keyof typeof tones; children: ReactNode; className?: string }) {
  return (
    <span className={classNames("eyebrow inline-flex items-center gap-1.5 rounded-edge border px-1.5 py-0.5 whitespace-nowrap", tones[tone], className)}>
      {tone === "live" ? <span aria-hidden className="breathes size-1.5 rounded-round bg-current" /> : null}
      {children}
    </span>
  );
}

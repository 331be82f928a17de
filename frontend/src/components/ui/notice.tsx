// A message in the page: what happened, in the colour of its meaning and never by colour alone.
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type NoticeTone = "plain" | "good" | "warn" | "bad";

const tones: Record<NoticeTone, string> = {
  plain: "border-ink bg-sheet",
  good: "border-laurel bg-laurel-wash",
  warn: "border-amber bg-amber-wash",
  bad: "border-wax bg-wax-wash",
};

export function Notice({ tone = "plain", title, children, role, className }: { tone?: NoticeTone; title?: ReactNode; children?: ReactNode; role?: "status" | "alert"; className?: string }) {
  return (
    <div role={role} className={classNames("border-l-4 px-4 py-3", tones[tone], className)}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children ? <div className={classNames("text-body", title ? "mt-0.5" : null)}>{children}</div> : null}
    </div>
  );
}

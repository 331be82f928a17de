// A designed nothing: an empty list, a missing page, a door that is not built yet.
import type { ReactNode } from "react";
import { HammerMark } from "./marks";

export function Empty({ title, children, action, level = 2 }: { title: string; children?: ReactNode; action?: ReactNode; level?: 1 | 2 }) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-4 px-4 py-16 text-center">
      <HammerMark className="size-14 text-edge" />
      <Heading className="text-head">{title}</Heading>
      {children ? <div className="text-lead text-pretty text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}

export function NotAvailable({ what }: { what: string }) {
  return (
    <Empty title="Not open yet">
      {what} is not offered by this saleroom yet. Nothing of yours is missing; the counter simply has no one behind it.
    </Empty>
  );
}

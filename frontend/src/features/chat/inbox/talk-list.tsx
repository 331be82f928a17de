// A list of conversations with its states: loading, failed, empty, more than shown.
"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useServerNow } from "@/lib/clock/clock-context";
import { TalkLine } from "./talk-line";
import type { Found } from "./use-found";

interface TalkListProps {
  found: Found;
  label: string;
  currentId: number | null;
  addressOf: (id: number) => string;
  empty: ReactNode;
  isDesk?: boolean;
}

export function TalkList({ found, label, currentId, addressOf, empty, isDesk }: TalkListProps) {
  const nowMs = useServerNow(60_000);
  if (found.failure !== null) {
    return (
      <div role="alert" className="grid justify-items-start gap-2 py-4">
        <p>{found.failure}</p>
        <Button size="small" tone="line" onClick={found.reload}>
          Try again
        </Button>
      </div>
    );
  }
  if (found.talks.length === 0) {
    if (!found.isLoading) return <div className="py-6 text-ink-soft">{empty}</div>;
    return (
      <div role="status" aria-label={`${label}: loading`} className="grid gap-2 py-3">
        {[0, 1, 2].map((n) => (
          <Skeleton key={n} className="h-16" />
        ))}
      </div>
    );
  }
  return (
    <>
      <ul aria-label={label}>
        {found.talks.map((talk) => (
          <TalkLine key={talk.info.id} talk={talk} href={addressOf(talk.info.id)} isCurrent={talk.info.id === currentId} nowMs={nowMs} isDesk={isDesk} />
        ))}
      </ul>
      {found.count > found.talks.length ? <p className="py-3 text-small text-ink-soft">{found.count - found.talks.length} older ones: search to find them.</p> : null}
    </>
  );
}

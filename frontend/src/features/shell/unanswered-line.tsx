// Says on every page that something one pressed elsewhere has no answer yet, and leads to where it gets one.
"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useDoor } from "@/lib/api/use-door";
import { watchBrowserDisk } from "@/lib/commands/safe-storage";
import { type PressKind, type Unanswered, watchUnanswered } from "@/lib/commands/unanswered";
import { browserTimers } from "@/lib/realtime/ports";
import { useUser } from "@/lib/session/session-context";

/** More than these are told when the first ones are answered. */
const shownMax = 3;

function useUnanswered(kinds: readonly PressKind[]): readonly Unanswered[] {
  const userId = useUser()?.id ?? null;
  const [unanswered, setUnanswered] = useState<readonly Unanswered[]>([]);
  useEffect(() => {
    if (userId === null) return;
    return watchUnanswered(userId, { kinds, watchDisk: watchBrowserDisk, later: (run, ms) => browserTimers.after(ms, run), onChange: setUnanswered });
  }, [userId, kinds]);
  // What was told of the one before must not stand there for a moment.
  return unanswered.filter((one) => one.userId === userId);
}

function Words({ kind, thingId }: Unanswered) {
  const page = kind.pageOf(thingId);
  const title = useDoor(`unanswered ${page}`, () => kind.titleOf(thingId)).state;
  // Read aloud once, with the title; a line that is away leaves the number.
  if (title.kind === "loading") return null;
  return (
    <div className="border-b border-amber bg-amber-wash py-2 text-small text-amber">
      <p className="page-column flex flex-wrap items-baseline gap-x-2">
        <span className="wrap-anywhere">
          Your {kind.name} on {title.kind === "ready" ? `“${title.data}”` : kind.nameOf(thingId)} has no answer yet.
        </span>
        <Link href={page} className="inline-flex min-h-6 items-center font-semibold underline underline-offset-4">
          See what became of it
        </Link>
      </p>
    </div>
  );
}

/** The page of the thing itself says it beside its button. */
export function UnansweredLine({ makeKinds }: { makeKinds: () => readonly PressKind[] }) {
  const [kinds] = useState(makeKinds);
  const path = usePathname();
  const elsewhere = useUnanswered(kinds).filter(({ kind, thingId }) => kind.pageOf(thingId) !== path);
  return (
    <div role="status">
      {elsewhere.slice(0, shownMax).map((one) => (
        <Words key={one.kind.pageOf(one.thingId)} {...one} />
      ))}
    </div>
  );
}

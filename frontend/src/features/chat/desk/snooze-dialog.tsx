// Setting a conversation aside until a time, or until the person writes again.
"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Moment } from "@/components/ui/moment";
import { useServerNow } from "@/lib/clock/clock-context";

const hourMs = 3_600_000;

/** Nine in the morning, some days from `nowMs`, on this device's clock. */
function morning(nowMs: number, days: number): number {
  const date = new Date(nowMs);
  date.setDate(date.getDate() + days);
  return date.setHours(9, 0, 0, 0);
}

export function SnoozeDialog({ onClose, onSnooze }: { onClose: () => void; onSnooze: (untilSeconds: number | null) => void }) {
  const nowMs = useServerNow(60_000);
  const times: [string, number][] = [
    ["For an hour", nowMs + hourMs],
    ["For four hours", nowMs + 4 * hourMs],
    ["Until tomorrow", morning(nowMs, 1)],
    ["For a week", morning(nowMs, 7)],
  ];
  return (
    <Dialog isOpen onClose={onClose} title="Set it aside">
      <div className="grid gap-2">
        <Button tone="line" onClick={() => onSnooze(null)}>
          Until the person writes
        </Button>
        {times.map(([words, untilMs]) => (
          <Button key={words} tone="line" className="justify-between" onClick={() => onSnooze(Math.round(untilMs / 1_000))}>
            {words} <Moment iso={new Date(untilMs).toISOString()} className="text-small font-normal text-ink-soft" />
          </Button>
        ))}
      </div>
    </Dialog>
  );
}

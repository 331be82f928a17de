// Tickets that are held: for how long, where to pay, and how to give them back.
"use client";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SpanLeft } from "@/components/ui/span-left";
import { useServerNow } from "@/lib/clock/clock-context";
import { useMoney } from "@/lib/house/house-context";
import type { SlipActions } from "./answer-slips";

interface HeldSlipProps {
  orderId: number;
  what: string;
  /** Where one would sit, in words. */
  seats: readonly string[];
  /** What it costs to keep them; null when nobody said. */
  totalCents: number | null;
  expiresAt: string | null;
  isFresh?: boolean;
  actions: Pick<SlipActions, "isWaiting" | "isCalledOff">;
  onGiveBack: () => void;
}

const urgentMs = 2 * 60_000;

export function HeldSlip({ orderId, what, seats, totalCents, expiresAt, isFresh, actions, onGiveBack }: HeldSlipProps) {
  const now = useServerNow(1_000);
  const money = useMoney();
  const { isWaiting, isCalledOff } = actions;
  if (isCalledOff) {
    return (
      <Notice role="status" tone="warn" title={`The hold on ${what} is over with the event`}>
        There is nothing to pay any more. A payment that was on its way goes back.
      </Notice>
    );
  }
  if (expiresAt !== null && Date.parse(expiresAt) <= now) {
    return (
      <Notice role="status" tone="warn" title={`The hold on ${what} has lapsed`}>
        Nothing was charged. What is still free can be taken anew.
      </Notice>
    );
  }
  return (
    <Notice role={isFresh ? "status" : undefined} tone="good" title={isFresh ? `Held for you: ${what}` : `You hold ${what}`}>
      {seats.length ? <p>{seats.join("; ")}</p> : null}
      {expiresAt === null ? null : (
        <p>
          Nobody else can have them for <SpanLeft until={expiresAt} over="no time" urgentMs={urgentMs} className="font-semibold" />.
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink tone="wax" href={`/orders/${orderId}/checkout`}>
          {totalCents === null ? "Go and pay" : `Go and pay ${money(totalCents / 100)}`}
        </ButtonLink>
        <Button tone="line" aria-disabled={isWaiting || undefined} onClick={() => !isWaiting && onGiveBack()}>
          Give back
        </Button>
      </div>
    </Notice>
  );
}

// The one button of the counter: takes what is chosen, and says what is missing until something is.
"use client";
import Link from "next/link";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { useMoney } from "@/lib/house/house-context";
import { type PickPlan, pickWords } from "../buying/pick-plan";
import { ticketsWords } from "../wording";
import type { SlipActions } from "./answer-slips";

/** The words on the button: what is taken, and what it costs. */
export function useTakeWords(plan: PickPlan): string {
  const money = useMoney();
  if (plan.kind !== "ready") return "Take tickets";
  return `Take ${ticketsWords(plan.quantity)} · ${plan.total === 0 ? "free" : money(plan.total)}`;
}

/** Why nothing can be taken just now; null where it can. */
export function waitingWords({ isReady, isWaiting }: SlipActions): string | null {
  if (!isReady) return "One moment…";
  return isWaiting ? "Waiting for the answer…" : null;
}

interface TakeProps {
  saleId: number;
  plan: PickPlan;
  /** What is to be done while nothing is chosen. */
  toChoose: string;
  /** Of the text that says why a choice cannot be taken. */
  reasonId: string;
  isSignedIn: boolean;
  actions: SlipActions;
}

export function TakeButton({ saleId, plan, toChoose, reasonId, isSignedIn, actions }: TakeProps) {
  const words = useTakeWords(plan);
  const toChooseId = useId();
  const [pressesInVain, setPressesInVain] = useState(0);
  const isEmpty = plan.kind === "empty";
  if (!isEmpty && pressesInVain > 0) setPressesInVain(0);
  if (!isSignedIn) {
    return (
      <Link
        href={`/sign-in?next=${encodeURIComponent(`/events/${saleId}`)}`}
        className="inline-flex min-h-14 items-center justify-center rounded-edge bg-wax-solid px-6 text-lead font-semibold text-on-wax hover:bg-wax-press"
      >
        Sign in to buy
      </Link>
    );
  }
  const press = () => {
    if (actions.isWaiting) return;
    if (isEmpty) setPressesInVain(pressesInVain + 1);
    if (plan.kind === "ready") actions.onAsk(plan.asked, pickWords(plan.lines));
  };
  const describedBy = { empty: toChooseId, blocked: reasonId, ready: undefined }[plan.kind];
  return (
    <div className="grid gap-2">
      <Button tone="wax" size="large" wide aria-disabled={actions.isWaiting || plan.kind === "blocked" || undefined} aria-describedby={describedBy} className="aria-disabled:opacity-55" onClick={press}>
        {waitingWords(actions) ?? words}
      </Button>
      {isEmpty ? (
        // A press in vain is answered: by another alert each time, so that it is read aloud again.
        <p key={pressesInVain} id={toChooseId} role={pressesInVain ? "alert" : undefined} className={pressesInVain ? "text-small font-semibold text-wax" : "text-small text-ink-soft"}>
          {toChoose}
        </p>
      ) : null}
    </div>
  );
}

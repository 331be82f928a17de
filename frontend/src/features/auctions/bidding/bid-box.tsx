// Where a bid is made: amount, quick steps, one button, and whatever must be asked first.
"use client";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox, Field } from "@/components/ui/field";
import { useMoney } from "@/lib/house/house-context";
import { amountInput, amountMax } from "@/lib/house/money";
import type { LotState } from "../lot-state";
import { nothingHigher, planBid, quickAmounts } from "./bid-plan";
import { useAsksFirst, useTypedAmount } from "./typed-amount";

/** A label that changed under the finger is not what the person meant to press. */
const settleMs = 700;

interface BidBoxProps {
  state: LotState;
  /** False until the page can take a press. */
  isReady: boolean;
  isSignedIn: boolean;
  isLeading: boolean;
  isWaiting: boolean;
  onBid: (amount: number) => void;
}

/** True while `value` is younger than a glance. */
function useJustChanged(value: number): () => boolean {
  const changedAt = useRef(0);
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    last.current = value;
    changedAt.current = performance.now();
  }, [value]);
  return () => changedAt.current > 0 && performance.now() - changedAt.current < settleMs;
}

function QuickSteps({ state, onPick }: { state: LotState; onPick: (amount: number) => void }) {
  const money = useMoney();
  const amounts = quickAmounts(state.currentPrice, state.nextMin, state.bidCount);
  if (amounts.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1.5" role="group" aria-label="Quick amounts">
      {amounts.map((amount) => (
        <Button key={amount} tone="line" size="small" className="grow basis-20 px-0.5 whitespace-nowrap" onClick={() => onPick(amount)}>
          {money(amount)}
        </Button>
      ))}
    </div>
  );
}

export function BidBox({ state, isReady, isSignedIn, isLeading, isWaiting, onBid }: BidBoxProps) {
  const money = useMoney();
  const [typed, setTyped] = useTypedAmount(state.lotId);
  const [asksFirst, setAsksFirst] = useAsksFirst();
  const [hint, setHint] = useState<string | null>(null);
  const [question, setQuestion] = useState<{ amount: number; why: string } | null>(null);
  const plan = planBid(typed, state.nextMin, money);
  const hasJustChanged = useJustChanged(state.nextMin);

  const bid = (amount: number) => {
    setQuestion(null);
    setHint(isSignedIn ? null : "Sign in to bid. The amount stays here.");
    if (!isReady || !isSignedIn) return;
    setTyped("");
    onBid(amount);
  };
  const submit = () => {
    if (!isReady || isWaiting || isLeading) return;
    if (plan.kind === "blocked") {
      setHint(plan.reason);
      return;
    }
    if (!typed && hasJustChanged()) {
      setHint(`The next bid had just become ${money(plan.amount)}. Press again if that is right for you.`);
      return;
    }
    const why = !isSignedIn
      ? null
      : plan.mustAsk === "ambiguous"
        ? `You typed “${typed}”. We read that as ${money(plan.amount)}.`
        : plan.mustAsk === "far"
          ? `That is far above the next bid of ${money(state.nextMin)}. A straight bid sets the price to exactly this amount.`
          : asksFirst
            ? "A bid binds you."
            : null;
    if (why) setQuestion({ amount: plan.amount, why });
    else bid(plan.amount);
  };

  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <QuickSteps
        state={state}
        onPick={(amount) => {
          setHint(null);
          setTyped(amountInput(amount));
        }}
      />
      <Field
        label="Your bid"
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint="send"
        placeholder={state.nextMin > amountMax ? undefined : amountInput(state.nextMin)}
        value={typed}
        error={hint}
        hint={state.nextMin > amountMax ? nothingHigher(money) : <>At least {money(state.nextMin)}. Comma or point for cents.</>}
        onChange={(event) => {
          setHint(null);
          setTyped(event.target.value);
        }}
      />
      {isSignedIn ? (
        <Button type="submit" tone="wax" size="large" wide disabled={!isReady} aria-disabled={isLeading || isWaiting || undefined} className="aria-disabled:opacity-55">
          {!isReady ? "One moment…" : isWaiting ? "Waiting for the answer…" : isLeading ? "You are leading" : plan.kind === "ready" ? `Bid ${money(plan.amount)}` : "Bid"}
        </Button>
      ) : (
        <Link
          href={`/sign-in?next=${encodeURIComponent(`/lots/${state.lotId}`)}`}
          className="inline-flex min-h-14 items-center justify-center rounded-edge bg-wax-solid px-6 text-lead font-semibold text-on-wax hover:bg-wax-press"
        >
          Sign in to bid
        </Link>
      )}
      <Checkbox label="Ask me before each bid" checked={asksFirst} onChange={(event) => setAsksFirst(event.target.checked)} className="text-small text-ink-soft" />
      <Dialog isOpen={question !== null} onClose={() => setQuestion(null)} title={question ? `Bid ${money(question.amount)}?` : ""}>
        {question ? (
          <>
            <p className="text-lead">{question.why}</p>
            <div className="grid gap-2 sm:grid-cols-2">
              <Button tone="wax" onClick={() => bid(question.amount)}>
                Yes, bid {money(question.amount)}
              </Button>
              <Button tone="line" onClick={() => setQuestion(null)}>
                Not yet
              </Button>
            </div>
          </>
        ) : null}
      </Dialog>
    </form>
  );
}

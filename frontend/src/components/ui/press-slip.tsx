// A press of a button that has no answer yet: on its way, unknown, or left behind by an earlier visit.
"use client";
import type { PressPhase } from "@/lib/commands/press-desk";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export interface PressSlipProps {
  phase: PressPhase;
  /** What was pressed, to stand before "is on its way": "Your bid of €210". */
  request: string;
  /** What asking again and again cannot do: "it can never count twice". */
  never: string;
  /** What asking again does when the press never arrived: "it is placed now". */
  otherwise: string;
  /** The page to come back to after signing in. */
  here: string;
  onAskAgain: () => void;
  onPutAside: () => void;
}

export function PressSlip({ phase, request, never, otherwise, here, onAskAgain, onPutAside }: PressSlipProps) {
  if (phase === "sending") {
    return (
      <Notice role="status" title={`${request} is on its way…`}>
        It counts when the house answers.
      </Notice>
    );
  }
  if (phase === "checking") {
    return (
      <Notice role="status" tone="warn" title={`${request}: no answer yet`}>
        It may or may not have arrived. We keep asking by itself, with the same number, so {never}.
      </Notice>
    );
  }
  if (phase === "forgotten") {
    return (
      <Notice tone="warn" title={`${request} has no answer`}>
        <p>
          You pressed the button more than a week ago and left before the answer came. If it was counted, it stands in your account. If it was refused, the house no longer knows that, so it is not asked again.
        </p>
        <Button size="small" tone="line" className="mt-3" onClick={onPutAside}>
          Put aside
        </Button>
      </Notice>
    );
  }
  const isSignedOut = phase === "signed_out";
  return (
    <Notice tone="warn" title={`${request} has no answer`}>
      <p>
        {isSignedOut
          ? "Your session ended before the answer came. Sign in again to learn what became of it."
          : `You pressed the button earlier and left before the answer came. Ask again: if it was counted then, you get that answer; if it never arrived, ${otherwise}.`}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {isSignedOut ? (
          <ButtonLink size="small" href={`/sign-in?next=${encodeURIComponent(here)}`}>
            Sign in
          </ButtonLink>
        ) : (
          <Button size="small" onClick={onAskAgain}>
            Ask again
          </Button>
        )}
        <Button size="small" tone="line" onClick={onPutAside}>
          Put aside
        </Button>
      </div>
    </Notice>
  );
}

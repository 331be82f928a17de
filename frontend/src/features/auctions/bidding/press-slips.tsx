// What became of one's presses: on the way, unknown, accepted with a receipt, refused with a reason.
"use client";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useMoney } from "@/lib/house/house-context";
import { amountInput } from "@/lib/house/money";
import { type BidAnswer, refusalWords } from "./answer";
import type { BidDesk, Press } from "./bid-desk";
import { ReceiptCheck } from "../proof/receipt-check";
import { useTypedAmount } from "./typed-amount";

function Slip({ press, desk }: { press: Press; desk: BidDesk }) {
  const money = useMoney();
  const { id, amount, lotId } = press.entry;
  const price = money(amount);
  if (press.phase === "sending") {
    return (
      <Notice role="status" title={`Your bid of ${price} is on its way…`}>
        It counts when the house answers.
      </Notice>
    );
  }
  if (press.phase === "checking") {
    return (
      <Notice role="status" tone="warn" title={`No answer yet to your bid of ${price}`}>
        It may or may not have arrived. We keep asking by itself, with the same number, so it can never count twice.
      </Notice>
    );
  }
  const isSignedOut = press.phase === "signed_out";
  return (
    <Notice tone="warn" title={`Your bid of ${price} has no answer`}>
      <p>
        {isSignedOut
          ? "Your session ended before the answer came. Sign in again to learn what became of it."
          : "You pressed the button earlier and left before the answer came. Ask again: if it was counted then, you get that answer; if it never arrived, it is placed now."}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {isSignedOut ? (
          <ButtonLink size="small" href={`/sign-in?next=${encodeURIComponent(`/lots/${lotId}`)}`}>
            Sign in
          </ButtonLink>
        ) : (
          <Button size="small" onClick={() => desk.askAgain(id)}>
            Ask again
          </Button>
        )}
        <Button size="small" tone="line" onClick={() => desk.putAside(id)}>
          Put aside
        </Button>
      </div>
    </Notice>
  );
}

function Receipt({ answer, lotId }: { answer: Extract<BidAnswer, { kind: "accepted" }>; lotId: number }) {
  return (
    <details className="mt-2 text-small">
      <summary className="min-h-6 underline underline-offset-4">Receipt</summary>
      <dl className="my-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 break-all">
        <dt>Answer</dt>
        <dd className="break-normal">{answer.explain}</dd>
        <dt>Place in the log</dt>
        <dd>{answer.seq}</dd>
        <dt>Press</dt>
        <dd>{answer.commandId}</dd>
        <dt>Seal</dt>
        <dd>{answer.hash}</dd>
      </dl>
      <ReceiptCheck receipt={{ ...answer, lotId }} />
    </details>
  );
}

interface AnswerProps {
  answer: BidAnswer;
  lotId: number;
  isOver: boolean;
  /** Others have bid since: what was explained then is no longer how it stands. */
  isOvertaken: boolean;
  onDone: () => void;
}

function Answer({ answer, lotId, isOver, isOvertaken, onDone }: AnswerProps) {
  const money = useMoney();
  const [, setTyped] = useTypedAmount(lotId);
  if (answer.kind === "accepted") {
    return (
      <Notice role="status" tone={isOvertaken ? "plain" : "good"} title={`Accepted: your bid of ${money(answer.amount)}`}>
        <p>{isOvertaken ? "It was counted; others have bid since." : "It was counted, and it leads."}</p>
        <Receipt answer={answer} lotId={lotId} />
      </Notice>
    );
  }
  if (answer.kind === "ended") {
    return (
      <Notice role="alert" tone="bad" title={`Your bid of ${money(answer.amount)} came after the hammer`}>
        It was not counted{answer.finalPrice === null ? "." : `; the lot ended at ${money(answer.finalPrice)}.`}
      </Notice>
    );
  }
  const { title, nextMin } = refusalWords(answer);
  return (
    <Notice role="alert" tone="bad" title={title}>
      <p>
        {answer.message} Your bid of {money(answer.amount)} was not counted.
      </p>
      {nextMin !== null && !isOver ? (
        <Button
          size="small"
          tone="line"
          className="mt-3"
          onClick={() => {
            setTyped(amountInput(nextMin));
            onDone();
          }}
        >
          Write {money(nextMin)} instead
        </Button>
      ) : null}
    </Notice>
  );
}

interface PressSlipsProps {
  lotId: number;
  desk: BidDesk;
  presses: Press[];
  answer: BidAnswer | null;
  isOver: boolean;
  isOvertaken: boolean;
  onDone: () => void;
}

export function PressSlips({ lotId, desk, presses, answer, isOver, isOvertaken, onDone }: PressSlipsProps) {
  return (
    <div className="grid gap-3 empty:hidden">
      {presses.map((press) => (
        <Slip key={press.entry.id} press={press} desk={desk} />
      ))}
      {answer && presses.length === 0 ? <Answer answer={answer} lotId={lotId} isOver={isOver} isOvertaken={isOvertaken} onDone={onDone} /> : null}
    </div>
  );
}

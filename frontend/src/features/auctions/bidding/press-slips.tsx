// What became of one's presses: on the way, unknown, accepted with a receipt, refused with a reason.
"use client";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PressSlip } from "@/components/ui/press-slip";
import type { Press } from "@/lib/commands/press-desk";
import { useMoney } from "@/lib/house/house-context";
import { amountInput } from "@/lib/house/money";
import { type BidAnswer, refusalWords } from "./answer";
import type { BidDesk, BidWish } from "./bid-wish";
import { ReceiptCheck } from "../proof/receipt-check";
import { useTypedAmount } from "./typed-amount";

function Slip({ press, desk }: { press: Press<BidWish>; desk: BidDesk }) {
  const money = useMoney();
  const { id, amount, lotId } = press.entry;
  return (
    <PressSlip
      phase={press.phase}
      request={`Your bid of ${money(amount)}`}
      never="it can never count twice"
      otherwise="it is placed now"
      here={`/lots/${lotId}`}
      onAskAgain={() => desk.askAgain(id)}
      onPutAside={() => desk.putAside(id)}
    />
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
        <p>{isOvertaken ? "It was counted; others have bid since." : `It was counted, and it ${isOver ? "led to the end" : "leads"}.`}</p>
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
  presses: Press<BidWish>[];
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

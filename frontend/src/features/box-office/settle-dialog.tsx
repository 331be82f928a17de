// Marking a refund that failed as paid another way: asked once, with how it was paid.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Problem, sentence } from "@/lib/api/problem";
import type { FailedRefund } from "@/lib/api/tickets";
import { newCommandId } from "@/lib/commands/command-id";
import { useMoney } from "@/lib/house/house-context";
import { settleRefund } from "./box-office-calls";

interface SettleProps {
  refund: FailedRefund;
  /** Undefined while his name is being read. */
  buyer: string | undefined;
  onClose: () => void;
  onDone: () => void;
}

export function SettleDialog({ refund, buyer, onClose, onDone }: SettleProps) {
  const money = useMoney();
  const [commandId, setCommandId] = useState(newCommandId);
  const [isBusy, setBusy] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Dialog isOpen onClose={onClose} title={`${money(refund.amount_cents / 100)} paid another way?`}>
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.elements.namedItem("note") as HTMLInputElement;
          const note = field.value.trim();
          setMissing(note ? null : "Say how you paid it back.");
          if (!note) return field.focus();
          setBusy(true);
          setProblem(null);
          settleRefund(refund.refund_id, note, commandId).then(onDone, (error: unknown) => {
            setBusy(false);
            setProblem(sentence(error));
            if (error instanceof Problem && error.status < 500) setCommandId(newCommandId());
          });
        }}
      >
        <p>
          Order {refund.order_id}
          {buyer ? `, ${buyer}` : ""}. No money moves by this: you note that you have paid it back yourself. It is listed as owed no more, and this cannot be taken back.
        </p>
        {problem ? <Notice tone="bad" role="alert" title={problem} /> : null}
        <Field label="How was it paid?" name="note" required maxLength={500} error={missing} hint="Such as “bank transfer on 3 March”. The buyer reads it in a letter; write no account numbers." />
        <Button type="submit" tone="wax" isBusy={isBusy}>
          Mark as paid
        </Button>
      </form>
    </Dialog>
  );
}

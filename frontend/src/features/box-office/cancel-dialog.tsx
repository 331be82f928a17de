// Calling an event off: asked once, with what it means for everyone who bought.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sentence } from "@/lib/api/problem";
import { newCommandId } from "@/lib/commands/command-id";
import { cancelSale } from "./box-office-calls";

export function CancelDialog({ id, title, onClose, onDone }: { id: number; title: string; onClose: () => void; onDone: () => void }) {
  const [commandId] = useState(newCommandId);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Dialog isOpen onClose={onClose} title={`Call “${title}” off?`}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setBusy(true);
          cancelSale(id, String(new FormData(event.currentTarget).get("reason") ?? "").trim(), commandId).then(onDone, (error: unknown) => {
            setBusy(false);
            setProblem(sentence(error));
          });
        }}
      >
        <p className="text-ink-soft">Every order is undone and refunded in full, and everyone who had a ticket gets a letter. This cannot be taken back.</p>
        {problem ? <Notice tone="bad" role="alert" title={problem} /> : null}
        <Field label="Reason" name="reason" maxLength={500} hint="Stands in the letter and in the record." />
        <Button type="submit" tone="danger" isBusy={isBusy}>
          Call the event off
        </Button>
      </form>
    </Dialog>
  );
}

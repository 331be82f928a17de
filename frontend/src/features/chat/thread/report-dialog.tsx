// Telling the house that a message is not right.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { actOnTalk } from "../chat-calls";
import type { Message } from "../talk-state";
import type { Complaint } from "../types";
import { complaints } from "../wording";

export function ReportDialog({ talkId, message, onClose }: { talkId: number; message: Message; onClose: () => void }) {
  const toast = useToast();
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  return (
    <Dialog isOpen onClose={onClose} title="Report this message?">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setBusy(true);
          const complaint = String(new FormData(event.currentTarget).get("complaint")) as Complaint;
          actOnTalk(talkId, "report", { message_id: message.id, complaint }).then(
            () => {
              toast({ tone: "good", title: "Reported", text: "An administrator will look at it." });
              onClose();
            },
            (failure: unknown) => {
              setBusy(false);
              setError(sentence(failure));
            },
          );
        }}
      >
        {error ? <Notice tone="bad" role="alert" title={error} /> : null}
        <SelectField label="What is wrong with it" name="complaint">
          {Object.entries(complaints).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </SelectField>
        <Button type="submit" tone="danger" isBusy={isBusy}>
          Report it
        </Button>
      </form>
    </Dialog>
  );
}

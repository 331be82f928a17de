// What one tells the winners of one's lots: how to pay and how to collect.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { TextAreaField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sentence } from "@/lib/api/problem";
import type { Selling } from "@/lib/api/types";
import { useDoor } from "@/lib/api/use-door";
import { changeSelling, fetchSelling } from "./selling-calls";

function Form({ selling }: { selling: Selling }) {
  const [said, setSaid] = useState<{ isGood: boolean; words: string } | null>(null);
  return (
    <form
      className="grid max-w-3xl gap-4 grid-cols-1 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        changeSelling({ payment_text: String(fields.get("payment") ?? ""), collection_text: String(fields.get("collection") ?? "") }).then(
          () => setSaid({ isGood: true, words: "Saved. Winners read it from now on." }),
          (error: unknown) => setSaid({ isGood: false, words: sentence(error) }),
        );
      }}
    >
      <TextAreaField label="Payment" name="payment" rows={4} defaultValue={selling.payment_text} placeholder="Bank transfer within five days to …" />
      <TextAreaField label="Collection" name="collection" rows={4} defaultValue={selling.collection_text} placeholder="Weekdays from ten to six at …" />
      <div className="grid gap-3 sm:col-span-2 sm:justify-items-start">
        {said ? <Notice tone={said.isGood ? "good" : "bad"} role={said.isGood ? "status" : "alert"} title={said.words} /> : null}
        <Button type="submit" tone="line">
          Save
        </Button>
      </div>
    </form>
  );
}

export function SellingTexts() {
  const view = useDoor("selling", fetchSelling);
  return (
    <section aria-labelledby="selling-heading" className="mt-14">
      <div className="double-rule pt-3">
        <h2 id="selling-heading" className="text-head">
          What winners are told
        </h2>
      </div>
      <p className="mt-1 mb-5 max-w-(--measure) text-ink-soft">Everyone who wins a lot of yours reads this beside it, and in the letter.</p>
      <Door view={view} what="Your words to winners">
        {(selling) => <Form selling={selling} />}
      </Door>
    </section>
  );
}

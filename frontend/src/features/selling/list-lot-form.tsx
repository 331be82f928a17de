// Listing a lot: words, pictures, price and times; the draft stays on this device, for its writer, until the lot is listed.
"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, SelectField, TextAreaField } from "@/components/ui/field";
import { useIsBrowser } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/section-page";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { useServerClock } from "@/lib/clock/clock-context";
import { newCommandId } from "@/lib/commands/command-id";
import { browserDisk } from "@/lib/commands/safe-storage";
import { useCurrency } from "@/lib/house/house-context";
import { useUser } from "@/lib/session/session-context";
import { type Draft, type DraftErrors, emptyDraft, errorsIn, increments, lotOf, readDraft, writeDraft } from "./draft";
import { type Picked, PicturePicker } from "./picture-picker";
import { createLot, uploadPicture } from "./selling-calls";

function Form({ userId }: { userId: number }) {
  const router = useRouter();
  const toast = useToast();
  const clock = useServerClock();
  const currency = useCurrency();
  const [draft, setDraft] = useState<Draft>(() => readDraft(browserDisk(), userId) ?? emptyDraft(newCommandId()));
  const [pictures, setPictures] = useState<Picked[]>([]);
  const [errors, setErrors] = useState<DraftErrors>({});
  const [progress, setProgress] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [hasDraft] = useState(() => Boolean(readDraft(browserDisk(), userId)));

  const keep = (change: Partial<Draft>) => {
    // A changed lot is another lot: its id must not be the one of a listing that may have arrived.
    const next = { ...draft, ...change, commandId: newCommandId() };
    setDraft(next);
    writeDraft(browserDisk(), userId, next);
  };
  const field = (name: Exclude<keyof Draft, "commandId">) => ({
    name,
    value: draft[name],
    error: errors[name] ?? null,
    onChange: (event: { target: { value: string } }) => keep({ [name]: event.target.value }),
  });

  const list = async () => {
    setProgress("Listing the lot…");
    const lot = await createLot(lotOf(draft), draft.commandId);
    let failed = 0;
    for (const [place, picked] of pictures.entries()) {
      setProgress(`Sending picture ${place + 1} of ${pictures.length}…`);
      await uploadPicture(lot.id, picked.file, picked.file.name, picked.id).catch(() => (failed += 1));
    }
    writeDraft(browserDisk(), userId, null);
    if (failed) toast({ tone: "bad", title: `${failed} of ${pictures.length} pictures did not arrive`, text: "The lot is listed; send them again with “Change its words or pictures”." });
    router.push(`/lots/${lot.id}`);
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = errorsIn(draft, clock.now());
    setErrors(found);
    setProblem(null);
    const first = Object.keys(found)[0];
    if (first) {
      event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    list().catch((error: unknown) => {
      setProgress(null);
      setProblem(sentence(error));
    });
  };

  return (
    <form onSubmit={submit} noValidate className="grid max-w-3xl gap-8">
      {hasDraft ? (
        <Notice>
          This is the draft you left.{" "}
          <button
            type="button"
            className="font-semibold underline underline-offset-4"
            onClick={() => {
              writeDraft(browserDisk(), userId, null);
              setDraft(emptyDraft(newCommandId()));
            }}
          >
            Start anew
          </button>
        </Notice>
      ) : null}
      <div className="grid gap-5 grid-cols-1 sm:grid-cols-2">
        <Field label="Title" maxLength={200} required className="sm:col-span-2" {...field("title")} />
        <Field label="Author or maker" maxLength={200} {...field("author")} />
        <Field label="Materials and size" maxLength={200} placeholder="Oil on canvas, 62 × 84 cm" {...field("lot_materials")} />
        <TextAreaField label="Description" className="sm:col-span-2" {...field("description")} />
        <Field label="Sale" maxLength={200} placeholder="Autumn evening sale" {...field("auction_name")} />
      </div>
      <PicturePicker pictures={pictures} onChange={setPictures} newId={newCommandId} />
      <div className="grid gap-5 grid-cols-1 sm:grid-cols-2">
        <Field label={`Starting price (${currency})`} inputMode="decimal" required {...field("start_price")} />
        <SelectField label="Bidding steps" {...field("increments")}>
          {Object.entries(increments).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </SelectField>
        <Field label="Opens" type="datetime-local" hint="Empty: at once. In your own time zone." {...field("start_time")} />
        <Field label="Closes" type="datetime-local" hint="Empty: one day later." {...field("end_time")} />
        <SelectField label="A bid in the last moments" {...field("soft_close_seconds")}>
          <option value="120">gives the others two more minutes</option>
          <option value="30">gives the others thirty more seconds</option>
          <option value="0">changes nothing: the end is the end</option>
        </SelectField>
      </div>
      {problem ? <Notice tone="bad" role="alert" title={problem}>Your draft is kept. Pressing again lists the same lot once.</Notice> : null}
      <div>
        <Button type="submit" tone="wax" size="large" isBusy={progress !== null} busyText={progress ?? undefined}>
          List the lot
        </Button>
        <p role="status" className="sr-only">
          {progress}
        </p>
      </div>
    </form>
  );
}

export function ListLot() {
  const user = useUser();
  const isBrowser = useIsBrowser();
  return (
    <div className="page-column pt-8 pb-20">
      <PageHead title="List a lot">Good words and daylight pictures sell. Until the first bid you can still change or withdraw it.</PageHead>
      {isBrowser && user ? <Form key={user.id} userId={user.id} /> : null}
    </div>
  );
}

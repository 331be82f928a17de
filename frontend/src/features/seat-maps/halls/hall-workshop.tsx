// Making a hall or changing one: by formula with the drawing beside it, or from a file; kept under its name.
"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/section-page";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { Problem, sentence } from "@/lib/api/problem";
import type { Hall, StoredHall } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { newCommandId } from "@/lib/commands/command-id";
import { GeneratorForm } from "./generator-form";
import { changeHall, fetchHall, storeHall } from "./hall-calls";
import { hallFile, readHall } from "./hall-file";
import { firstHall } from "./hall-form";
import { HallPreview } from "./hall-preview";
import { type Scope, type Tool, pressSeat } from "./hall-tools";
import { HallTools, toolHint } from "./hall-tools-panel";

function save(hall: Hall): void {
  const file = hallFile(hall);
  const address = URL.createObjectURL(new Blob([file.text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(address);
}

function FileButtons({ hall, onRead }: { hall: Hall | null; onRead: (hall: Hall) => void }) {
  const [wrong, setWrong] = useState<string | null>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    const reading = readHall(await file.text());
    if (reading.kind === "hall") onRead(reading.hall);
    setWrong(reading.kind === "wrong" ? `${file.name}: ${reading.reason}` : null);
  };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <label className="inline-flex min-h-9 items-center rounded-edge border border-edge px-3 text-small font-semibold hover:border-ink hover:bg-sheet has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-wax">
          <input
            type="file"
            accept="application/json,.json"
            className="sr-only"
            onChange={(event) => {
              void read(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          Read from a file
        </label>
        <Button size="small" tone="line" disabled={!hall} onClick={() => hall && save(hall)}>
          Save as a file
        </Button>
      </div>
      {wrong ? <Notice tone="bad" role="alert" title={wrong} /> : null}
    </div>
  );
}

/** Steps that can be taken back. */
const undoMax = 50;

interface WorkshopProps {
  stored: StoredHall | null;
  /** Where to go with a new hall; its number is put behind. */
  next: string | null;
}

function Workshop({ stored, next }: WorkshopProps) {
  const router = useRouter();
  const toast = useToast();
  const [typed, setTyped] = useState(firstHall);
  const [hall, setHall] = useState<Hall | null>(stored?.hall ?? null);
  // A hall that was read or changed by hand is not drawn over by the form.
  const [isByHand, setByHand] = useState(stored !== null);
  const [commandId, setCommandId] = useState(newCommandId);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [tool, setTool] = useState<Tool>({ kind: "accessible" });
  const [scope, setScope] = useState<Scope>("seat");
  const [before, setBefore] = useState<readonly Hall[]>([]);
  const take = (made: Hall, byHand: boolean) => {
    setBefore(byHand && hall ? [...before, hall].slice(-undoMax) : []);
    setHall(made);
    setByHand(byHand);
    setCommandId(newCommandId());
  };
  const undo = () => {
    const last = before.at(-1);
    if (!last) return;
    take(last, true);
    setBefore(before.slice(0, -1));
  };
  const keep = () => {
    if (!hall) return;
    setBusy(true);
    setProblem(null);
    const sent = stored ? changeHall(stored.id, hall, commandId) : storeHall(hall, commandId);
    sent.then(
      (kept) => {
        toast({ tone: "good", title: stored ? "The hall was changed" : "The hall is kept", text: stored ? "Events that are listed keep the hall they were listed with." : undefined });
        router.push(next ? `${next}?hall=${kept.id}` : "/sell/halls");
      },
      (error: unknown) => {
        setBusy(false);
        const facts = error instanceof Problem ? error.facts : {};
        setProblem(typeof facts.reason === "string" ? `${String(facts.field)}: ${facts.reason}` : sentence(error));
        if (error instanceof Problem && error.status < 500) setCommandId(newCommandId());
      },
    );
  };
  return (
    // On a phone the hall lies between the form and the tools, which are for pressing on it.
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(20rem,5fr)_minmax(0,7fr)] lg:gap-x-12">
      {isByHand && hall ? (
        <div className="grid content-start gap-4">
          <Field label="Name of the hall" maxLength={80} value={hall.name} onChange={(event) => take({ ...hall, name: event.target.value }, true)} />
          <Notice title="Changed by hand">
            <p>The form would draw it anew.</p>
            <Button size="small" tone="line" className="mt-2" onClick={() => setByHand(false)}>
              Back to the form
            </Button>
          </Notice>
        </div>
      ) : (
        <GeneratorForm typed={typed} onType={setTyped} onDrawn={(drawn) => take(drawn, false)} />
      )}
      <div className="min-w-0 lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:self-start">
        {hall ? <HallPreview hall={hall} hint={toolHint(hall, tool, scope)} onPress={(seatId) => take(pressSeat(hall, tool, scope, seatId), true)} /> : <Skeleton className="h-[34rem]" />}
      </div>
      <div className="grid content-start gap-6">
        {hall ? <HallTools hall={hall} tool={tool} scope={scope} canUndo={before.length > 0} onTool={setTool} onScope={setScope} onChange={(made) => take(made, true)} onUndo={undo} /> : null}
        <FileButtons hall={hall} onRead={(read) => take(read, true)} />
        {problem ? <Notice tone="bad" role="alert" title={problem} /> : null}
        <Button tone="wax" size="large" disabled={!hall} isBusy={isBusy} onClick={keep}>
          Keep this hall
        </Button>
      </div>
    </div>
  );
}

export function NewHall({ next }: { next: string | null }) {
  return (
    <div className="page-column pt-8 pb-20">
      <PageHead title="Draw a hall">Rows and seats by formula, or from a file. Nothing is kept until you say so.</PageHead>
      <Workshop stored={null} next={next} />
    </div>
  );
}

export function ChangeHall({ id }: { id: number }) {
  const view = useDoor(`hall-${id}`, () => fetchHall(id));
  return (
    <div className="page-column pt-8 pb-20">
      <PageHead title="Change a hall" action={<ButtonLink href="/sell/halls" tone="line">My halls</ButtonLink>}>
        Events that are listed keep the hall they were listed with.
      </PageHead>
      <Door view={view} what="The hall">
        {(stored) => <Workshop key={stored.id} stored={stored} next={null} />}
      </Door>
    </div>
  );
}

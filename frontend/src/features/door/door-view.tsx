// The door: camera, keyboard scanner, the large answer, how many are inside, and the last scans.
"use client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { Checkbox, Field } from "@/components/ui/field";
import { Moment } from "@/components/ui/moment";
import { Tag } from "@/components/ui/tag";
import type { CheckinSummary, TicketSale } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { browserDisk } from "@/lib/commands/safe-storage";
import { browserTimers } from "@/lib/realtime/ports";
import { BigAnswer } from "./big-answer";
import { BurstReader } from "./burst-reader";
import { CameraView } from "./camera-view";
import { fetchSummary, postScan } from "./door-calls";
import { type AnsweredScan, DoorDesk } from "./door-desk";
import type { Direction } from "./scan";
import { Signals } from "./signals";

const countEveryMs = 3_000;
const gateKey = "saleroom.gate";

function useDesk(userId: number, eventId: number): DoorDesk {
  const [desk] = useState(() => new DoorDesk(userId, eventId, { disk: browserDisk(), timers: browserTimers, wallNow: () => Date.now(), post: postScan }));
  useEffect(() => {
    desk.open();
    return () => desk.close();
  }, [desk]);
  return desk;
}

/** A scanner's burst is heard wherever the focus is, and presses no button on its way. */
function useBursts(onCode: (text: string) => void): void {
  const newest = useRef(onCode);
  useEffect(() => {
    newest.current = onCode;
  });
  useEffect(() => {
    const reader = new BurstReader();
    const heard = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
      // When it was typed, not when this busy page came to hear of it.
      const at = event.timeStamp;
      const wasReading = reader.isReading(at);
      const code = reader.key(event.key, at);
      if (code) newest.current(code);
      if (code || wasReading) event.preventDefault();
    };
    document.addEventListener("keydown", heard, true);
    return () => document.removeEventListener("keydown", heard, true);
  }, []);
}

function Counts({ summary }: { summary: CheckinSummary | null }) {
  const types = summary?.by_type ?? [];
  return (
    <div className="grid gap-3 border-y border-hairline py-3">
      <dl className="grid grid-cols-2 gap-4">
        <div>
          <dt className="text-small text-ink-soft">Inside</dt>
          <dd key={summary?.inside} className="warms w-fit text-lot leading-none font-semibold">
            {summary?.inside ?? "–"}
          </dd>
        </div>
        <div className="text-right">
          <dt className="text-small text-ink-soft">Expected</dt>
          <dd className="text-lot leading-none font-semibold">{summary?.expected ?? "–"}</dd>
        </div>
      </dl>
      {types.length > 1 ? (
        <ul aria-label="Inside by kind of ticket" className="flex flex-wrap gap-x-5 gap-y-1 text-small">
          {types.map((type) => (
            <li key={type.ticket_type_id}>
              <span className="text-ink-soft">{type.ticket_type}</span> {type.inside} of {type.expected}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

const toneTags = { go: "good", ask: "warn", stop: "live" } as const;

function LastScans({ answered }: { answered: AnsweredScan[] }) {
  return (
    <section aria-labelledby="last-scans">
      <h2 id="last-scans" className="text-title">
        Last scans
      </h2>
      {answered.length === 0 ? <p className="mt-2 text-ink-soft">None yet on this device.</p> : null}
      <ol className="mt-2 border-t border-hairline empty:hidden">
        {answered.slice(0, 12).map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-hairline py-2">
            <span>
              <Moment iso={new Date(one.at).toISOString()} style="seconds" className="text-ink-soft" /> {one.ticketType ?? `…${one.scan.token.slice(-8)}`}
              {one.place ? <span className="text-ink-soft"> · {one.place}</span> : null}
            </span>
            <Tag tone={toneTags[one.verdict.tone]}>{one.verdict.title}</Tag>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function DoorView({ sale, userId }: { sale: TicketSale; userId: number }) {
  const [signals] = useState(() => new Signals());
  const [hasSound, setSound] = useState(true);
  const [gate, setGate] = useState(() => browserDisk().getItem(gateKey) ?? "");
  const [direction, setDirection] = useState<Direction>("entry");
  const input = useRef<HTMLInputElement>(null);
  const counts = useDoor(`checkins-${sale.id}`, () => fetchSummary(sale.id));
  const { reload } = counts;
  const desk = useDesk(userId, sale.id);
  const { waiting, answered } = useStore(desk.store);
  useEffect(
    () =>
      desk.store.subscribe((now, before) => {
        const newest = now.answered[0];
        if (!newest || newest === before.answered[0]) return;
        signals.give(newest.verdict.tone, hasSound);
        reload();
      }),
    [desk, signals, hasSound, reload],
  );
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") reload();
    }, countEveryMs);
    return () => clearInterval(timer);
  }, [reload]);
  useEffect(() => {
    input.current?.focus();
    return () => signals.close();
  }, [signals]);

  const ask = (text: string) => desk.ask(text, gate.trim(), direction);
  useBursts(ask);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    signals.wake();
    if (!input.current) return;
    if (input.current.value.trim()) ask(input.current.value);
    input.current.value = "";
    input.current.focus();
  };

  return (
    <div className="page-column grid gap-6 pt-6 pb-16">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <p className="eyebrow text-wax">At the door</p>
          <h1 className="text-lot">{sale.title}</h1>
          <p className="text-ink-soft">
            <Moment iso={sale.start_time} />
          </p>
        </div>
        <div role="group" aria-label="Which way" className="flex gap-1">
          <Button tone={direction === "entry" ? "ink" : "line"} aria-pressed={direction === "entry"} onClick={() => setDirection("entry")}>
            In
          </Button>
          <Button tone={direction === "exit" ? "ink" : "line"} aria-pressed={direction === "exit"} onClick={() => setDirection("exit")}>
            Out
          </Button>
        </div>
      </header>
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,7fr)_minmax(20rem,5fr)] lg:gap-x-12">
        <div className="grid min-w-0 content-start gap-5">
          <BigAnswer waiting={waiting} answered={answered[0] ?? null} onAskAgain={(id) => desk.askAgain(id)} onPutAside={(id) => desk.putAside(id)} />
          <CameraView onCode={(text) => desk.see(text, gate.trim(), direction)} onTouch={() => signals.wake()} onType={() => input.current?.focus()} />
          <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
            <div className="grow basis-[8rem]">
              <label htmlFor="door-code" className="mb-1.5 block font-semibold">
                Code
              </label>
              <input
                ref={input}
                id="door-code"
                name="code"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                enterKeyHint="go"
                aria-describedby="door-code-hint"
                className="min-h-14 w-full rounded-edge border border-edge bg-sheet px-3 text-lead hover:border-ink"
              />
            </div>
            <Button type="submit" size="large">
              Check
            </Button>
          </form>
          <p id="door-code-hint" className="text-small text-ink-soft">
            A keyboard scanner types here and presses Enter by itself.
          </p>
        </div>
        <div className="grid min-w-0 content-start gap-6">
          <Counts summary={counts.state.kind === "ready" ? counts.state.data : null} />
          <div className="grid gap-3">
            <Field
              label="This gate"
              maxLength={60}
              placeholder="North entrance"
              hint="Written with every scan, so that a second try says where the first was."
              value={gate}
              onChange={(event) => {
                setGate(event.target.value);
                browserDisk().setItem(gateKey, event.target.value);
              }}
            />
            <Checkbox label="Sound" checked={hasSound} onChange={(event) => { signals.wake(); setSound(event.target.checked); }} />
          </div>
          <LastScans answered={answered} />
        </div>
      </div>
    </div>
  );
}

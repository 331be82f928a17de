// The form of a hall by formula: rows, seats, aisles, curve, zones; the house draws it while one types.
"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Problem, sentence } from "@/lib/api/problem";
import type { Hall } from "@/lib/api/tickets";
import { generateHall } from "./hall-calls";
import { type TypedHall, readForm } from "./hall-form";

const typingMs = 250;

type Trouble = { field: keyof TypedHall | null; reason: string } | null;

const fieldOfHouse: Record<string, keyof TypedHall> = { name: "name", rows: "rows", seats: "seats", wider: "wider", aisles_after: "aisles", curve: "curve", zones: "zones", standing: "standing" };

/** Draws anew shortly after the last change; an older drawing never overtakes a newer one. */
function useDrawing(typed: TypedHall, onDrawn: (hall: Hall) => void): Trouble {
  const [refused, setRefused] = useState<Trouble>(null);
  const newest = useRef(onDrawn);
  useEffect(() => {
    newest.current = onDrawn;
  });
  const reading = readForm(typed);
  const key = reading.kind === "form" ? JSON.stringify(reading.form) : null;
  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      generateHall(JSON.parse(key), abort.signal).then(
        (hall) => {
          setRefused(null);
          newest.current(hall);
        },
        (error: unknown) => {
          if (abort.signal.aborted) return;
          const facts = error instanceof Problem ? error.facts : {};
          setRefused({ field: fieldOfHouse[String(facts.field)] ?? null, reason: typeof facts.reason === "string" ? facts.reason : sentence(error) });
        },
      );
    }, typingMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key]);
  return reading.kind === "wrong" ? reading : refused;
}

interface GeneratorFormProps {
  typed: TypedHall;
  onType: (typed: TypedHall) => void;
  onDrawn: (hall: Hall) => void;
}

export function GeneratorForm({ typed, onType, onDrawn }: GeneratorFormProps) {
  const trouble = useDrawing(typed, onDrawn);
  const field = (name: Exclude<keyof TypedHall, "zones">) => ({
    name,
    value: typed[name],
    error: trouble?.field === name ? trouble.reason : null,
    onChange: (event: { target: { value: string } }) => onType({ ...typed, [name]: event.target.value }),
  });
  const changeZone = (place: number, change: Partial<TypedHall["zones"][number]>) => onType({ ...typed, zones: typed.zones.map((zone, n) => (n === place ? { ...zone, ...change } : zone)) });
  return (
    <div className="grid gap-4">
      <Field label="Name of the hall" maxLength={80} {...field("name")} />
      <div className="grid items-start gap-4 grid-cols-1 sm:grid-cols-2">
        <Field label="Rows" inputMode="numeric" {...field("rows")} />
        <Field label="Seats in the front row" inputMode="numeric" {...field("seats")} />
        <Field label="Seats more in each row behind" inputMode="numeric" {...field("wider")} />
        <Field label="Aisles after seats" placeholder="8, 16" {...field("aisles")} />
        <Field label={`Curve: ${typed.curve || 0}`} type="range" min={0} max={100} className="[&_input]:px-0 [&_input]:accent-(--wax-solid)" {...field("curve")} />
        <Field label="Standing places in front" inputMode="numeric" {...field("standing")} />
      </div>
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-semibold">Zones, from the front</legend>
        {typed.zones.length === 0 ? <p className="text-small text-ink-soft">Without zones all seats are sold alike.</p> : null}
        {typed.zones.map((zone, place) => (
          <div key={place} className="grid grid-cols-[1fr_6rem_auto] items-end gap-2">
            <Field label={`Zone ${place + 1}`} value={zone.name} maxLength={80} onChange={(event) => changeZone(place, { name: event.target.value })} />
            <Field label="Rows" inputMode="numeric" value={zone.rows} onChange={(event) => changeZone(place, { rows: event.target.value })} />
            <Button tone="line" aria-label={`Take zone ${place + 1} away`} onClick={() => onType({ ...typed, zones: typed.zones.filter((_, n) => n !== place) })}>
              −
            </Button>
          </div>
        ))}
        {trouble?.field === "zones" ? (
          <p role="alert" className="text-small font-semibold text-wax">
            {trouble.reason}
          </p>
        ) : null}
        <Button size="small" tone="line" className="justify-self-start" onClick={() => onType({ ...typed, zones: [...typed.zones, nextZone(typed)] })}>
          Add a zone
        </Button>
      </fieldset>
      {trouble && trouble.field === null ? (
        <p role="alert" className="font-semibold text-wax">
          {trouble.reason}
        </p>
      ) : null}
    </div>
  );
}

/** The next zone takes the rows that are left. */
function nextZone(typed: TypedHall): TypedHall["zones"][number] {
  const names = ["Stalls", "Parterre", "Balcony", "Gallery"];
  const taken = typed.zones.reduce((sum, zone) => sum + (Number(zone.rows) || 0), 0);
  return { name: names[typed.zones.length] ?? `Zone ${typed.zones.length + 1}`, rows: String(Math.max(1, (Number(typed.rows) || 1) - taken)) };
}

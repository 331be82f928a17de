// "Just give us good ones": so many seats of a zone, chosen by the house, together where there is room.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox, SelectField } from "@/components/ui/field";
import { Stepper } from "@/components/ui/stepper";
import type { TicketType } from "@/lib/api/tickets";
import { orderSeatsMax } from "../buying/pick-plan";
import type { Asked } from "../buying/wish";

interface BestSeatsProps {
  types: readonly TicketType[];
  /** Free wheelchair places, a type that sells some. */
  wheelchairs: ReadonlyMap<number, number>;
  limitPerPerson: number | null;
  orderMax: number | null;
  isWaiting: boolean;
  onAsk: (asked: Asked, what: string) => void;
}

/** The types of each zone, in the event's order. */
function zonesOf(types: readonly TicketType[]): TicketType[][] {
  const zones = new Map<string | null, TicketType[]>();
  for (const type of types) zones.set(type.section, [...(zones.get(type.section) ?? []), type]);
  return [...zones.values()];
}

function wheelchairHint(free: number): string {
  if (free === 0) return "No wheelchair place is left here at this moment.";
  return `${free === 1 ? "The last one here is" : `${free} are`} free; the others sit beside it where there is room.`;
}

export function BestSeats({ types, wheelchairs, limitPerPerson, orderMax, isWaiting, onAsk }: BestSeatsProps) {
  const seatsMax = Math.min(orderMax ?? orderSeatsMax, limitPerPerson ?? Infinity);
  const zones = zonesOf(types);
  const [zoneFirst, setZoneFirst] = useState(types[0]?.id);
  const [counts, setCounts] = useState<Readonly<Record<number, number>>>({});
  const [isAccessible, setAccessible] = useState(false);
  const kinds = zones.find((zone) => zone.some((type) => type.id === zoneFirst)) ?? zones[0];
  const first = kinds?.[0];
  if (!kinds || !first) return null;
  const countOf = (type: TicketType) => counts[type.id] ?? (type.id === first.id ? Math.min(2, seatsMax) : 0);
  const wanted = kinds.map((type) => ({ type, quantity: countOf(type) })).filter((line) => line.quantity > 0);
  const quantity = wanted.reduce((sum, line) => sum + line.quantity, 0);
  const free = wheelchairs.get(first.id);
  const withWheelchair = isAccessible && free !== undefined;
  const ask = () => {
    const [line] = wanted;
    if (isWaiting || !line || quantity > seatsMax) return;
    const what = `the best ${wanted.map((one) => `${one.quantity} × ${one.type.seat_type}`).join(" and ")}${withWheelchair ? ", one a wheelchair place" : ""}`;
    const accessible = withWheelchair ? { isAccessible: true } : {};
    if (wanted.length === 1) onAsk({ kind: "best", typeId: line.type.id, quantity, ...accessible }, what);
    else onAsk({ kind: "hold", lines: wanted.map((one) => ({ typeId: one.type.id, quantity: one.quantity })), seats: [], quantity, ...accessible }, what);
  };
  return (
    <fieldset className="grid gap-3 border border-hairline p-4">
      <legend className="px-1 font-semibold">Best available</legend>
      {zones.length > 1 ? (
        <SelectField label="Where" value={first.id} onChange={(event) => setZoneFirst(Number(event.target.value))}>
          {zones.map((zone) => (
            <option key={zone[0]!.id} value={zone[0]!.id}>
              {zone.map((type) => type.seat_type).join(", ")}
            </option>
          ))}
        </SelectField>
      ) : null}
      {kinds.length > 1 ? (
        <ul className="grid gap-2">
          {kinds.map((type) => (
            <li key={type.id} className="flex items-center justify-between gap-3">
              {type.seat_type}
              <Stepper label={`How many ${type.seat_type}`} value={countOf(type)} max={seatsMax} onChange={(count) => setCounts({ ...counts, [type.id]: count })} />
            </li>
          ))}
        </ul>
      ) : null}
      {free === undefined ? null : (
        <div>
          <Checkbox label="One of them a wheelchair place" checked={isAccessible} onChange={(event) => setAccessible(event.target.checked)} />
          <p className="pl-8 text-small text-ink-soft">{wheelchairHint(free)}</p>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {kinds.length > 1 ? null : <Stepper label="How many seats together" value={countOf(first)} min={1} max={seatsMax} onChange={(count) => setCounts({ ...counts, [first.id]: count })} />}
        <Button tone="line" className="grow aria-disabled:opacity-55" aria-disabled={isWaiting || quantity === 0 || quantity > seatsMax || undefined} onClick={ask}>
          Find {quantity === 1 ? "a seat" : quantity === 0 ? "seats" : `${quantity} together`}
        </Button>
      </div>
      {quantity > seatsMax ? <p role="alert" className="text-small font-semibold text-wax">At most {seatsMax} seats at once.</p> : null}
    </fieldset>
  );
}

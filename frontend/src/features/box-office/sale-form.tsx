// Listing an event or changing one; a draft stays on this device until the event is listed.
"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, SelectField, TextAreaField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { Problem, sentence } from "@/lib/api/problem";
import type { HallZone, TicketSale } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { useServerClock } from "@/lib/clock/clock-context";
import { newCommandId } from "@/lib/commands/command-id";
import { browserDisk } from "@/lib/commands/safe-storage";
import { fetchHall, fetchHallOfSale, sendSale } from "./box-office-calls";
import { HallChoice, type RenderHall } from "./hall-choice";
import { PictureField } from "./picture-field";
import { type SaleDraft, type SaleErrors, bodyOf, emptySale, errorsIn, typesOfHall, writeDraft } from "./sale-draft";
import { TypesEditor } from "./types-editor";

interface SaleFormProps {
  /** The event that is changed; null lists a new one. */
  sale: TicketSale | null;
  /** Whose draft it is while it is new. */
  writerId: number;
  first: SaleDraft;
  isOldDraft: boolean;
  renderHall: RenderHall;
}

/** Until the hall of a listed event is read, what its types say of it. */
function zonesOf(draft: SaleDraft): HallZone[] {
  return [...new Set(draft.types.map((type) => type.section).filter(Boolean))].map((zone) => ({ id: zone, name: draft.types.find((type) => type.section === zone)?.seat_type ?? zone }));
}

type TextName = Exclude<keyof SaleDraft, "types" | "quotas" | "lanes" | "blocked_seats">;

function useDraft(first: SaleDraft, writerId: number | null) {
  const [draft, setDraft] = useState(first);
  // A changed event is another event: its id must not be the one of a listing that may have arrived.
  const [commandId, setCommandId] = useState(newCommandId);
  const keep = (change: Partial<SaleDraft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    setCommandId(newCommandId());
    if (writerId !== null) writeDraft(browserDisk(), writerId, next);
  };
  return { draft, keep, commandId, renew: () => setCommandId(newCommandId()) };
}

function Rules({ draft, keep, field }: { draft: SaleDraft; keep: (change: Partial<SaleDraft>) => void; field: (name: TextName) => object }) {
  return (
    <section aria-labelledby="rules-heading" className="grid gap-4">
      <h2 id="rules-heading" className="text-head">
        Rules of the sale
      </h2>
      <div className="grid items-start gap-5 grid-cols-1 sm:grid-cols-2">
        <Field label="Sale opens" type="datetime-local" hint="Empty: at once. To the second, on the house’s clock." {...field("sale_start_time")} />
        <Field label="Tickets a person" inputMode="numeric" hint="Over all orders. Empty: no limit." {...field("limit_per_user")} />
        <Field label="Tickets an order" inputMode="numeric" hint="Empty: four seats, ten in all." {...field("order_max")} />
        <Field label="Minutes to pay" inputMode="numeric" hint="So long a place is held for whoever took it." {...field("hold_minutes")} />
        <SelectField label="VIP and regular requests" value={draft.lanes} onChange={(event) => keep({ lanes: event.target.value as SaleDraft["lanes"] })}>
          <option value="weighted">three VIP, then one regular</option>
          <option value="strict">all VIP first</option>
        </SelectField>
      </div>
    </section>
  );
}

export function SaleForm({ sale, writerId, first, isOldDraft, renderHall }: SaleFormProps) {
  const router = useRouter();
  const toast = useToast();
  const clock = useServerClock();
  const { draft, keep, commandId, renew } = useDraft(first, sale ? null : writerId);
  const blocked = useMemo(() => new Set(draft.blocked_seats), [draft.blocked_seats]);
  const [errors, setErrors] = useState<SaleErrors>({});
  const [pictures, setPictures] = useState<{ image: File | null; seat_map: File | null }>({ image: null, seat_map: null });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const hallView = useDoor(draft.seat_map_id ? `hall-${draft.seat_map_id}` : null, () => fetchHall(Number(draft.seat_map_id)));
  const hall = draft.seat_map_id && hallView.state.kind === "ready" ? hallView.state.data.hall : null;
  const placed = useDoor(sale?.has_hall ? `hall-of-${sale.id}` : null, () => fetchHallOfSale(sale?.id ?? 0));
  const zones = hall?.zones ?? (placed.state.kind === "ready" ? placed.state.data.hall?.zones : null) ?? zonesOf(draft);

  const field = (name: TextName) => ({
    name,
    value: draft[name],
    error: errors[name] ?? null,
    onChange: (event: { target: { value: string } }) => keep({ [name]: event.target.value }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = errorsIn(draft);
    setErrors(found);
    setProblem(null);
    if (Object.keys(found).length) {
      // In the order of the page, which is not that of the checks.
      const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input[name]")];
      fields.find((field) => field.name in found)?.focus();
      return;
    }
    setBusy(true);
    sendSale(sale?.id ?? null, bodyOf(draft, clock.now(), sale), pictures, commandId).then(
      (listed) => {
        if (!sale) writeDraft(browserDisk(), writerId, null);
        toast({ tone: "good", title: sale ? "Changed. Everyone sees it now" : "The event is listed" });
        router.push(`/events/${listed.id}`);
      },
      (error: unknown) => {
        setBusy(false);
        const facts = error instanceof Problem ? error.facts : {};
        setProblem(typeof facts.reason === "string" ? `${sentence(error)} ${typeof facts.field === "string" ? `${facts.field}: ` : ""}${facts.reason}` : sentence(error));
        if (error instanceof Problem && error.status < 500) renew();
      },
    );
  };

  return (
    <form onSubmit={submit} noValidate className="grid max-w-4xl gap-10">
      {isOldDraft ? (
        <Notice>
          This is the draft you left.{" "}
          <button type="button" className="font-semibold underline underline-offset-4" onClick={() => keep(emptySale)}>
            Start anew
          </button>
        </Notice>
      ) : null}
      <div className="grid items-start gap-5 grid-cols-1 sm:grid-cols-2">
        <Field label="Title" maxLength={200} required className="sm:col-span-2" {...field("title")} />
        <Field label="Begins" type="datetime-local" required hint="In your own time zone." {...field("start_time")} />
        <Field label="Ends" type="datetime-local" hint="Tickets are sold until here, or until the beginning." {...field("end_time")} />
        <Field label="Doors open" type="datetime-local" hint="Empty: tickets are let in at any time." {...field("doors_open_time")} />
        <Field label="Place" maxLength={200} {...field("location")} />
        <Field label="Organised by" maxLength={200} className="sm:col-span-2" {...field("organizer")} />
        <TextAreaField label="Description" className="sm:col-span-2" {...field("description")} />
        <PictureField label="Poster" hint="Portrait, up to 10 MB. Without one we set a poster from the title." file={pictures.image} present={sale?.cover_image ?? null} onChange={(image) => setPictures({ ...pictures, image })} />
        <PictureField label="Plan of the hall as a picture" hint="Optional, beside the live map." file={pictures.seat_map} present={sale?.seat_map_url ?? null} onChange={(seat_map) => setPictures({ ...pictures, seat_map })} />
      </div>
      <HallChoice
        hallId={draft.seat_map_id}
        hall={hall}
        isListed={sale !== null}
        onChoose={(seat_map_id) => keep({ seat_map_id, blocked_seats: [] })}
        blocked={blocked}
        onBlock={(seatId) => keep({ blocked_seats: blocked.has(seatId) ? draft.blocked_seats.filter((id) => id !== seatId) : [...draft.blocked_seats, seatId] })}
        onSellZones={(chosen) => keep({ types: typesOfHall(chosen) })}
        renderHall={renderHall}
      />
      <TypesEditor types={draft.types} quotas={draft.quotas} zones={zones} errors={errors} onTypes={(types) => keep({ types })} onQuotas={(quotas, types) => keep({ quotas, types })} />
      <Rules draft={draft} keep={keep} field={field} />
      {problem ? <Notice tone="bad" role="alert" title={problem}>{sale ? "Nothing was changed." : "Your draft is kept. Pressing again lists the same event once."}</Notice> : null}
      <Button type="submit" tone="wax" size="large" isBusy={isBusy} busyText="One moment…" className="justify-self-start">
        {sale ? "Save" : "List the event"}
      </Button>
    </form>
  );
}

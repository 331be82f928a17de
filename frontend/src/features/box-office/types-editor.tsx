// The kinds of ticket of an event: name, price, how many, which lane, which zone, which shared quota.
"use client";
import { Button } from "@/components/ui/button";
import { Field, SelectField } from "@/components/ui/field";
import type { HallZone, Lane } from "@/lib/api/tickets";
import { useCurrency } from "@/lib/house/house-context";
import { type QuotaDraft, type SaleErrors, type TypeDraft, emptyType } from "./sale-draft";

interface TypeFieldsProps {
  type: TypeDraft;
  place: number;
  zones: readonly HallZone[];
  quotas: readonly QuotaDraft[];
  errors: SaleErrors;
  canRemove: boolean;
  onChange: (change: Partial<TypeDraft>) => void;
  onRemove: () => void;
}

function TypeFields({ type, place, zones, quotas, errors, canRemove, onChange, onRemove }: TypeFieldsProps) {
  const currency = useCurrency();
  const at = `types.${place}`;
  return (
    <fieldset className="grid gap-4 border border-hairline bg-sheet p-4">
      <legend className="px-1 font-semibold">{type.seat_type || `Ticket ${place + 1}`}</legend>
      <div className="grid items-start gap-4 sm:grid-cols-[2fr_1fr_1fr]">
        <Field label="Name" name={`${at}.seat_type`} maxLength={80} value={type.seat_type} error={errors[`${at}.seat_type`]} onChange={(event) => onChange({ seat_type: event.target.value })} />
        <Field label={`Price (${currency})`} name={`${at}.price`} inputMode="decimal" placeholder="0 is free" value={type.price} error={errors[`${at}.price`]} onChange={(event) => onChange({ price: event.target.value })} />
        <Field label="How many" name={`${at}.available_qty`} inputMode="numeric" value={type.available_qty} error={errors[`${at}.available_qty`]} onChange={(event) => onChange({ available_qty: event.target.value })} />
      </div>
      <div className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_1fr_auto]">
        <SelectField label="Lane" value={type.lane} onChange={(event) => onChange({ lane: event.target.value as Lane })}>
          <option value="regular">Regular</option>
          <option value="vip">VIP, served first</option>
        </SelectField>
        {zones.length ? (
          <SelectField label="Zone of the hall" value={type.section} onChange={(event) => onChange({ section: event.target.value })}>
            <option value="">No zone: general admission</option>
            {zones.map((zone) => (
              <option key={zone.id} value={zone.id}>
                {zone.name}
              </option>
            ))}
          </SelectField>
        ) : null}
        {quotas.some((quota) => quota.name.trim()) ? (
          <SelectField label="Shared quota" value={type.quota} onChange={(event) => onChange({ quota: event.target.value })}>
            <option value="">None</option>
            {quotas
              .filter((quota) => quota.name.trim())
              .map((quota, n) => (
                <option key={n} value={quota.name.trim()}>
                  {quota.name}
                </option>
              ))}
          </SelectField>
        ) : null}
        {canRemove ? (
          <Button tone="quiet" onClick={onRemove} aria-label={`Take ${type.seat_type || `ticket ${place + 1}`} away`}>
            Take away
          </Button>
        ) : null}
      </div>
      <details open={Boolean(type.full_until || type.fee_until) || undefined}>
        <summary className="min-h-9 content-center text-small underline underline-offset-4">Giving back</summary>
        <div className="mt-2 grid items-start gap-4 sm:grid-cols-3">
          <Field label="In full until" type="datetime-local" hint="Empty, both: in full until it begins." value={type.full_until} onChange={(event) => onChange({ full_until: event.target.value })} />
          <Field label="Less a fee until" type="datetime-local" value={type.fee_until} onChange={(event) => onChange({ fee_until: event.target.value })} />
          <Field label={`Fee (${currency})`} name={`${at}.fee`} inputMode="decimal" value={type.fee} error={errors[`${at}.fee`]} onChange={(event) => onChange({ fee: event.target.value })} />
        </div>
      </details>
    </fieldset>
  );
}

interface TypesEditorProps {
  types: readonly TypeDraft[];
  quotas: readonly QuotaDraft[];
  zones: readonly HallZone[];
  errors: SaleErrors;
  onTypes: (types: TypeDraft[]) => void;
  /** The quotas, and the types that name them. */
  onQuotas: (quotas: QuotaDraft[], types: TypeDraft[]) => void;
}

export function TypesEditor({ types, quotas, zones, errors, onTypes, onQuotas }: TypesEditorProps) {
  // A type names its quota: whoever calls a quota otherwise, or takes it away, means the types that are in it as well.
  const renamed = (from: string, to: string) => {
    const isOneOfSeveral = quotas.filter((quota) => quota.name.trim() === from).length > 1;
    return types.map((type) => (from && !isOneOfSeveral && type.quota === from ? { ...type, quota: to } : type));
  };
  const changeQuota = (place: number, change: Partial<QuotaDraft>) => {
    const before = quotas[place]?.name.trim() ?? "";
    onQuotas(
      quotas.map((quota, n) => (n === place ? { ...quota, ...change } : quota)),
      change.name === undefined ? [...types] : renamed(before, change.name.trim()),
    );
  };
  return (
    <section aria-labelledby="types-heading" className="grid gap-4">
      <h2 id="types-heading" className="text-head">
        Tickets
      </h2>
      {types.map((type, place) => (
        <TypeFields
          key={place}
          type={type}
          place={place}
          zones={zones}
          quotas={quotas}
          errors={errors}
          canRemove={type.id === null && types.length > 1}
          onChange={(change) => onTypes(types.map((one, n) => (n === place ? { ...one, ...change } : one)))}
          onRemove={() => onTypes(types.filter((_, n) => n !== place))}
        />
      ))}
      {errors.types ? (
        <p role="alert" className="text-small font-semibold text-wax">
          {errors.types}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button tone="line" size="small" onClick={() => onTypes([...types, { ...emptyType }])}>
          Another kind of ticket
        </Button>
        <Button tone="line" size="small" onClick={() => onQuotas([...quotas, { name: "", size: "" }], [...types])}>
          A quota that kinds share
        </Button>
      </div>
      {quotas.map((quota, place) => (
        <fieldset key={place} className="grid items-end gap-3 border border-dashed border-edge p-4 sm:grid-cols-[2fr_1fr_auto]">
          <legend className="px-1 font-semibold">Shared quota</legend>
          <Field label="Name of the quota" name={`quotas.${place}.name`} error={errors[`quotas.${place}.name`]} value={quota.name} maxLength={80} hint="Choose it at the tickets it is for." onChange={(event) => changeQuota(place, { name: event.target.value })} />
          <Field label="Places" inputMode="numeric" name={`quotas.${place}.size`} value={quota.size} error={errors[`quotas.${place}.size`]} onChange={(event) => changeQuota(place, { size: event.target.value })} />
          <Button tone="quiet" aria-label={`Take the quota ${quota.name} away`} onClick={() => onQuotas(quotas.filter((_, n) => n !== place), renamed(quota.name.trim(), ""))}>
            Take away
          </Button>
        </fieldset>
      ))}
    </section>
  );
}

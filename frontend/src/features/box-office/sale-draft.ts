// An event being written: what is typed, what is wrong with it, and the body it becomes.
import type { Hall, Lane, RefundTerms, TicketSale } from "@/lib/api/tickets";
import type { KeyValueStore } from "@/lib/commands/safe-storage";
import { amountInput, readPlainAmount } from "@/lib/house/money";

export interface TypeDraft {
  /** The number of a type that is on sale already. */
  id: number | null;
  seat_type: string;
  price: string;
  available_qty: string;
  lane: Lane;
  section: string;
  quota: string;
  /** Given back in full until, and for all but a fee until; empty is the house's own rule. */
  full_until: string;
  fee_until: string;
  fee: string;
}

export interface QuotaDraft {
  name: string;
  size: string;
}

export interface SaleDraft {
  title: string;
  organizer: string;
  location: string;
  description: string;
  sale_start_time: string;
  start_time: string;
  end_time: string;
  doors_open_time: string;
  limit_per_user: string;
  order_max: string;
  hold_minutes: string;
  lanes: "weighted" | "strict";
  seat_map_id: string;
  /** House seats of the hall that is chosen. */
  blocked_seats: string[];
  types: TypeDraft[];
  quotas: QuotaDraft[];
}

export interface SaleBody {
  title: string;
  organizer?: string;
  location?: string;
  description?: string;
  sale_start_time: string;
  start_time: string;
  end_time?: string;
  /** Null takes away what the event had; of an event that is changed, what is left out stays. */
  doors_open_time?: string | null;
  limit_per_user?: number;
  order_max?: number | null;
  hold_seconds: number;
  lanes: string;
  seat_map_id?: number;
  blocked_seats?: string[];
  quotas: { name: string; size: number }[];
  ticket_types: { id?: number; seat_type: string; price: number; available_qty: number; lane: Lane; section?: string; quota?: string; refund?: RefundTerms }[];
}

export const emptyType: TypeDraft = { id: null, seat_type: "", price: "", available_qty: "", lane: "regular", section: "", quota: "", full_until: "", fee_until: "", fee: "" };

export const emptySale: SaleDraft = {
  title: "", organizer: "", location: "", description: "", sale_start_time: "", start_time: "", end_time: "", doors_open_time: "", limit_per_user: "", order_max: "", hold_minutes: "15",
  lanes: "weighted", seat_map_id: "", blocked_seats: [], types: [{ ...emptyType, seat_type: "Regular" }], quotas: [],
};

const keyOf = (userId: number) => `saleroom.sale-draft.${userId}`;

export function readDraft(disk: KeyValueStore, userId: number): SaleDraft | null {
  try {
    const value = JSON.parse(disk.getItem(keyOf(userId)) ?? "null") as Partial<SaleDraft> | null;
    return value && Array.isArray(value.types) ? { ...emptySale, ...value } : null;
  } catch {
    return null;
  }
}

export function writeDraft(disk: KeyValueStore, userId: number, draft: SaleDraft | null): void {
  if (draft) disk.setItem(keyOf(userId), JSON.stringify(draft));
  else disk.removeItem(keyOf(userId));
}

const two = (n: number) => String(n).padStart(2, "0");

/** A moment as an input of this device's zone takes it. */
export function localInput(iso: string | null): string {
  const date = new Date(iso ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return "";
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const countText = (count: number | null) => (count === null ? "" : String(count));

const minutesOf = (sale: TicketSale) => String(Math.round(sale.hold_seconds / 60));

/** What is on sale, as it can be changed; `available_qty` is how many there are in all. */
export function draftOf(sale: TicketSale): SaleDraft {
  return {
    ...emptySale,
    title: sale.title, organizer: sale.organizer, location: sale.location, description: sale.description,
    sale_start_time: localInput(sale.sale_start_time), start_time: localInput(sale.start_time), end_time: localInput(sale.end_time),
    doors_open_time: localInput(sale.doors_open_time),
    limit_per_user: countText(sale.limit_per_user), order_max: countText(sale.order_max), hold_minutes: minutesOf(sale), lanes: sale.lanes,
    quotas: sale.quotas.map((quota) => ({ name: quota.name, size: String(quota.size) })),
    types: sale.ticket_types.map((type) => ({
      id: type.id, seat_type: type.seat_type, price: type.price === 0 ? "0" : amountInput(type.price), available_qty: String(type.total_qty), lane: type.lane,
      section: type.section ?? "", quota: type.quota ?? "",
      full_until: localInput(type.refund?.full_until ?? null), fee_until: localInput(type.refund?.fee_until ?? null), fee: type.refund?.fee ? amountInput(type.refund.fee) : "",
    })),
  };
}

/** One type a zone, with as many places as it has. */
export function typesOfHall(hall: Hall): TypeDraft[] {
  const places = new Map<string, number>();
  for (const seat of hall.sections.flatMap((section) => section.rows).flatMap((row) => row.seats)) places.set(seat.zone, (places.get(seat.zone) ?? 0) + 1);
  for (const area of hall.standing) places.set(area.zone, (places.get(area.zone) ?? 0) + area.capacity);
  return hall.zones.filter((zone) => places.has(zone.id)).map((zone) => ({ ...emptyType, seat_type: zone.name, available_qty: String(places.get(zone.id)), section: zone.id }));
}

export type SaleErrors = Record<string, string>;

/** Free is written 0; everything else as any amount. */
function priceIn(typed: string): { price: number } | { reason: string } {
  if (/^0+([.,]0{1,2})?$/.test(typed.trim())) return { price: 0 };
  const reading = readPlainAmount(typed);
  if (reading.kind === "amount") return { price: reading.amount };
  return { reason: reading.kind === "wrong" ? reading.reason : "What does it cost? 0 is free." };
}

const wholeIn = (typed: string) => (/^\d{1,7}$/.test(typed.trim()) ? Number(typed) : null);

function timeErrors(draft: SaleDraft): SaleErrors {
  const errors: SaleErrors = {};
  const start = Date.parse(draft.start_time);
  if (!draft.start_time) errors.start_time = "When does it begin?";
  if (draft.doors_open_time && Date.parse(draft.doors_open_time) > start) errors.doors_open_time = "The doors open before it begins.";
  if (draft.end_time && Date.parse(draft.end_time) <= start) errors.end_time = "The end must lie after the beginning.";
  if (draft.sale_start_time && Date.parse(draft.sale_start_time) >= (draft.end_time ? Date.parse(draft.end_time) : start)) errors.sale_start_time = "The sale must open before the event is over.";
  return errors;
}

/** What is missing or wrong, by the name of its field. */
export function errorsIn(draft: SaleDraft): SaleErrors {
  const errors: SaleErrors = { ...timeErrors(draft) };
  if (!draft.title.trim()) errors.title = "An event needs a title.";
  for (const name of ["limit_per_user", "order_max"] as const) if (draft[name] && !wholeIn(draft[name])) errors[name] = "A whole number from 1, or nothing.";
  const minutes = wholeIn(draft.hold_minutes) ?? 0;
  if (minutes < 1 || minutes > 120) errors.hold_minutes = "From 1 to 120 minutes.";
  if (draft.types.length === 0) errors.types = "Nothing is on sale without a kind of ticket.";
  const names = draft.types.map((type) => type.seat_type.trim().toLowerCase());
  draft.types.forEach((type, n) => {
    const price = priceIn(type.price);
    if (!names[n]) errors[`types.${n}.seat_type`] = "How is it called?";
    else if (names.indexOf(names[n]) !== n) errors[`types.${n}.seat_type`] = "There is one of this name already.";
    if ("reason" in price) errors[`types.${n}.price`] = price.reason;
    if (wholeIn(type.available_qty) === null) errors[`types.${n}.available_qty`] = "How many are there?";
    if (type.fee && "reason" in priceIn(type.fee)) errors[`types.${n}.fee`] = "An amount, such as 2,50.";
  });
  draft.quotas.forEach((quota, n) => {
    if (!quota.name.trim()) errors[`quotas.${n}.name`] = "How is it called?";
    else if (draft.quotas.findIndex((other) => other.name.trim().toLowerCase() === quota.name.trim().toLowerCase()) !== n) errors[`quotas.${n}.name`] = "There is one of this name already.";
    if (wholeIn(quota.size) === null) errors[`quotas.${n}.size`] = "How many places?";
  });
  return errors;
}

const iso = (local: string) => (local ? new Date(local).toISOString() : undefined);

/** A moment of an event that is changed: an input holds minutes, so whoever did not touch it moves nothing by some seconds. */
const momentOf = (local: string, known: string | null | undefined) => (known && localInput(known) === local ? known : iso(local));

function refundOf(type: TypeDraft, known: RefundTerms | null | undefined): RefundTerms | undefined {
  if (!type.full_until && !type.fee_until) return undefined;
  const fee = priceIn(type.fee || "0");
  return { full_until: momentOf(type.full_until, known?.full_until) ?? null, fee_until: momentOf(type.fee_until, known?.fee_until) ?? null, fee: "price" in fee ? fee.price : 0 };
}

/** The body of POST and PUT /events, of a draft without errors; a sale without an opening opens `now`. `sale` is the event that is changed. */
export function bodyOf(draft: SaleDraft, now: number, sale: TicketSale | null = null): SaleBody {
  const text = (value: string) => value.trim() || undefined;
  const nothing = sale ? null : undefined;
  const known = new Map(sale?.ticket_types.map((type) => [type.id, type]));
  return {
    title: draft.title.trim(), organizer: text(draft.organizer), location: text(draft.location), description: text(draft.description),
    sale_start_time: momentOf(draft.sale_start_time, sale?.sale_start_time) ?? new Date(now).toISOString(),
    start_time: momentOf(draft.start_time, sale?.start_time) ?? new Date(draft.start_time).toISOString(), end_time: momentOf(draft.end_time, sale?.end_time),
    doors_open_time: momentOf(draft.doors_open_time, sale?.doors_open_time) ?? nothing,
    limit_per_user: draft.limit_per_user ? Number(draft.limit_per_user) : undefined,
    order_max: draft.order_max ? Number(draft.order_max) : nothing,
    hold_seconds: sale && minutesOf(sale) === draft.hold_minutes ? sale.hold_seconds : Number(draft.hold_minutes) * 60,
    lanes: draft.lanes,
    seat_map_id: draft.seat_map_id ? Number(draft.seat_map_id) : undefined,
    // An event that keeps its hall keeps its house seats as well.
    blocked_seats: draft.seat_map_id ? draft.blocked_seats : undefined,
    quotas: draft.quotas.map((quota) => ({ name: quota.name.trim(), size: Number(quota.size) })),
    ticket_types: draft.types.map((type) => {
      const price = priceIn(type.price);
      if ("reason" in price) throw new Error("the draft was not checked");
      return {
        id: type.id ?? undefined, seat_type: type.seat_type.trim(), price: price.price, available_qty: Number(type.available_qty), lane: type.lane,
        section: text(type.section), quota: text(type.quota), refund: refundOf(type, known.get(type.id ?? 0)?.refund),
      };
    }),
  };
}

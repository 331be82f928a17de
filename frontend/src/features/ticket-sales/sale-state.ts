// What an on-sale looks like from this page: one value, changed only by `apply`.
import type { SaleStatus, TicketSale, TicketType } from "@/lib/api/tickets";
import { countedOnce } from "@/lib/seating/counted-once";

export interface SaleState {
  saleId: number;
  status: SaleStatus;
  saleStartTime: string;
  /** Log position of the last change of words, prices or times that is known. */
  edited: number;
  /** How many are left of each ticket type. */
  left: Readonly<Record<number, number>>;
  /** One state a seat in the hall's order; null without a hall, or before the first picture. */
  seats: Uint8Array | null;
  /** Log position of status and counts. */
  seq: number;
  /** Log position of `seats`. */
  seatsSeq: number;
}

/** The state before the socket: what the server rendered. */
export function fromSale(sale: TicketSale): SaleState {
  return {
    saleId: sale.id,
    status: sale.status,
    saleStartTime: sale.sale_start_time,
    edited: 0,
    left: Object.fromEntries(sale.ticket_types.map((type) => [type.id, type.available_qty])),
    seats: null,
    seq: sale.seq,
    seatsSeq: -1,
  };
}

export type SalePhase = "soon" | "open" | "sold_out" | "ended" | "cancelled";

/** Where the sale stands; once its start has come it is open, also before the first frame that says so. */
export function phaseOf(state: SaleState, hasStartCome: boolean): SalePhase {
  if (state.status === "cancelled" || state.status === "ended") return state.status;
  if (state.status === "scheduled" && !hasStartCome) return "soon";
  return totalLeft(state) > 0 ? "open" : "sold_out";
}

export function totalLeft(state: SaleState): number {
  return Object.values(state.left).reduce((sum, left) => sum + left, 0);
}

/** How many tickets can be had in all; `freeOf` are the free seats of each zone, where they are known. */
export function leftInAll(types: readonly TicketType[], state: SaleState, freeOf?: ReadonlyMap<string, number>): number {
  return countedOnce(types, (type) => leftOf(state, type), freeOf);
}

export function leftOf(state: SaleState, type: TicketType): number {
  return state.left[type.id] ?? type.available_qty;
}

/** The lowest price on offer; null without ticket types. */
export function priceFrom(types: readonly TicketType[]): number | null {
  return types.length ? Math.min(...types.map((type) => type.price)) : null;
}

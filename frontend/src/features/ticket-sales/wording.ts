// How an on-sale's situation is called, in one place.
import type { SalePhase } from "./sale-state";

export const phaseWords: Record<SalePhase, string> = {
  soon: "On sale soon",
  open: "On sale",
  sold_out: "Sold out",
  ended: "Sale ended",
  cancelled: "Cancelled",
};

export const phaseTones = { soon: "warn", open: "live", sold_out: "plain", ended: "plain", cancelled: "plain" } as const;

export const ticketsWords = (n: number) => (n === 1 ? "1 ticket" : `${n} tickets`);

/** Exact while it matters, round while it does not. */
export function leftWords(left: number): string {
  if (left === 0) return "none left";
  return left === 1 ? "the last one" : `${left} left`;
}

/** What is to be done before anything can be taken, by what there is to choose. */
export function toChooseWords(hasSeats: boolean, hasOthers: boolean): string {
  if (!hasSeats) return "Choose how many tickets you would like.";
  return hasOthers ? "Choose seats on the map, or how many tickets you would like." : "Choose your seats on the map.";
}

/** Only pictures of this house are shown: a page fetches nothing foreign. */
export function ownPicture(url: string | null | undefined): string | null {
  return url && /^\/(?!\/)/.test(url) ? url : null;
}

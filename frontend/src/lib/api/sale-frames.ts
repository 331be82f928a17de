// Every message of an on-sale's socket, one direction after the other, named as the backend's document names them.
import type { components } from "./schema.gen";

type Schemas = components["schemas"];

export type LeftOfType = Schemas["TicketsLeft"];
export type SeatCountsFrame = Schemas["SeatCounts"];
/** `all` on connect, `changed` afterwards as [place in the hall's order, state]. */
export type SeatsFrame = Schemas["Seats"];
/** Further facts of a refusal stand beside its fields. */
export type ResultFrame = Schemas["GrabResult"] & { [fact: string]: unknown };
export type SaleErrorFrame = Schemas["Error"] & { [fact: string]: unknown };

export type SaleServerFrame = SeatCountsFrame | SeatsFrame | ResultFrame | SaleErrorFrame;

export type SaleClientFrame = (Schemas["Grab"] | Schemas["HoldUnits"] | Schemas["BestAvailable"] | Schemas["ReleaseHold"]) & { command_id: string };

const known: Record<SaleServerFrame["type"], true> = {
  seat_counts: true,
  seats: true,
  grab_result: true,
  hold_result: true,
  release_result: true,
  ERROR: true,
};

/** Reads one text message; a newer server's unknown frames are null, never an exception. */
export function parseSaleFrame(text: string): SaleServerFrame | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("type" in value)) return null;
  return Object.hasOwn(known, String(value.type)) ? (value as SaleServerFrame) : null;
}

// Every message of an on-sale's socket, one direction after the other, named as the backend's document names them.
import { frameReader } from "./frame-reader";
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

export type SaleClientFrame = (Schemas["Grab"] | Schemas["HoldUnits"] | Schemas["BestAvailable"] | Schemas["ReleaseHold"]) & { command_id: string; user_id: number };

export const parseSaleFrame = frameReader<SaleServerFrame>({
  seat_counts: true,
  seats: true,
  grab_result: true,
  hold_result: true,
  release_result: true,
  ERROR: true,
});

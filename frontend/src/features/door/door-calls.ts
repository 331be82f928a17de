// The REST calls of the door, one line each.
import { call } from "@/lib/api/browser";
import type { CheckinAnswer, CheckinSummary, TicketSale } from "@/lib/api/tickets";
import type { Entry } from "@/lib/commands/pending-presses";
import type { Scan } from "./scan";

export const fetchSale = (id: number) => call<TicketSale>(`/events/${id}`);
export const fetchSummary = (id: number) => call<CheckinSummary>(`/events/${id}/checkins/summary`);

/** The entry's id is the nonce: asked again, the house repeats its first answer. */
export function postScan(entry: Entry<Scan>): Promise<CheckinAnswer> {
  return call<CheckinAnswer>(`/tickets/checkin/${encodeURIComponent(entry.token)}`, {
    method: "POST",
    commandId: entry.id,
    userId: entry.userId,
    body: { nonce: entry.id, event_id: entry.eventId, gate: entry.gate || undefined, direction: entry.direction },
  });
}

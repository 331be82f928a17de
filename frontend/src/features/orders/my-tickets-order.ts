// In which order one's tickets lie: those of the next evening on top.
import type { OwnTicket } from "@/lib/api/tickets";

/** Valid before cancelled, then by the evening, then by number. */
export function inOrder(tickets: readonly OwnTicket[]): OwnTicket[] {
  const rank = (ticket: OwnTicket) => (ticket.status === "valid" ? 0 : 1);
  return [...tickets].sort((a, b) => rank(a) - rank(b) || a.start_time.localeCompare(b.start_time) || a.id - b.id);
}

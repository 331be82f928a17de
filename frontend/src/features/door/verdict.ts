// What the person at the door is told: let in, ask, or stop; in a few words large enough to be read at arm's length.
import type { CheckinAnswer } from "@/lib/api/tickets";
import type { Verdict } from "@/lib/commands/press-desk";
import type { Scan } from "./scan";

export type DoorTone = "go" | "ask" | "stop";

export interface DoorVerdict {
  tone: DoorTone;
  title: string;
  /** What to do now, in one sentence. */
  text: string;
  /** When and where somebody went in with it before. */
  before: { at: string; gate: string | null } | null;
  opensAt: string | null;
}

const words: Record<string, [DoorTone, string, string]> = {
  already_in: ["ask", "Already inside", "Somebody went in with this code before."],
  not_inside: ["ask", "Not inside", "Nobody went in with this code, so nobody can go out with it."],
  wrong_time: ["ask", "Too early", "The doors are not open for this ticket yet."],
  ambiguous: ["ask", "Look closer", "More than one ticket answers to this code. Type the number instead."],
  invalid: ["stop", "Not a ticket", "This code was not issued by this house."],
  revoked: ["stop", "Replaced", "There is a newer code for this ticket. Ask for that one."],
  cancelled: ["stop", "Cancelled", "This ticket was given back."],
  unpaid: ["stop", "Not paid", "The order of this ticket is not paid."],
  blocked: ["stop", "Blocked", "Send the holder to the box office."],
  wrong_list: ["stop", "Another event", "This ticket is for another evening or another door."],
  rules: ["stop", "Not through here", "This ticket is not let in at this door."],
  unknown_ticket: ["stop", "Not a ticket", "This code was not issued by this house."],
  forbidden: ["stop", "You may not scan here", "Ask the organiser for the scanner’s role."],
  not_signed_in: ["stop", "Sign in again", "Your session ended; the scan was not counted."],
  session_ended: ["stop", "Sign in again", "Your session ended; the scan was not counted."],
};

const textOf = (value: unknown) => (typeof value === "string" ? value : null);

/** Of what is no code of ours at all, such as the address on a poster: nobody is asked, and the answer is the same. */
export const noCode: DoorVerdict = { tone: "stop", title: "Not a ticket", text: "That is no ticket code.", before: null, opensAt: null };

/** Read at the door of the event `eventId`. */
export function verdictOf(verdict: Verdict<CheckinAnswer>, { direction, eventId }: Pick<Scan, "direction" | "eventId">): DoorVerdict {
  const facts: Record<string, unknown> = verdict.kind === "done" ? { ...verdict.success } : verdict.facts;
  const isElsewhere = verdict.kind === "done" && verdict.success.event_id != null && verdict.success.event_id !== eventId;
  const code = isElsewhere ? "wrong_list" : verdict.kind === "done" ? verdict.success.code : verdict.code;
  if (verdict.kind === "done" && verdict.success.ok && !isElsewhere) {
    return direction === "exit"
      ? { tone: "go", title: "Out", text: "May come back in with the same code.", before: null, opensAt: null }
      : { tone: "go", title: "Welcome", text: "Let them in.", before: null, opensAt: null };
  }
  const [tone, title, text] = words[code] ?? ["stop", "Not valid", verdict.kind === "refused" ? verdict.message : "Send the holder to the box office."];
  const at = code === "already_in" ? textOf(facts.at) : null;
  return { tone, title, text, before: at ? { at, gate: textOf(facts.gate) } : null, opensAt: code === "wrong_time" ? textOf(facts.opens_at) : null };
}

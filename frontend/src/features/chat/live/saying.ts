// What somebody wants to say, before the house has it: on disk from the press until the answer.
import type { TalkClientFrame } from "@/lib/api/talk-frames";
import { type Entry, PendingPresses } from "@/lib/commands/pending-presses";
import type { KeyValueStore } from "@/lib/commands/safe-storage";
import type { Conversation, Context, MessageKind, Target } from "../types";
import { helpDesk } from "../types";

export interface Saying {
  /** The conversation, or null for one that the first message begins. */
  talkId: number | null;
  target: Target | null;
  content: string;
  kind: MessageKind;
  filename: string | null;
}

export type PendingSayings = PendingPresses<Saying>;

export function pendingSayings(disk: KeyValueStore): PendingSayings {
  return new PendingPresses<Saying>(disk, "sayings", ({ content, talkId, target }) => typeof content === "string" && (typeof talkId === "number" || Boolean(target)));
}

/** A message that begins its conversation has no frame: REST makes the conversation first. */
export function frameOf({ id, talkId, content, kind }: Entry<Saying>): TalkClientFrame | null {
  if (talkId === null) return null;
  return { type: "message", conversation_id: talkId, content, message_type: kind, client_id: id, command_id: id };
}

function sameContext(a: Context | null, b: Context | null): boolean {
  return a === b || (a !== null && b !== null && a.about === b.about && a.id === b.id);
}

/** Whether a conversation is the one that `target` begins: a pair has one about each thing, whatever its seq. */
export function isOfTarget(info: Conversation, target: Target, personId: string): boolean {
  if (info.participant1_id !== personId || !sameContext(info.context, target.context)) return false;
  return (info.participant2_id === helpDesk) === (target.to === "help");
}

/** Where a text belongs: to a conversation, or to one that is still to begin. */
export interface Place {
  talkId: number | null;
  target: Target | null;
}

export function isAt(saying: Place, place: Place): boolean {
  if (saying.talkId !== null) return saying.talkId === place.talkId;
  return saying.target !== null && place.target !== null && saying.target.to === place.target.to && sameContext(saying.target.context, place.target.context);
}

/** One word for a place, as a key on disk. */
export function keyOfPlace({ talkId, target }: Place): string {
  if (talkId !== null) return String(talkId);
  return `${target?.to ?? "help"}/${target?.context ? `${target.context.about}/${target.context.id}` : "any"}`;
}

// The words of conversations.
import type { ChatUser, Complaint, Conversation, HiddenBy, TalkStatus } from "./types";
import { helpDesk } from "./types";

export const statusWords: Record<TalkStatus, string> = { open: "Open", pending: "Waiting", snoozed: "Set aside", resolved: "Settled" };
export const statusTones: Record<TalkStatus, "plain" | "good" | "warn" | "live"> = { open: "plain", pending: "warn", snoozed: "plain", resolved: "good" };

export const complaints: Record<Complaint, string> = { spam: "Unwanted advertising", insult: "Insult or threat", fraud: "Fraud", other: "Something else" };

const removals: Record<HiddenBy, string> = { author: "Removed by its author", help_desk: "Removed by the help desk" };
/** What stands where a message was taken away. */
export const removedWords = (by: HiddenBy | null) => (by === null ? "Removed" : removals[by]);

export const nameOf = (user: ChatUser) => user.username;

/** The other side as one reads it: the help desk's own people read the person's name. */
export function otherOf(info: Conversation, personId: string): ChatUser {
  return info.participant1_id === personId ? info.participant2 : info.participant1;
}

export const nameOfOther = (info: Conversation, personId: string) => nameOf(otherOf(info, personId));

const aboutWords = { lot: "Lot", event: "Event", order: "Order" } as const;

export function contextWords(info: Conversation): string | null {
  return info.context ? `${aboutWords[info.context.about]} ${info.context.id}` : null;
}

export function contextAddress(info: Conversation): string | null {
  return info.context ? `/${info.context.about}s/${info.context.id}` : null;
}

export const isHelp = (info: Conversation) => info.participant2_id === helpDesk;

/** "1.2 MB": as exact as matters. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

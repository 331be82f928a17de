// How a conversation is set on the page: days, and runs of one side's messages, from the bare list.
import { type Message, sideOf } from "../talk-state";
import type { Conversation } from "../types";

export interface Run {
  key: number;
  /** The first moment of a new day, when a day begins with this run. */
  dayMs: number | null;
  side: 0 | 1;
  senderId: string;
  isStaff: boolean;
  messages: Message[];
}

const runMs = 10 * 60_000;

const dayOf = (ms: number) => new Date(ms).toDateString();

/** Messages of one sender that follow each other within minutes stand together. */
export function runsOf(info: Conversation, messages: readonly Message[]): Run[] {
  const runs: Run[] = [];
  let last: Message | null = null;
  for (const message of messages) {
    const run = runs.at(-1);
    const isNewDay = !last || dayOf(last.atMs) !== dayOf(message.atMs);
    const goesOn = run && last && !isNewDay && run.senderId === message.senderId && run.isStaff === message.isStaff && message.atMs - last.atMs < runMs;
    if (goesOn) run.messages.push(message);
    else runs.push({ key: message.seq, dayMs: isNewDay ? message.atMs : null, side: sideOf(info, message), senderId: message.senderId, isStaff: message.isStaff, messages: [message] });
    last = message;
  }
  return runs;
}

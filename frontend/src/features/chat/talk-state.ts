// One conversation as this tab knows it, and how what comes over the line and over REST changes it.
//
// The law: messages are told apart by (conversation, seq) and kept in that order. `position` is how far we were told
// without a gap, so only the first reading and messages over the line move it: a state, or the answer to one's own
// message, may run ahead of what others wrote before it.
import type { MessageFrame, ReadFrame, TalkStateFrame } from "@/lib/api/talk-frames";
import { type ChatMessage, type Conversation, type HiddenBy, type MessageKind, helpDesk } from "./types";

export interface Message {
  id: number;
  seq: number;
  senderId: string;
  isStaff: boolean;
  content: string;
  kind: MessageKind;
  filename: string | null;
  atMs: number;
  clientId: string;
  isHidden: boolean;
  /** Who took a hidden message away; null of others, and where nobody told us. */
  hiddenBy: HiddenBy | null;
}

export interface Talk {
  info: Conversation;
  /** A place in the queue, from 1, as it was last told. */
  place: number | null;
  /** Which of the line's tellings said who has it: what was asked for before that one is older. */
  handsAt: number;
  /** Messages that were taken away before they were here: a page that was read meanwhile still shows them. */
  takenAway: ReadonlyMap<number, HiddenBy | null>;
  position: number;
  messages: readonly Message[];
  /** Whether the newest page was read, so that `messages` has no hole up to its end. */
  isLoaded: boolean;
  hasOlder: boolean;
}

export function fromMessage(one: ChatMessage): Message {
  return {
    id: one.id,
    seq: one.seq,
    senderId: one.sender_id,
    isStaff: one.is_staff,
    content: one.content,
    kind: one.message_type,
    filename: one.filename,
    atMs: one.created_at * 1_000,
    clientId: one.client_id,
    isHidden: one.is_hidden,
    hiddenBy: one.hidden_by,
  };
}

export function fromFrame(frame: MessageFrame): Message {
  return {
    id: frame.id,
    seq: frame.seq,
    senderId: frame.sender_id,
    isStaff: frame.is_staff,
    content: frame.content,
    kind: frame.message_type,
    filename: frame.filename ?? null,
    atMs: frame.timestamp * 1_000,
    clientId: frame.client_id,
    // A message that was hidden before we heard of it comes without its words.
    isHidden: frame.content === "",
    hiddenBy: null,
  };
}

export function newTalk(info: Conversation): Talk {
  return { info, place: null, handsAt: 0, takenAway: new Map(), position: info.seq, messages: [], isLoaded: false, hasOlder: true };
}

/**
 * Takes what REST says of it; an older reading never takes back what a frame told. Who has a conversation is the help desk's to
 * say and no part of its seq, so for that it counts which telling was the last when the reading was asked for.
 */
export function withReading(talk: Talk | undefined, info: Conversation, askedAt: number): Talk {
  if (!talk) return newTalk(info);
  const newer = info.seq < talk.info.seq ? talk.info : { ...info, ...countsAfter(talk.info, info) };
  const hands = askedAt < talk.handsAt && info.assignee_id !== talk.info.assignee_id ? talk.info : info;
  const fresh = {
    ...newer,
    read_seqs: furthest(talk.info.read_seqs, info.read_seqs),
    delivered_seqs: furthest(talk.info.delivered_seqs, info.delivered_seqs),
    assignee_id: hands.assignee_id,
    assignee: hands.assignee,
  };
  const hasWindow = talk.isLoaded || talk.messages.length > 0;
  return { ...talk, info: fresh, position: hasWindow ? talk.position : Math.max(talk.position, info.seq) };
}

/** A reading that knows less of what a side has read counts too many for it. */
function countsAfter(known: Conversation, reading: Conversation): Pick<Conversation, "participant1_unread" | "participant2_unread"> {
  const of = (side: 0 | 1) => unreadOn(known.read_seqs[side] > reading.read_seqs[side] ? known : reading, side);
  return { participant1_unread: of(0), participant2_unread: of(1) };
}

function furthest(a: [number, number], b: [number, number]): [number, number] {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
}

/** Puts messages in their places by seq; those that are there already are dropped. */
export function withMessages(known: readonly Message[], more: readonly Message[]): readonly Message[] {
  const seqs = new Set(known.map((one) => one.seq));
  const fresh = more.filter((one) => !seqs.has(one.seq) && seqs.add(one.seq));
  if (fresh.length === 0) return known;
  const last = known.at(-1)?.seq ?? 0;
  const isAtEnd = fresh.every((one, place) => one.seq > (fresh[place - 1]?.seq ?? last));
  return isAtEnd ? [...known, ...fresh] : [...known, ...fresh].sort((a, b) => a.seq - b.seq);
}

/** A page counted from the newest, of a conversation that has `count` messages in all. */
export function withPage(talk: Talk, page: readonly Message[], count: number): Talk {
  const shown = page.map((one) => (talk.takenAway.has(one.seq) && !one.isHidden ? taken(one, talk.takenAway.get(one.seq) ?? null) : one));
  const messages = withMessages(talk.messages, shown);
  return { ...talk, messages, isLoaded: true, hasOlder: messages.length < count };
}

/** A message that came over the line, after everything that was said before it. */
export function withHeard(talk: Talk, message: Message): Talk {
  const after = withMessage(talk, message);
  return after.position >= message.seq ? after : { ...after, position: message.seq };
}

/** A message, from wherever it is known. */
export function withMessage(talk: Talk, message: Message): Talk {
  const messages = withMessages(talk.messages, [message]);
  if (messages === talk.messages) return talk;
  const isNewest = messages.at(-1) === message;
  const info: Conversation = isNewest
    ? {
        ...talk.info,
        // The first answer takes whoever waited out of the queue; nothing else is told of it.
        status: talk.info.status === "pending" && message.isStaff ? "open" : talk.info.status,
        seq: Math.max(talk.info.seq, message.seq),
        last_message: message.kind === "text" ? message.content.slice(0, 200) : (message.filename ?? ""),
        last_message_time: message.atMs / 1_000,
        updated_at: message.atMs / 1_000,
        // What one writes oneself one has read, and everything before it.
        ...cursorsOf(talk.info, sideOf(talk.info, message), message.seq, message.seq),
      }
    : talk.info;
  return { ...talk, messages, info };
}

const taken = (message: Message, hiddenBy: HiddenBy | null): Message => ({ ...message, isHidden: true, hiddenBy, content: "", filename: null });

export function withHidden(talk: Talk, seq: number, hiddenBy: HiddenBy | null): Talk {
  if (!talk.messages.some((one) => one.seq === seq)) return { ...talk, takenAway: new Map(talk.takenAway).set(seq, hiddenBy) };
  const messages = talk.messages.map((one) => (one.seq === seq ? taken(one, hiddenBy) : one));
  const isLast = talk.messages.at(-1)?.seq === seq;
  return { ...talk, messages, info: isLast ? { ...talk.info, last_message: "" } : talk.info };
}

/** Its state as the line's telling no. `told` has it: who has it and its place in the order of the line, all else in that of its seq. */
export function withState(talk: Talk, frame: TalkStateFrame, told: number): Talk {
  const assignee = frame.assignee_id === talk.info.assignee_id ? talk.info.assignee : null;
  const newer = frame.seq < talk.info.seq ? {} : { status: frame.status, seq: frame.seq };
  return { ...talk, place: frame.position, handsAt: told, info: { ...talk.info, assignee_id: frame.assignee_id, assignee, ...newer } };
}

export function withRead(talk: Talk, frame: ReadFrame): Talk {
  const side = frame.reader_id === talk.info.participant1_id ? 0 : frame.reader_id === talk.info.participant2_id ? 1 : null;
  if (side === null) return talk;
  return { ...talk, info: { ...talk.info, ...cursorsOf(talk.info, side, frame.seq, frame.delivered) } };
}

/** Cursors only grow. */
function cursorsOf(info: Conversation, side: 0 | 1, read: number, delivered: number): Pick<Conversation, "read_seqs" | "delivered_seqs"> {
  const at = (seq: number): [number, number] => (side === 0 ? [seq, 0] : [0, seq]);
  return { read_seqs: furthest(info.read_seqs, at(read)), delivered_seqs: furthest(info.delivered_seqs, at(Math.max(read, delivered))) };
}

/** For whom a message was written: 0 is who began the conversation, 1 the other or the help desk. */
export function sideOf(info: Conversation, message: Pick<Message, "senderId" | "isStaff">): 0 | 1 {
  return !message.isStaff && message.senderId === info.participant1_id ? 0 : 1;
}

/** On which side somebody stands; null for an administrator who looks on. */
export function sideOfPerson(info: Conversation, personId: string, isStaff: boolean): 0 | 1 | null {
  if (info.participant1_id === personId) return 0;
  if (info.participant2_id === personId) return 1;
  return isStaff && info.participant2_id === helpDesk ? 1 : null;
}

export function unreadOn(info: Conversation, side: 0 | 1 | null): number {
  if (side === null) return 0;
  return side === 0 ? info.participant1_unread : info.participant2_unread;
}

export function withUnread(talk: Talk, side: 0 | 1 | null, count: number): Talk {
  if (side === null) return talk;
  return { ...talk, info: { ...talk.info, [side === 0 ? "participant1_unread" : "participant2_unread"]: count } };
}

export type Mark = "sent" | "delivered" | "read";

/** How far a message got with the other side. */
export function markOf(info: Conversation, message: Message): Mark {
  const other = sideOf(info, message) === 0 ? 1 : 0;
  if (info.read_seqs[other] >= message.seq) return "read";
  return info.delivered_seqs[other] >= message.seq ? "delivered" : "sent";
}

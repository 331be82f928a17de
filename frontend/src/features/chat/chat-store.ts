// Everything this tab knows of one person's conversations: a pure `apply(state, frame)` and what REST adds to it.
import { createStore } from "zustand/vanilla";
import type { TalkServerFrame } from "@/lib/api/talk-frames";
import { type Talk, fromFrame, sideOfPerson, unreadOn, withHeard, withHidden, withRead, withReading, withState, withUnread } from "./talk-state";
import type { Conversation } from "./types";

export interface ChatState {
  personId: string;
  isStaff: boolean;
  talks: ReadonlyMap<number, Talk>;
  online: ReadonlySet<string>;
  /** Conversation to those who are writing in it. */
  typing: ReadonlyMap<number, readonly string[]>;
  /** Conversations of which a frame told and nothing else is known yet. */
  strangers: ReadonlySet<number>;
  /** Whether the lists of one's own conversations were read once. */
  isKnown: boolean;
  /** How often the line has told who has a conversation. */
  handsTold: number;
}

export function emptyChat(personId: string, isStaff: boolean): ChatState {
  return { personId, isStaff, talks: new Map(), online: new Set(), typing: new Map(), strangers: new Set(), isKnown: false, handsTold: 0 };
}

export type ChatStore = ReturnType<typeof createChatStore>;

export function createChatStore(initial: ChatState) {
  return createStore<ChatState>()(() => initial);
}

/** One conversation changed; the others keep their identity. */
export function changeTalk(state: ChatState, id: number, change: (talk: Talk) => Talk): ChatState {
  const before = state.talks.get(id);
  if (!before) return state;
  const after = change(before);
  return after === before ? state : { ...state, talks: new Map(state.talks).set(id, after) };
}

/** What REST says of some conversations, asked for when the line had told so often who has one. */
export function learn(state: ChatState, infos: readonly Conversation[], askedAt = state.handsTold): ChatState {
  const talks = new Map(state.talks);
  const strangers = new Set(state.strangers);
  for (const info of infos) {
    talks.set(info.id, withReading(talks.get(info.id), info, askedAt));
    strangers.delete(info.id);
  }
  return { ...state, talks, strangers };
}

function typingWith(state: ChatState, id: number, personId: string, isTyping: boolean): ChatState {
  const others = (state.typing.get(id) ?? []).filter((one) => one !== personId);
  if (!isTyping && others.length === (state.typing.get(id)?.length ?? 0)) return state;
  return { ...state, typing: new Map(state.typing).set(id, isTyping ? [...others, personId] : others) };
}

function onlineWith(state: ChatState, personId: string, isOnline: boolean): ChatState {
  if (state.online.has(personId) === isOnline) return state;
  const online = new Set(state.online);
  if (isOnline) online.add(personId);
  else online.delete(personId);
  return { ...state, online };
}

/** The state after one frame. */
export function apply(state: ChatState, frame: TalkServerFrame): ChatState {
  switch (frame.type) {
    case "online_users":
      return { ...state, online: new Set(frame.users) };
    case "status":
      return onlineWith(state, frame.user_id, frame.status === "online");
    case "typing":
      return frame.user_id === undefined ? state : typingWith(state, frame.conversation_id, frame.user_id, frame.is_typing);
    case "ERROR":
      return state;
    case "message":
    case "hidden":
    case "read":
    case "unread":
    case "conversation":
      break;
  }
  const id = frame.conversation_id;
  if (!state.talks.has(id)) return { ...state, strangers: new Set(state.strangers).add(id) };
  const handsTold = state.handsTold + (frame.type === "conversation" ? 1 : 0);
  const after = changeTalk({ ...state, handsTold }, id, (talk) => {
    switch (frame.type) {
      case "message":
        return withHeard(talk, fromFrame(frame));
      case "hidden":
        return withHidden(talk, frame.seq, frame.hidden_by);
      case "read":
        return withRead(talk, frame);
      case "unread":
        return withUnread(talk, sideOfPerson(talk.info, state.personId, state.isStaff), frame.count);
      case "conversation":
        return withState(talk, frame, handsTold);
    }
  });
  // Who has sent it has stopped writing it.
  return frame.type === "message" ? typingWith(after, id, frame.sender_id, false) : after;
}

/** The server takes so many at once. */
const resumedMax = 1_000;

/** Where each conversation goes on after a cut; of very many, the ones that spoke last. */
export function positions(state: ChatState): Record<string, number> {
  const talks = newestFirst([...state.talks.values()]).slice(0, resumedMax);
  return Object.fromEntries(talks.map(({ info, position }) => [String(info.id), position]));
}

/** Those in which one takes part oneself, the newest talk first. */
export function ownTalks(state: ChatState): Talk[] {
  return newestFirst([...state.talks.values()].filter(({ info }) => sideOfPerson(info, state.personId, false) !== null));
}

export function newestFirst(talks: Talk[]): Talk[] {
  return talks.sort((a, b) => b.info.updated_at - a.info.updated_at || b.info.id - a.info.id);
}

/** Messages of others that one has not read in one's own conversations. */
export function unreadOfOwn(state: ChatState): number {
  return ownTalks(state).reduce((sum, { info }) => sum + unreadOn(info, sideOfPerson(info, state.personId, false)), 0);
}

/** The same for what the help desk gave to this agent. */
export function unreadAtDesk(state: ChatState): number {
  if (!state.isStaff) return 0;
  let sum = 0;
  for (const { info } of state.talks.values()) {
    const isMine = info.assignee_id === state.personId && sideOfPerson(info, state.personId, false) === null;
    if (isMine) sum += unreadOn(info, sideOfPerson(info, state.personId, true));
  }
  return sum;
}

// The REST calls of conversations.
import { call } from "@/lib/api/browser";
import type { ChatMessage, Complaint, Conversation, ConversationPage, MessageKind, MessagePage, Place, Seen, Target, TalkStatus, Uploaded } from "./types";

export const listSize = 100;
export const pageSize = 50;

export interface Wanted {
  scope?: "mine" | "help" | "all";
  assignee?: string;
  status?: TalkStatus;
  q?: string;
  limit?: number;
  offset?: number;
}

export function findTalks(wanted: Wanted): Promise<ConversationPage> {
  const given = Object.entries({ limit: listSize, ...wanted }).filter(([, value]) => value !== undefined && value !== "");
  return call<ConversationPage>(`/conversations?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`);
}

export const fetchTalk = (id: number) => call<Conversation>(`/conversations/${id}`);

/** The pair's own conversation about a thing: made once, however often it is asked for. */
export const beginTalk = (target: Target, userId: number) => call<Conversation>("/conversations", { method: "POST", body: target, userId });

export const fetchNewest = (id: number, page: number) => call<MessagePage>(`/conversations/${id}/messages?order=desc&page=${page}&page_size=${pageSize}`);

export const sendMessage = (message: { conversation_id: number; content: string; message_type: MessageKind; client_id: string }, userId: number) =>
  call<ChatMessage>("/messages", { method: "POST", body: message, userId });

export const hideMessage = (id: number) => call<undefined>(`/messages/${id}`, { method: "DELETE" });

export type TalkAct = "resolve" | "reopen" | "snooze" | "mute" | "block" | "report" | "assign";
export interface ActBodies {
  resolve: undefined;
  reopen: undefined;
  snooze: { until: number | null };
  mute: { is_on: boolean };
  block: { is_on: boolean };
  report: { message_id: number; complaint: Complaint };
  assign: { assignee_id: string | null; expected: string | null };
}

export function actOnTalk<Act extends TalkAct>(id: number, act: Act, body: ActBodies[Act]): Promise<Conversation> {
  return call<Conversation>(`/conversations/${id}/${act}`, { method: "POST", body });
}

export const fetchPlace = (id: number) => call<Place>(`/conversations/${id}/queue`);
export const fetchSeen = (id: number) => call<Seen | null>(`/conversations/${id}/context`);

/** Keeps an image or a file; the key makes a retry find the same one. */
export function upload(file: File, kind: "image" | "file", key: string, signal?: AbortSignal): Promise<Uploaded> {
  const form = new FormData();
  form.append("file", file);
  return call<Uploaded>(`/upload/${kind}`, { method: "POST", form, commandId: key, signal });
}

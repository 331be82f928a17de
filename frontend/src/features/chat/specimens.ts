// Conversations and messages for tests, with everything they must have.
import type { MessageFrame } from "@/lib/api/talk-frames";
import type { ChatUser, Conversation, Reply } from "./types";

export function person(id: string, username = `Person ${id}`): ChatUser {
  return { id, username, avatar: "", role: id === "help-desk" ? "help-desk" : "buyer", description: "", status: "offline", created_at: 0 };
}

export function conversation(over: Partial<Conversation> = {}): Conversation {
  const first = over.participant1_id ?? "1";
  const second = over.participant2_id ?? "help-desk";
  return {
    id: 5,
    participant1_id: first,
    participant2_id: second,
    participant1: person(first),
    participant2: person(second),
    participant1_unread: 0,
    participant2_unread: 0,
    last_message: "",
    last_message_time: null,
    created_at: 0,
    updated_at: 0,
    status: "open",
    assignee_id: null,
    assignee: null,
    context: null,
    read_seqs: [0, 0],
    delivered_seqs: [0, 0],
    is_muted: false,
    blocked_by: [],
    snoozed_until: null,
    seq: 1,
    ...over,
  };
}

export function said(seq: number, content: string, over: Partial<MessageFrame> = {}): MessageFrame {
  const talkId = over.conversation_id ?? 5;
  return { type: "message", conversation_id: talkId, sender_id: "2", is_staff: false, content, message_type: "text", timestamp: seq, id: talkId * 1_000_000 + seq, seq, client_id: `c${talkId}-${seq}`, ...over };
}

export function reply(over: Partial<Reply> = {}): Reply {
  return { id: 1, user_id: "9", content: "Hello.", sort_order: 0, code: "", is_team: false, upload_url: null, upload_kind: null, filename: null, ...over };
}

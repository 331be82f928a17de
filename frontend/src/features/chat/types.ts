// The shapes of conversations, as thin names for what the backend's own document says.
import type { components } from "@/lib/api/schema.gen";

type Schemas = components["schemas"];

export type Conversation = Schemas["Conversation"];
export type ConversationPage = Schemas["ConversationPage"];
export type ChatMessage = Schemas["ChatMessage"];
export type MessagePage = Schemas["MessagePage"];
export type ChatUser = Schemas["ChatUser"];
export type TalkStatus = Conversation["status"];
export type MessageKind = ChatMessage["message_type"];
export type HiddenBy = NonNullable<ChatMessage["hidden_by"]>;
export type Context = NonNullable<Conversation["context"]>;
export type Complaint = NonNullable<Schemas["ReportForm"]["complaint"]>;
export type Seen = Schemas["Seen"];
export type Place = Schemas["Place"];
export type HelpDesk = Schemas["HelpDesk"];
export type AgentState = Schemas["AgentState"];
export type Reply = Schemas["Reply"];
export type ReplyForm = Schemas["QuickReplyForm"];
export type ReplyChange = Schemas["QuickReplyPatch"];
export type PersonsThings = Schemas["PersonsThings"];
export type PersonsOrder = Schemas["Order"];
export type Report = Schemas["Report"];
export type Uploaded = Schemas["Uploaded"];

/** How the help desk is named among people. */
export const helpDesk = "help-desk";

/** With whom a conversation that does not exist yet is to begin, and about what. */
export interface Target {
  to: "help" | "seller";
  context: Context | null;
}

// Every message of a person's own socket, one direction after the other, named as the backend's document names them.
import { frameReader } from "./frame-reader";
import type { components } from "./schema.gen";

type Schemas = components["schemas"];

export type MessageFrame = Schemas["TalkMessage"];
export type HiddenFrame = Schemas["Hidden"];
export type UnreadFrame = Schemas["Unread"];
export type ReadFrame = Schemas["Read"];
export type TypingFrame = Schemas["Typing"];
export type TalkStateFrame = Schemas["ConversationState"];
export type OnlineUsersFrame = Schemas["OnlineUsers"];
export type UserStatusFrame = Schemas["UserStatus"];
/** Further facts of the refusal stand beside its fields. */
export type TalkErrorFrame = Schemas["Error"] & { [fact: string]: unknown };

export type TalkServerFrame =
  | MessageFrame
  | HiddenFrame
  | UnreadFrame
  | ReadFrame
  | TypingFrame
  | TalkStateFrame
  | OnlineUsersFrame
  | UserStatusFrame
  | TalkErrorFrame;

/** `command_id` comes back with a refusal; of a message it is its `client_id`. */
export type TalkClientFrame =
  | (Schemas["SendText"] & { command_id: string })
  | Schemas["MarkRead"]
  | Schemas["Typing"]
  | Schemas["Resume"];

export const parseTalkFrame = frameReader<TalkServerFrame>({
  message: true,
  hidden: true,
  unread: true,
  read: true,
  typing: true,
  conversation: true,
  online_users: true,
  status: true,
  ERROR: true,
});

// The file of a quick reply goes along as a message of its own.
import { Unreachable } from "@/lib/api/problem";
import { newCommandId } from "@/lib/commands/command-id";
import { upload } from "../chat-calls";
import type { ChatLine } from "../live/chat-line";
import type { Reply } from "../types";

/** A message may only carry what its sender uploaded, so of the team's files a copy is uploaded first. */
export async function sendReplyFile(line: ChatLine, talkId: number, reply: Reply): Promise<void> {
  if (!reply.upload_url) return;
  const kind = reply.upload_kind === "image" ? "image" : "file";
  const filename = reply.filename ?? "file";
  if (!reply.is_team) {
    line.say({ talkId, target: null, content: reply.upload_url, kind, filename });
    return;
  }
  const answer = await fetch(reply.upload_url).catch(() => null);
  if (!answer?.ok) throw new Unreachable("The file of this reply could not be read.");
  const blob = await answer.blob();
  const kept = await upload(new File([blob], filename, { type: blob.type }), kind, newCommandId());
  line.say({ talkId, target: null, content: kept.url, kind, filename: kept.filename });
}

// What is not told over one's own line: conversations of two others are asked for, and a message taken away from them is seen at once.
"use client";
import { useEffect } from "react";
import * as calls from "../chat-calls";
import { changeTalk } from "../chat-store";
import { type Message, fromMessage, withHidden, withPage } from "../talk-state";
import { useChatLine } from "./chat-context";
import type { ChatLine } from "./chat-line";

const againMs = 10_000;

function change(line: ChatLine, id: number, with_: Parameters<typeof changeTalk>[2]): void {
  line.store.setState(changeTalk(line.store.getState(), id, with_), true);
}

/** Takes a message away and shows it so, also where no frame will tell of it. */
export async function takeAway(line: ChatLine, id: number, message: Pick<Message, "id" | "seq" | "senderId">): Promise<void> {
  await calls.hideMessage(message.id);
  const hiddenBy = message.senderId === line.store.getState().personId ? "author" : "help_desk";
  change(line, id, (talk) => withHidden(talk, message.seq, hiddenBy));
}

async function readNewest(line: ChatLine, id: number): Promise<void> {
  const [page] = await Promise.all([calls.fetchNewest(id, 1), line.reader.learn(calls.fetchTalk(id), (info) => [info])]);
  const messages = page.results.map(fromMessage).sort((a, b) => a.seq - b.seq);
  change(line, id, (talk) => messages.filter((one) => one.isHidden).reduce((after, one) => withHidden(after, one.seq, one.hiddenBy), withPage(talk, messages, page.count)));
}

/** Reads a conversation of two others anew now and then, while it is looked at. */
export function useReadingAlong(id: number | null, isOn: boolean): void {
  const line = useChatLine();
  useEffect(() => {
    if (!line || id === null || !isOn) return;
    const read = () => {
      if (document.visibilityState === "visible") void readNewest(line, id).catch(() => undefined);
    };
    read();
    const timer = setInterval(read, againMs);
    return () => clearInterval(timer);
  }, [line, id, isOn]);
}

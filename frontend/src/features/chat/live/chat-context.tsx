// Gives every page the line of whoever is signed in, and tells of news on whatever page he is.
"use client";
import Link from "next/link";
import { type ReactNode, createContext, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { TitleBadge } from "@/components/ui/title-badge";
import { useToast } from "@/components/ui/toast";
import type { User } from "@/lib/api/types";
import { browserDisk } from "@/lib/commands/safe-storage";
import { browserWorld } from "@/lib/realtime/ports";
import { hasRole } from "@/lib/session/gate";
import { useSessionStore, useUser } from "@/lib/session/session-context";
import * as calls from "../chat-calls";
import { type ChatState, emptyChat, unreadAtDesk, unreadOfOwn } from "../chat-store";
import { type Message, type Talk, sideOfPerson } from "../talk-state";
import { nameOfOther } from "../wording";
import { ChatLine, type LinePorts, type LineView, type Who } from "./chat-line";
import { tabDrafts } from "./drafts";
import { pendingSayings } from "./saying";
import { useIsStillHere } from "./still-here";
import { UnsentShelf } from "./unsent";

interface Chat {
  line: ChatLine | null;
  /** Conversations that are on screen in this tab, so that nothing pops up about them. */
  onScreen: Map<number, number>;
}

const ChatContext = createContext<Chat | null>(null);

export const isStaff = (user: User) => hasRole(user, "agent");

/** How somebody is named in conversations: by the name that another system gave him, else by his number. */
const personIdOf = (user: User) => user.external_id ?? String(user.id);

/** What somebody may do, in the order and words in which the house greets his line. */
const rightsOf = (user: User) => [...new Set<string>([...user.roles, ...(user.is_superuser ? ["admin"] : [])])].sort().join(" ");

function makeLine(who: Who, ears: Pick<LinePorts, "isStillHere" | "rightsChanged">): ChatLine {
  const disk = browserDisk();
  return new ChatLine(who, { ...browserWorld, pending: pendingSayings(disk), unsent: new UnsentShelf(disk), doors: calls, ...ears });
}

function wordsOf(message: Message): string {
  if (message.kind !== "text") return message.kind === "image" ? "sent a picture" : `sent ${message.filename ?? "a file"}`;
  return message.content.length > 90 ? `${message.content.slice(0, 90)}…` : message.content;
}

/** A slip over the page for each message that is not on screen already. */
function useNews({ line, onScreen }: Chat): void {
  const toast = useToast();
  useEffect(
    () =>
      line?.onNews((talkId, message) => {
        const talk = line.store.getState().talks.get(talkId);
        if (!talk || (onScreen.has(talkId) && document.visibilityState === "visible")) return;
        const { personId } = line.who;
        const address = sideOfPerson(talk.info, personId, false) === null ? `/desk/${talkId}?list=mine` : `/messages/${talkId}`;
        const action = (
          <Link href={address} className="font-semibold underline underline-offset-4">
            Read
          </Link>
        );
        toast({ tone: "plain", title: nameOfOther(talk.info, personId), text: wordsOf(message), action });
      }),
    [line, onScreen, toast],
  );
}

export function ChatProvider({ children }: { children: ReactNode }) {
  const user = useUser();
  const session = useSessionStore();
  const userId = user?.id ?? null;
  const personId = user ? personIdOf(user) : "";
  const staff = user ? isStaff(user) : false;
  const rights = user ? rightsOf(user) : "";
  const isStillHere = useIsStillHere(userId);
  const chat = useMemo<Chat>(() => {
    const isHere = userId !== null && typeof window !== "undefined";
    const rightsChanged = () => void session.getState().reload().catch(() => undefined);
    return { line: isHere ? makeLine({ userId, personId, isStaff: staff, rights }, { isStillHere, rightsChanged }) : null, onScreen: new Map() };
  }, [userId, personId, staff, rights, session, isStillHere]);
  useNews(chat);
  useEffect(() => {
    if (!chat.line) return;
    const line = chat.line;
    line.open();
    const seen = () => (document.visibilityState === "visible" ? line.retryNow() : line.leave());
    const left = () => line.leave();
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("pagehide", left);
    return () => {
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("pagehide", left);
      line.close();
    };
  }, [chat]);
  const lastUserId = useRef(userId);
  useEffect(() => {
    if (lastUserId.current !== null && lastUserId.current !== userId) tabDrafts().clear();
    lastUserId.current = userId;
  }, [userId]);
  return (
    <ChatContext value={chat}>
      {children}
      <NewsBadge />
    </ChatContext>
  );
}

function useChatRoom(): Chat {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error("no ChatProvider above");
  return chat;
}

/** The line of whoever is signed in; null for a visitor, and until the browser has taken over. */
export function useChatLine(): ChatLine | null {
  const { line } = useChatRoom();
  return useSyncExternalStore(
    noSubscription,
    () => line,
    () => null,
  );
}

const noSubscription = () => () => undefined;
const noChat = emptyChat("", false);
const noView: LineView = { line: { name: "idle" }, presses: [], unsent: [] };

/** Selects from the state of the chat; what is selected must keep its identity while it does not change. */
export function useChat<T>(select: (state: ChatState) => T): T {
  const line = useChatLine();
  return useSyncExternalStore(
    line ? line.store.subscribe : noSubscription,
    () => select(line ? line.store.getState() : noChat),
    () => select(noChat),
  );
}

export function useLineView(): LineView {
  const line = useChatLine();
  return useSyncExternalStore(
    line ? line.view.subscribe : noSubscription,
    () => (line ? line.view.getState() : noView),
    () => noView,
  );
}

export function useTalk(id: number | null): Talk | null {
  return useChat((state) => (id === null ? null : (state.talks.get(id) ?? null)));
}

/** Nothing pops up about a conversation while it is on screen. */
export function useIsOnScreen(id: number | null): void {
  const { onScreen } = useChatRoom();
  useEffect(() => {
    if (id === null) return;
    onScreen.set(id, (onScreen.get(id) ?? 0) + 1);
    return () => {
      const left = (onScreen.get(id) ?? 1) - 1;
      if (left > 0) onScreen.set(id, left);
      else onScreen.delete(id);
    };
  }, [onScreen, id]);
}

/** Unread messages of one's own conversations, and of those that the help desk gave to this agent. */
export function useUnread(): { own: number; desk: number } {
  return { own: useChat(unreadOfOwn), desk: useChat(unreadAtDesk) };
}

function NewsBadge() {
  const { own, desk } = useUnread();
  return <TitleBadge word="New" count={own + desk} />;
}

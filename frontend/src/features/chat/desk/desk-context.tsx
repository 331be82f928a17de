// What the console knows beside its conversations: who is there, who waits, one's own availability, the quick replies.
"use client";
import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useRef } from "react";
import { type DoorView, useDoor } from "@/lib/api/use-door";
import { useChat, useChatLine } from "../live/chat-context";
import type { HelpDesk, Reply } from "../types";
import { fetchHelpDesk, fetchReplies } from "./desk-calls";

const againMs = 15_000;
const gatherMs = 300;

interface Desk {
  desk: DoorView<HelpDesk>;
  replies: DoorView<Reply[]>;
}

const DeskContext = createContext<Desk | null>(null);

/** Reads the desk anew now and then, and soon after the line told that a conversation changed hands or state. */
export function useHelpDesk(): DoorView<HelpDesk> {
  const line = useChatLine();
  const read = useCallback(async () => {
    const desk = fetchHelpDesk();
    return line ? line.reader.learn(desk, ({ queue }) => queue) : desk;
  }, [line]);
  const view = useDoor(line ? "help-desk" : null, read);
  const { reload } = view;
  const talks = useChat((state) => state.talks);
  const hands = useMemo(() => [...talks.values()].map(({ info, place }) => `${info.id} ${info.status} ${info.assignee_id} ${place}`).join(), [talks]);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const timer = setTimeout(reload, gatherMs);
    return () => clearTimeout(timer);
  }, [hands, reload]);
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && reload(), againMs);
    return () => clearInterval(timer);
  }, [reload]);
  return view;
}

export function DeskProvider({ children }: { children: ReactNode }) {
  const desk = useHelpDesk();
  const replies = useDoor("replies", fetchReplies);
  return <DeskContext value={useMemo(() => ({ desk, replies }), [desk, replies])}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("no DeskProvider above");
  return desk;
}

export function useReplies(): Reply[] {
  const { state } = useDesk().replies;
  return state.kind === "ready" ? state.data : none;
}

const none: Reply[] = [];

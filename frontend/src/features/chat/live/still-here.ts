// Asks whether somebody is still signed in, when the house said over a line that his session has ended.
"use client";
import { useCallback } from "react";
import { useToast } from "@/components/ui/toast";
import { useSessionStore } from "@/lib/session/session-context";

/** The page goes on as a visitor's when he is not: it says so, and keeps what was typed. */
export function useIsStillHere(userId: number | null): () => Promise<boolean> {
  const store = useSessionStore();
  const toast = useToast();
  return useCallback(async () => {
    const { isLeaving, reload } = store.getState();
    const user = await reload();
    if (!user && !isLeaving) toast({ tone: "plain", title: "You are signed out here", text: "This session was ended on another device or by the house. Sign in to go on.", isUrgent: true });
    return user?.id === userId;
  }, [store, toast, userId]);
}

// Hands the session to the page, keeps it fresh, and listens to sign-ins of other tabs.
"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, createContext, useContext, useEffect, useState } from "react";
import { useStore } from "zustand";
import { renewSession } from "@/lib/api/browser";
import type { User } from "@/lib/api/types";
import { type SessionState, type SessionStore, createSessionStore } from "./session-store";

const SessionContext = createContext<SessionStore | null>(null);
/** The access cookie lives an hour. */
const renewEveryMs = 40 * 60_000;
/** On a bad line one is not signed out, only not known yet. */
const askAgainMs = 3_000;
const channelName = "saleroom-session";

function useRenewal(store: SessionStore): void {
  const router = useRouter();
  useEffect(() => {
    let again: ReturnType<typeof setTimeout>;
    let isGone = false;
    const learn = () => {
      if (isGone || store.getState().isKnown) return;
      renewSession()
        .then((isRenewed) => (isRenewed ? store.getState().reload() : null))
        .then((user) => (user ? router.refresh() : store.getState().setUser(null)))
        .catch(() => {
          again = setTimeout(learn, askAgainMs);
        });
    };
    learn();
    const timer = setInterval(() => {
      if (store.getState().user) renewSession().catch(() => undefined);
    }, renewEveryMs);
    return () => {
      isGone = true;
      clearTimeout(again);
      clearInterval(timer);
    };
  }, [store, router]);
}

function useOtherTabs(store: SessionStore): void {
  const router = useRouter();
  useEffect(() => {
    if (typeof BroadcastChannel === "undefined") return;
    const channel = new BroadcastChannel(channelName);
    let isEcho = false;
    channel.onmessage = () => {
      isEcho = true;
      void store
        .getState()
        .reload()
        .then(() => router.refresh())
        .catch(() => undefined)
        .finally(() => (isEcho = false));
    };
    const unsubscribe = store.subscribe((state, before) => {
      if (!isEcho && state.user?.id !== before.user?.id) channel.postMessage("changed");
    });
    return () => {
      unsubscribe();
      channel.close();
    };
  }, [store, router]);
}

export function SessionProvider({ user, canRenew, children }: { user: User | null; canRenew: boolean; children: ReactNode }) {
  const [store] = useState(() => createSessionStore({ user, canRenew }));
  useRenewal(store);
  useOtherTabs(store);
  return <SessionContext value={store}>{children}</SessionContext>;
}

export function useSessionStore(): SessionStore {
  const store = useContext(SessionContext);
  if (!store) throw new Error("no SessionProvider above");
  return store;
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useSessionStore(), select);
}

export function useUser(): User | null {
  return useSession((state) => state.user);
}

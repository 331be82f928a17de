// Who is signed in on this page; changes in one tab reach the others.
import { createStore } from "zustand/vanilla";
import { call } from "@/lib/api/browser";
import { Problem } from "@/lib/api/problem";
import type { User } from "@/lib/api/types";

export interface SessionState {
  user: User | null;
  /** When `user` was asked for, by `performance.now()`; 0 came with the page. What was changed after it need not stand in it. */
  askedAt: number;
  /** False while the thirty-day cookie is being turned into a new hour. */
  isKnown: boolean;
  /** Somebody is leaving by his own will: that his session ends is no news to him. */
  isLeaving: boolean;
  /** Where pages of one's own lead when they are left behind, instead of to signing in; taken once. */
  wayOut: string | null;
  setUser: (user: User | null, askedAt?: number) => void;
  /** Asks the backend who we are. */
  reload: () => Promise<User | null>;
  signIn: (name: string, password: string) => Promise<User>;
  signOut: () => Promise<void>;
  /** Does what ends one's own session; on failure one is still here. */
  leave: (act: () => Promise<unknown>, wayOut?: string | null) => Promise<void>;
}

async function fetchMe(): Promise<User | null> {
  try {
    return await call<User>("/users/me");
  } catch (error) {
    if (error instanceof Problem && (error.status === 401 || error.status === 403)) return null;
    throw error;
  }
}

export function createSessionStore(initial: { user: User | null; canRenew: boolean }) {
  return createStore<SessionState>()((set, get) => ({
    user: initial.user,
    askedAt: 0,
    isKnown: initial.user !== null || !initial.canRenew,
    isLeaving: false,
    wayOut: null,
    setUser: (user, askedAt = performance.now()) => set({ user, askedAt, isKnown: true }),
    reload: async () => {
      const askedAt = performance.now();
      const user = await fetchMe();
      get().setUser(user, askedAt);
      return user;
    },
    signIn: async (name, password) => {
      const body = name.includes("@") ? { email: name, password } : { username: name, password };
      await call("/auth/cookie/login-refresh", { method: "POST", body });
      const user = await get().reload();
      if (!user) throw new Problem({ status: 401, code: "not_signed_in", detail: "Your browser did not keep the sign-in. Are cookies allowed?", facts: {} });
      return user;
    },
    signOut: () =>
      get().leave(() =>
        call("/auth/cookie/logout", { method: "POST" }).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error;
        }),
      ),
    leave: async (act, wayOut = null) => {
      set({ isLeaving: true, wayOut });
      try {
        await act();
        get().setUser(null);
      } catch (error) {
        set({ wayOut: null });
        throw error;
      } finally {
        set({ isLeaving: false });
      }
    },
  }));
}

export type SessionStore = ReturnType<typeof createSessionStore>;

// The one panel of questions: opened by the help button of any page or by "ask the seller", about the page's thing.
"use client";
import { usePathname } from "next/navigation";
import { type ReactNode, createContext, useContext, useEffect, useState } from "react";
import { type StoreApi, createStore, useStore } from "zustand";
import { type PageThing, usePageThingNow } from "@/lib/house/page-thing";
import { useUser } from "@/lib/session/session-context";
import { tabDrafts } from "../live/drafts";
import type { Target } from "../types";

export interface Asking extends Target {
  title: string | null;
}

interface HelpState {
  asking: Asking | null;
}

const HelpContext = createContext<StoreApi<HelpState> | null>(null);

function useHelpStore(): StoreApi<HelpState> {
  const store = useContext(HelpContext);
  if (!store) throw new Error("no HelpProvider above");
  return store;
}

export function askingAbout(to: Target["to"], thing: PageThing | null): Asking {
  return { to, context: thing && { about: thing.about, id: thing.id, seq: thing.seq }, title: thing?.title ?? null };
}

export function HelpProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => createStore<HelpState>()(() => ({ asking: null })));
  const path = usePathname();
  const isSignedIn = useUser() !== null;
  const thingNow = usePageThingNow();
  // Another page is about another thing.
  useEffect(() => store.setState({ asking: null }), [store, path]);
  useEffect(() => {
    if (!isSignedIn) return;
    const asked = tabDrafts().comeBack(path);
    if (asked) store.setState({ asking: askingAbout(asked.to, thingNow()) });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the thing is read once, on coming back
  }, [store, path, isSignedIn]);
  return <HelpContext value={store}>{children}</HelpContext>;
}

export function useAsking(): Asking | null {
  return useStore(useHelpStore(), ({ asking }) => asking);
}

/** Opens the panel about what the page shows at this moment. */
export function useAsk(): (to: Target["to"], fallback?: PageThing) => void {
  const store = useHelpStore();
  const thingNow = usePageThingNow();
  return (to, fallback) => {
    const thing = thingNow();
    const isKnown = thing && thing.seq > 0;
    store.setState({ asking: askingAbout(to, isKnown ? thing : (fallback ?? thing)) });
  };
}

export function useStopAsking(): () => void {
  const store = useHelpStore();
  return () => store.setState({ asking: null });
}

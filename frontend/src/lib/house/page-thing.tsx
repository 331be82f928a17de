// What the page at hand is about, at the seq that is on screen: told by the page, read by whoever offers help with it.
"use client";
import { usePathname } from "next/navigation";
import { type ReactNode, createContext, useContext, useEffect, useState } from "react";
import { type StoreApi, createStore, useStore } from "zustand";

export interface PageThing {
  about: "lot" | "event" | "order";
  id: number;
  seq: number;
  title?: string;
}

interface ThingState {
  thing: PageThing | null;
}

const ThingContext = createContext<StoreApi<ThingState> | null>(null);

export function PageThingProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => createStore<ThingState>()(() => ({ thing: null })));
  return <ThingContext value={store}>{children}</ThingContext>;
}

function useThingStore(): StoreApi<ThingState> {
  const store = useContext(ThingContext);
  if (!store) throw new Error("no PageThingProvider above");
  return store;
}

/** A page says what it shows, as often as that changes. */
export function useSayPageThing({ about, id, seq, title }: PageThing): void {
  const store = useThingStore();
  useEffect(() => store.setState({ thing: { about, id, seq, title } }), [store, about, id, seq, title]);
  useEffect(() => () => store.setState({ thing: null }), [store]);
}

/** The same as a part of the page, for one that learns late what it shows. */
export function SayPageThing(thing: PageThing): null {
  useSayPageThing(thing);
  return null;
}

const addresses: [RegExp, PageThing["about"]][] = [
  [/^\/lots\/(\d+)$/, "lot"],
  [/^\/events\/(\d+)(?:\/|$)/, "event"],
  [/^\/orders\/(\d+)(?:\/|$)/, "order"],
];

/** What an address is about; the seq 0 stands for "as it is now". */
export function thingOfAddress(path: string): PageThing | null {
  for (const [shape, about] of addresses) {
    const found = shape.exec(path);
    if (found) return { about, id: Number(found[1]), seq: 0 };
  }
  return null;
}

/** Reads what the page is about at this moment, without following its changes. */
export function usePageThingNow(): () => PageThing | null {
  const store = useThingStore();
  const path = usePathname();
  return () => {
    const byAddress = thingOfAddress(path);
    const said = store.getState().thing;
    return said && byAddress && said.about === byAddress.about && said.id === byAddress.id ? said : byAddress;
  };
}

/** What the page is about, followed; only what it is and its title, since the seq runs. */
export function usePageThing(): Omit<PageThing, "seq"> | null {
  const path = usePathname();
  const byAddress = thingOfAddress(path);
  const said = useStore(useThingStore(), ({ thing }) => thing);
  if (!byAddress) return null;
  return { about: byAddress.about, id: byAddress.id, title: said && said.about === byAddress.about && said.id === byAddress.id ? said.title : undefined };
}

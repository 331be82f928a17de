// The lots this person has starred: one list for every star on the page, changed at once and put back when refused.
"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, createContext, useContext, useEffect, useState } from "react";
import { createStore, useStore } from "zustand";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { useUser } from "@/lib/session/session-context";
import { addFavourite, removeFavourite } from "./lot-calls";

function createFavouritesStore(ids: number[]) {
  return createStore<{ ids: ReadonlySet<number> }>()(() => ({ ids: new Set(ids) }));
}

const FavouritesContext = createContext<ReturnType<typeof createFavouritesStore> | null>(null);

export function FavouritesProvider({ children }: { children: ReactNode }) {
  const user = useUser();
  const [store] = useState(() => createFavouritesStore(user?.favorite_lots ?? []));
  const lots = user?.favorite_lots;
  useEffect(() => store.setState({ ids: new Set(lots ?? []) }), [store, lots]);
  return <FavouritesContext value={store}>{children}</FavouritesContext>;
}

/** Whether a lot is starred, and the act of changing it. */
export function useFavourite(lotId: number): { isStarred: boolean; toggle: () => void } {
  const store = useContext(FavouritesContext);
  if (!store) throw new Error("no FavouritesProvider above");
  const user = useUser();
  const router = useRouter();
  const toast = useToast();
  const isStarred = useStore(store, (state) => state.ids.has(lotId));
  const set = (starred: boolean) =>
    store.setState(({ ids }) => {
      const next = new Set(ids);
      if (starred) next.add(lotId);
      else next.delete(lotId);
      return { ids: next };
    });
  const toggle = () => {
    if (!user) {
      router.push(`/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`);
      return;
    }
    set(!isStarred);
    (isStarred ? removeFavourite(lotId) : addFavourite(lotId)).catch((error: unknown) => {
      set(isStarred);
      toast({ tone: "bad", title: "The star did not stick", text: sentence(error) });
    });
  };
  return { isStarred, toggle };
}

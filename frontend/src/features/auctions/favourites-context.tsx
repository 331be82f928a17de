// The lots this person has starred: one list for every star on the page, changed at once and put back when refused.
"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, createContext, useContext, useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { useSession, useUser } from "@/lib/session/session-context";
import { addFavourite, removeFavourite } from "./lot-calls";
import { Stars } from "./stars";

const FavouritesContext = createContext<Stars | null>(null);
const none: number[] = [];
const now = () => performance.now();

export function FavouritesProvider({ children }: { children: ReactNode }) {
  const user = useUser();
  const userId = user?.id ?? null;
  const askedAt = useSession((state) => state.askedAt);
  const lots = user?.favorite_lots ?? none;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another person has other stars; what is read of this one's is learned below
  const stars = useMemo(() => new Stars(lots, { add: addFavourite, remove: removeFavourite, now }), [userId]);
  useEffect(() => stars.learn(lots, askedAt), [stars, lots, askedAt]);
  return <FavouritesContext value={stars}>{children}</FavouritesContext>;
}

/** Whether a lot is starred, and the act of changing it. */
export function useFavourite(lotId: number): { isStarred: boolean; toggle: () => void } {
  const stars = useContext(FavouritesContext);
  if (!stars) throw new Error("no FavouritesProvider above");
  const user = useUser();
  const router = useRouter();
  const toast = useToast();
  const isStarred = useStore(stars.store, (state) => state.ids.has(lotId));
  const toggle = () => {
    if (!user) {
      router.push(`/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`);
      return;
    }
    stars.set(lotId, !isStarred).catch((error: unknown) => {
      toast({ tone: "bad", title: "The star did not stick", text: sentence(error) });
    });
  };
  return { isStarred, toggle };
}

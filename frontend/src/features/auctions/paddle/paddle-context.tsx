// Watches the lots one has bid on, on whatever page one is, and tells at once when the lead is lost or the hammer falls.
"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, createContext, useContext, useEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import { TitleBadge } from "@/components/ui/title-badge";
import { useToast } from "@/components/ui/toast";
import { browserDisk } from "@/lib/commands/safe-storage";
import { useMoney } from "@/lib/house/house-context";
import { browserTimers } from "@/lib/realtime/ports";
import { useUser } from "@/lib/session/session-context";
import { useRooms } from "../live/rooms-context";
import { fetchLot, fetchMyBids } from "../lot-calls";
import type { LotState } from "../lot-state";
import { type PaddleState, type PaddleStore, createPaddleStore } from "./paddle-store";
import { PaddleWatch } from "./paddle-watch";
import { saveReceipt } from "./receipts";
import type { Turn } from "./turn";

const PaddleContext = createContext<PaddleStore | null>(null);
type Tell = (turn: Turn, state: LotState, title: string) => void;

/** Whoever leaves a page is still on it for the router until the next one is there: what came meanwhile is told there. */
const leavingMs = 3_000;

/** When a way to another page was pressed here, however long that page takes; null where none was. */
function useLeftAt(): React.RefObject<number | null> {
  const leftAtRef = useRef<number | null>(null);
  useEffect(() => {
    const pressed = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link && link.pathname !== window.location.pathname) leftAtRef.current = performance.now();
    };
    document.addEventListener("click", pressed, true);
    return () => document.removeEventListener("click", pressed, true);
  }, []);
  return leftAtRef;
}

function useTell(store: PaddleStore): React.RefObject<Tell> {
  const toast = useToast();
  const money = useMoney();
  const path = usePathname();
  const leftAtRef = useLeftAt();
  const shown = useRef<{ news: Parameters<Tell>; at: number } | null>(null);
  const tell: Tell = (turn, state, title) => {
    const isHere = path === `/lots/${state.lotId}` && document.visibilityState === "visible";
    store.getState().setOutbid(state.lotId, turn === "outbid" && !isHere);
    if (isHere) shown.current = { news: [turn, state, title], at: performance.now() };
    if (isHere || turn === "leading") return;
    const action = (
      <Link href={`/lots/${state.lotId}`} className="font-semibold underline underline-offset-4">
        {turn === "outbid" ? "Go to the lot" : "See the lot"}
      </Link>
    );
    const price = money(state.currentPrice);
    const words = {
      outbid: { tone: "bad", title: `Outbid on “${title}”`, text: `It stands at ${price}; the next bid is ${money(state.nextMin)}.`, isUrgent: true },
      won: { tone: "good", title: `“${title}” is yours`, text: `The hammer fell at ${price}.` },
      lost: { tone: "plain", title: `“${title}” has closed`, text: `It ended at ${price}, not in your favour.` },
      withdrawn: { tone: "plain", title: `“${title}” was withdrawn`, text: "Your bid binds you to nothing." },
    } as const;
    toast({ ...words[turn], action });
  };
  const ref = useRef(tell);
  useEffect(() => {
    ref.current = tell;
  });
  useEffect(() => {
    const last = shown.current;
    shown.current = null;
    if (last && last.at >= Math.min(leftAtRef.current ?? Infinity, performance.now() - leavingMs)) ref.current(...last.news);
    leftAtRef.current = null;
  }, [path, leftAtRef]);
  return ref;
}

function useWatch(store: PaddleStore, userId: number | null, tell: React.RefObject<Tell>): void {
  const { rooms, onAnswer } = useRooms();
  useEffect(() => {
    if (userId === null) return;
    const watch = new PaddleWatch(userId, { rooms, timers: browserTimers, fetchLot, tell: (...news) => tell.current(...news) });
    const stopHearing = onAnswer((lotId, answer) => answer.kind === "accepted" && watch.led(lotId, answer.seq));
    const follow = ({ pressedLotIds, lotIds }: PaddleState) => watch.follow([...new Set([...pressedLotIds, ...lotIds])]);
    const unsubscribe = store.subscribe(follow);
    follow(store.getState());
    return () => {
      stopHearing();
      unsubscribe();
      watch.close();
    };
  }, [rooms, onAnswer, store, userId, tell]);
}

export function PaddleProvider({ children }: { children: ReactNode }) {
  const userId = useUser()?.id ?? null;
  const { rooms, onAnswer } = useRooms();
  const store = useMemo(() => createPaddleStore(userId, browserDisk()), [userId]);
  const tell = useTell(store);
  useWatch(store, userId, tell);
  const path = usePathname();

  useEffect(() => {
    if (userId === null) return;
    store.getState().setPressed(rooms.lotsWithPresses(userId));
    fetchMyBids()
      .then(({ items }) => store.getState().addLots(items.filter((bid) => bid.lot.status === "open").map((bid) => bid.lot.id)))
      .catch(() => undefined);
  }, [store, rooms, userId]);

  useEffect(
    () =>
      onAnswer((lotId, answer) => {
        if (answer.kind !== "accepted" || userId === null) return;
        saveReceipt(browserDisk(), userId, { ...answer, lotId, keptAt: new Date().toISOString() });
        store.getState().addLots([lotId]);
      }),
    [onAnswer, store, userId],
  );

  useEffect(() => {
    const seen = () => {
      const lotId = Number(/^\/lots\/(\d+)$/.exec(path)?.[1]);
      if (lotId && document.visibilityState === "visible") store.getState().setOutbid(lotId, false);
    };
    seen();
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [path, store]);

  return (
    <PaddleContext value={store}>
      {children}
      <TitleBadge word="Outbid" count={useStore(store, (state) => state.outbid.size)} />
    </PaddleContext>
  );
}

function usePaddleStore(): PaddleStore {
  const store = useContext(PaddleContext);
  if (!store) throw new Error("no PaddleProvider above");
  return store;
}

export function useHasPaddleOn(lotId: number): boolean {
  return useStore(usePaddleStore(), (state) => state.lotIds.includes(lotId));
}

export function useOutbidCount(): number {
  return useStore(usePaddleStore(), (state) => state.outbid.size);
}

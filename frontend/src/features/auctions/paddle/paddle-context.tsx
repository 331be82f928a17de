// Watches the lots one has bid on, on whatever page one is, and tells at once when the lead is lost or the hammer falls.
"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, createContext, useContext, useEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import { useToast } from "@/components/ui/toast";
import { browserDisk } from "@/lib/commands/safe-storage";
import { useMoney } from "@/lib/house/house-context";
import { useUser } from "@/lib/session/session-context";
import { urgency } from "../live/lot-rooms";
import { useRooms } from "../live/rooms-context";
import { fetchLot, fetchMyBids } from "../lot-calls";
import { type LotState, fromLot } from "../lot-state";
import { type PaddleStore, createPaddleStore } from "./paddle-store";
import { saveReceipt } from "./receipts";
import { TitleBadge } from "./title-badge";
import { type Turn, turnBetween } from "./turn";

/** Watched at once; a person follows few lots in one evening, and sockets are scarce. */
const watchedMax = 5;

const PaddleContext = createContext<PaddleStore | null>(null);
type Tell = (turn: Turn, state: LotState, title: string) => void;

function useTell(store: PaddleStore): React.RefObject<Tell> {
  const toast = useToast();
  const money = useMoney();
  const path = usePathname();
  const tell: Tell = (turn, state, title) => {
    const isHere = path === `/lots/${state.lotId}` && document.visibilityState === "visible";
    store.getState().setOutbid(state.lotId, turn === "outbid" && !isHere);
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
  return ref;
}

function useWatch(store: PaddleStore, userId: number | null, tell: React.RefObject<Tell>): void {
  const { rooms } = useRooms();
  const lotIds = useStore(store, (state) => state.lotIds);
  const watched = lotIds.slice(0, watchedMax).join(",");
  useEffect(() => {
    if (userId === null || !watched) return;
    let isGone = false;
    const leaves: (() => void)[] = [];
    for (const id of watched.split(",").map(Number)) {
      void fetchLot(id)
        .then((lot) => {
          if (isGone || (lot.status !== "open" && !rooms.lotsWithPresses(userId).includes(id))) return;
          const seat = rooms.join(fromLot(lot, null), urgency.mine);
          seat.room.desk.resume(userId);
          const unsubscribe = seat.room.store.subscribe((after, before) => {
            const turn = turnBetween(before, after, userId);
            if (turn) tell.current(turn, after, lot.title);
          });
          leaves.push(unsubscribe, seat.leave);
        })
        .catch(() => undefined);
    }
    return () => {
      isGone = true;
      leaves.forEach((leave) => leave());
    };
  }, [rooms, watched, userId, tell]);
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
    store.getState().addLots(rooms.lotsWithPresses(userId));
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
      <TitleBadge store={store} />
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

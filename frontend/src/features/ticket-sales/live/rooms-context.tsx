// Gives the pages of the on-sale their live rooms, and keeps them in step with sign-in and with the tab being seen.
"use client";
import { type ReactNode, createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useServerClock } from "@/lib/clock/clock-context";
import { browserDisk } from "@/lib/commands/safe-storage";
import { browserNetwork, browserTimers, openBrowserSocket } from "@/lib/realtime/ports";
import { useUser } from "@/lib/session/session-context";
import { pendingWishes } from "../buying/wish";
import type { SaleState } from "../sale-state";
import type { SaleRoom, SaleRoomView } from "./sale-room";
import { SaleRooms, type Urgency } from "./sale-rooms";

const SaleRoomsContext = createContext<SaleRooms | null>(null);

export function SaleRoomsProvider({ children }: { children: ReactNode }) {
  const clock = useServerClock();
  const userId = useUser()?.id ?? null;
  const [rooms] = useState(
    () => new SaleRooms({ openSocket: openBrowserSocket, timers: browserTimers, network: browserNetwork, clock, pending: pendingWishes(browserDisk()) }),
  );
  const lastUserId = useRef(userId);
  useEffect(() => {
    if (lastUserId.current === userId) return;
    lastUserId.current = userId;
    rooms.reopenAll();
  }, [userId, rooms]);
  useEffect(() => {
    const seen = () => rooms.setHidden(document.visibilityState === "hidden");
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [rooms]);
  return <SaleRoomsContext value={rooms}>{children}</SaleRoomsContext>;
}

/** Sits in a sale's room while mounted; null until the browser has taken over. */
export function useSaleRoom(initial: SaleState, need: Urgency, isWanted = true): SaleRoom | null {
  const rooms = useContext(SaleRoomsContext);
  if (!rooms) throw new Error("no SaleRoomsProvider above");
  const [room, setRoom] = useState<SaleRoom | null>(null);
  const newest = useRef(initial);
  useEffect(() => {
    newest.current = initial;
  });
  const { saleId } = initial;
  useEffect(() => {
    if (!isWanted) return;
    const seat = rooms.join(newest.current, need);
    setRoom(seat.room);
    return () => {
      seat.leave();
      setRoom(null);
    };
  }, [rooms, saleId, need, isWanted]);
  return room;
}

const nothing: SaleRoomView = { line: { name: "connecting" }, presses: [], lastAnswer: null };
const noSubscription = () => () => undefined;

/** The sale's state: the room's when we sit in it, else what the server rendered. */
export function useSaleState(room: SaleRoom | null, initial: SaleState): SaleState {
  return useSyncExternalStore(
    room ? room.store.subscribe : noSubscription,
    () => room?.store.getState() ?? initial,
    () => initial,
  );
}

export function useSaleRoomView(room: SaleRoom | null): SaleRoomView {
  return useSyncExternalStore(
    room ? room.view.subscribe : noSubscription,
    () => room?.view.getState() ?? nothing,
    () => nothing,
  );
}

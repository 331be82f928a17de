// Gives the page its live rooms, and keeps them in step with sign-in and with the tab being seen.
"use client";
import { type ReactNode, createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useServerClock } from "@/lib/clock/clock-context";
import { PendingCommands } from "@/lib/commands/pending-commands";
import { browserDisk } from "@/lib/commands/safe-storage";
import { browserNetwork, browserTimers, openBrowserSocket } from "@/lib/realtime/ports";
import { useUser } from "@/lib/session/session-context";
import type { BidAnswer } from "../bidding/answer";
import type { LotState } from "../lot-state";
import type { LotRoom, RoomView } from "./lot-room";
import { LotRooms, type Urgency } from "./lot-rooms";

type AnswerListener = (lotId: number, answer: BidAnswer) => void;

interface Rooms {
  rooms: LotRooms;
  onAnswer: (listener: AnswerListener) => () => void;
}

const RoomsContext = createContext<Rooms | null>(null);

export function RoomsProvider({ children }: { children: ReactNode }) {
  const clock = useServerClock();
  const user = useUser();
  const [value] = useState<Rooms>(() => {
    const listeners = new Set<AnswerListener>();
    const rooms = new LotRooms({
      openSocket: openBrowserSocket,
      timers: browserTimers,
      network: browserNetwork,
      clock,
      pending: new PendingCommands(browserDisk()),
      onAnswer: (lotId, answer) => listeners.forEach((listener) => listener(lotId, answer)),
    });
    return {
      rooms,
      onAnswer: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  });

  const userId = user?.id ?? null;
  const lastUserId = useRef(userId);
  useEffect(() => {
    if (lastUserId.current === userId) return;
    lastUserId.current = userId;
    value.rooms.reopenAll();
  }, [userId, value]);

  useEffect(() => {
    const seen = () => value.rooms.setHidden(document.visibilityState === "hidden");
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [value]);

  return <RoomsContext value={value}>{children}</RoomsContext>;
}

export function useRooms(): Rooms {
  const value = useContext(RoomsContext);
  if (!value) throw new Error("no RoomsProvider above");
  return value;
}

/** Sits in a lot's room while mounted; null until the browser has taken over. */
export function useRoom(initial: LotState, need: Urgency, isWanted = true): LotRoom | null {
  const { rooms } = useRooms();
  const [room, setRoom] = useState<LotRoom | null>(null);
  const newest = useRef(initial);
  useEffect(() => {
    newest.current = initial;
  });
  const { lotId } = initial;
  useEffect(() => {
    if (!isWanted) return;
    const seat = rooms.join(newest.current, need);
    setRoom(seat.room);
    return () => {
      seat.leave();
      setRoom(null);
    };
  }, [rooms, lotId, need, isWanted]);
  return room;
}

const nothing: RoomView = { line: { name: "connecting" }, presses: [], lastAnswer: null, edition: 0 };
const noSubscription = () => () => undefined;

/** The lot's state: the room's when we sit in it, else what the server rendered. */
export function useLotState(room: LotRoom | null, initial: LotState): LotState {
  return useSyncExternalStore(
    room ? room.store.subscribe : noSubscription,
    () => room?.store.getState() ?? initial,
    () => initial,
  );
}

export function useRoomView(room: LotRoom | null): RoomView {
  return useSyncExternalStore(
    room ? room.view.subscribe : noSubscription,
    () => room?.view.getState() ?? nothing,
    () => nothing,
  );
}

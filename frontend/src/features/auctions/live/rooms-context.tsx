// Gives the page its live rooms of lots.
"use client";
import { type ReactNode, createContext, useContext, useState } from "react";
import { useServerClock } from "@/lib/clock/clock-context";
import { browserDisk } from "@/lib/commands/safe-storage";
import type { Urgency } from "@/lib/realtime/live-rooms";
import { browserWorld } from "@/lib/realtime/ports";
import { useRoomsInStep, useSeat, useStoreOr } from "@/lib/realtime/use-rooms";
import type { BidAnswer } from "../bidding/answer";
import { pendingBids } from "../bidding/bid-wish";
import type { LotState } from "../lot-state";
import type { LotRoom, RoomView } from "./lot-room";
import { LotRooms } from "./lot-rooms";

type AnswerListener = (lotId: number, answer: BidAnswer) => void;

interface Rooms {
  rooms: LotRooms;
  onAnswer: (listener: AnswerListener) => () => void;
}

const RoomsContext = createContext<Rooms | null>(null);

export function RoomsProvider({ children }: { children: ReactNode }) {
  const clock = useServerClock();
  const [value] = useState<Rooms>(() => {
    const listeners = new Set<AnswerListener>();
    const rooms = new LotRooms({
      ...browserWorld,
      clock,
      pending: pendingBids(browserDisk()),
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

  useRoomsInStep(value.rooms);
  return <RoomsContext value={value}>{children}</RoomsContext>;
}

export function useRooms(): Rooms {
  const value = useContext(RoomsContext);
  if (!value) throw new Error("no RoomsProvider above");
  return value;
}

/** Sits in a lot's room while mounted; null until the browser has taken over. */
export function useRoom(initial: LotState, need: Urgency, isWanted = true): LotRoom | null {
  return useSeat<LotState, LotRoom>(useRooms().rooms, initial.lotId, initial, need, isWanted);
}

const nothing: RoomView = { line: { name: "connecting" }, presses: [], lastAnswer: null, edition: 0 };

/** The lot's state: the room's when we sit in it, else what the server rendered. */
export function useLotState(room: LotRoom | null, initial: LotState): LotState {
  return useStoreOr(room?.store, initial);
}

export function useRoomView(room: LotRoom | null): RoomView {
  return useStoreOr(room?.view, nothing);
}

// Gives the pages of the on-sale their live rooms.
"use client";
import { type ReactNode, createContext, useContext, useState } from "react";
import { useServerClock } from "@/lib/clock/clock-context";
import { browserDisk } from "@/lib/commands/safe-storage";
import type { Urgency } from "@/lib/realtime/live-rooms";
import { browserWorld } from "@/lib/realtime/ports";
import { useRoomsInStep, useSeat, useStoreOr } from "@/lib/realtime/use-rooms";
import { pendingWishes } from "../buying/wish";
import type { SaleState } from "../sale-state";
import type { SaleRoom, SaleRoomView } from "./sale-room";
import { SaleRooms } from "./sale-rooms";

const SaleRoomsContext = createContext<SaleRooms | null>(null);

export function SaleRoomsProvider({ children }: { children: ReactNode }) {
  const clock = useServerClock();
  const [rooms] = useState(() => new SaleRooms({ ...browserWorld, clock, pending: pendingWishes(browserDisk()) }));
  useRoomsInStep(rooms);
  return <SaleRoomsContext value={rooms}>{children}</SaleRoomsContext>;
}

/** Sits in a sale's room while mounted; null until the browser has taken over. */
export function useSaleRoom(initial: SaleState, need: Urgency, isWanted = true): SaleRoom | null {
  const rooms = useContext(SaleRoomsContext);
  if (!rooms) throw new Error("no SaleRoomsProvider above");
  return useSeat<SaleState, SaleRoom>(rooms, initial.saleId, initial, need, isWanted);
}

const nothing: SaleRoomView = { line: { name: "connecting" }, presses: [], lastAnswer: null };

/** The sale's state: the room's when we sit in it, else what the server rendered. */
export function useSaleState(room: SaleRoom | null, initial: SaleState): SaleState {
  return useStoreOr(room?.store, initial);
}

export function useSaleRoomView(room: SaleRoom | null): SaleRoomView {
  return useStoreOr(room?.view, nothing);
}

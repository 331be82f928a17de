// Joins live rooms to pages: who is signed in, whether the tab is seen, and what a part of the page looks at.
"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { StoreApi } from "zustand/vanilla";
import { useUser } from "@/lib/session/session-context";
import type { LiveRoom, LiveRooms, Urgency } from "./live-rooms";

/** Keeps rooms in step with sign-in and with the tab being seen. */
export function useRoomsInStep<State, Room extends LiveRoom<State>>(rooms: LiveRooms<State, Room>): void {
  const userId = useUser()?.id ?? null;
  const lastUserId = useRef(userId);
  useEffect(() => {
    if (lastUserId.current === userId) return;
    lastUserId.current = userId;
    rooms.changeUser(userId);
  }, [userId, rooms]);
  useEffect(() => {
    const seen = () => rooms.setHidden(document.visibilityState === "hidden");
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [rooms]);
}

/** Sits in a room while mounted; null until the browser has taken over. */
export function useSeat<State, Room extends LiveRoom<State>>(rooms: LiveRooms<State, Room>, id: number, initial: State, need: Urgency, isWanted: boolean): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  const newest = useRef(initial);
  useEffect(() => {
    newest.current = initial;
  });
  useEffect(() => {
    if (!isWanted) return;
    const seat = rooms.join(id, newest.current, need);
    setRoom(seat.room);
    return () => {
      seat.leave();
      setRoom(null);
    };
  }, [rooms, id, need, isWanted]);
  return room;
}

const noSubscription = () => () => undefined;

/** What a room's store holds when we sit in it, else what the server rendered. */
export function useStoreOr<Value>(store: Pick<StoreApi<Value>, "subscribe" | "getState"> | undefined, rendered: Value): Value {
  return useSyncExternalStore(
    store ? store.subscribe : noSubscription,
    () => store?.getState() ?? rendered,
    () => rendered,
  );
}

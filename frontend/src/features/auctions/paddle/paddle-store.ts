// Which lots this person has raised a paddle on, and where he was outbid without having looked since.
import { createStore } from "zustand/vanilla";
import type { KeyValueStore } from "@/lib/commands/safe-storage";

export interface PaddleState {
  /** Newest first. */
  lotIds: number[];
  /** Lots on which the lead was lost and not yet seen. */
  outbid: ReadonlySet<number>;
  /** Lots on which a press has no answer yet: watched, but nobody has bid there for all that is known. */
  pressedLotIds: number[];
  addLots: (ids: number[]) => void;
  setPressed: (ids: number[]) => void;
  setOutbid: (lotId: number, isOutbid: boolean) => void;
}

const lotsMax = 200;

function readIds(disk: KeyValueStore, key: string): number[] {
  try {
    const value: unknown = JSON.parse(disk.getItem(key) ?? "[]");
    return Array.isArray(value) ? value.filter((id) => Number.isInteger(id)) : [];
  } catch {
    return [];
  }
}

export function createPaddleStore(userId: number | null, disk: KeyValueStore) {
  const key = `saleroom.paddle.${userId}`;
  return createStore<PaddleState>()((set) => ({
    lotIds: userId === null ? [] : readIds(disk, key),
    outbid: new Set(),
    pressedLotIds: [],
    setPressed: (pressedLotIds) => set({ pressedLotIds }),
    addLots: (ids) =>
      set((state) => {
        const fresh = ids.filter((id) => !state.lotIds.includes(id));
        if (userId === null || fresh.length === 0) return state;
        const lotIds = [...fresh, ...state.lotIds].slice(0, lotsMax);
        disk.setItem(key, JSON.stringify(lotIds));
        return { lotIds };
      }),
    setOutbid: (lotId, isOutbid) =>
      set((state) => {
        if (state.outbid.has(lotId) === isOutbid) return state;
        const outbid = new Set(state.outbid);
        if (isOutbid) outbid.add(lotId);
        else outbid.delete(lotId);
        return { outbid };
      }),
  }));
}

export type PaddleStore = ReturnType<typeof createPaddleStore>;

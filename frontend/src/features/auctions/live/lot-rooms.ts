// The lots this tab listens to: the lot page and the lots one bids on go before cards of the catalogue.
import { LiveRooms } from "@/lib/realtime/live-rooms";
import { fetchLot } from "../lot-calls";
import { type LotState, fromLot } from "../lot-state";
import { LotRoom, type RoomPorts } from "./lot-room";

/** Accounts may hold 20 sockets: a second tab must still get some. */
export const socketsMax = 9;
const pollMs = 15_000;

export class LotRooms extends LiveRooms<LotState, LotRoom> {
  constructor(private readonly roomPorts: RoomPorts) {
    const look = async (id: number) => {
      const lot = await fetchLot(id);
      roomPorts.clock.observe(lot.server_time);
      return fromLot(lot, null);
    };
    super({ timers: roomPorts.timers, socketsMax, make: (initial) => new LotRoom(initial.lotId, initial, roomPorts), poll: { everyMs: pollMs, look } });
  }

  /** Lots on which this person pressed and got no answer yet. */
  lotsWithPresses(userId: number): number[] {
    return [...new Set(this.roomPorts.pending.of(userId).map((entry) => entry.lotId))];
  }
}

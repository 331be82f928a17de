// The sales this tab listens to: the sale whose page is open goes before cards of the programme.
import { LiveRooms } from "@/lib/realtime/live-rooms";
import type { SaleState } from "../sale-state";
import { SaleRoom, type SaleRoomPorts } from "./sale-room";

/** Accounts may hold 20 sockets, and lots take up to nine of them. */
export const socketsMax = 6;

export class SaleRooms extends LiveRooms<SaleState, SaleRoom> {
  constructor(ports: SaleRoomPorts) {
    super({ timers: ports.timers, socketsMax, make: (initial) => new SaleRoom(initial.saleId, initial, ports) });
  }
}

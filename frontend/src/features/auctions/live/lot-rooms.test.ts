// Few sockets a tab: the lot page and one's own lots first, cards after, one socket a lot however many look.
import { expect, test } from "vitest";
import { ServerClock } from "@/lib/clock/server-clock";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { urgency } from "@/lib/realtime/live-rooms";
import { FakeNetwork, FakeSocket, FakeTimers } from "@/lib/realtime/fake-socket";
import { pendingBids } from "../bidding/bid-wish";
import type { LotState } from "../lot-state";
import { LotRooms, socketsMax } from "./lot-rooms";

function tab() {
  const timers = new FakeTimers();
  const sockets: FakeSocket[] = [];
  const rooms = new LotRooms({
    openSocket: (address) => {
      const socket = new FakeSocket(address);
      sockets.push(socket);
      return socket;
    },
    timers,
    network: new FakeNetwork(),
    clock: new ServerClock(() => 0, () => 0),
    pending: pendingBids(fakeDisk()),
  });
  const openLots = () => sockets.filter((socket) => !socket.isClosedByUs).map((socket) => Number(/lots\/(\d+)/.exec(socket.address)?.[1]));
  return { rooms, timers, sockets, openLots };
}

const lot = (lotId: number, over: Partial<LotState> = {}) => ({ lotId, seq: 3, historySeq: -1, bids: [], bidCount: 0, isActive: true, people: null, ...over }) as unknown as LotState;

test("two parts of a page that look at one lot share its socket", () => {
  const { rooms, sockets } = tab();
  const card = rooms.join(7, lot(7), urgency.card);
  const page = rooms.join(7, lot(7), urgency.page);
  expect(page.room).toBe(card.room);
  expect(sockets).toHaveLength(1);
});

test("walking from a card to its page keeps the line", () => {
  const { rooms, timers, sockets } = tab();
  rooms.join(7, lot(7), urgency.card).leave();
  timers.pass(1_000);
  rooms.join(7, lot(7), urgency.page);
  timers.pass(8_000);
  expect(sockets[0]!.isClosedByUs).toBe(false);
});

test("a room nobody looks at any more is closed", () => {
  const { rooms, timers, openLots } = tab();
  rooms.join(7, lot(7), urgency.card).leave();
  timers.pass(5_000);
  expect(openLots()).toEqual([]);
});

test("never more sockets than allowed, and the page goes before the cards", () => {
  const { rooms, openLots } = tab();
  for (let id = 1; id <= socketsMax + 4; id += 1) rooms.join(id, lot(id), urgency.card);
  expect(openLots()).toHaveLength(socketsMax);
  rooms.join(99, lot(99), urgency.page);
  expect(openLots()).toHaveLength(socketsMax);
  expect(openLots()).toContain(99);
});

test("a hidden tab keeps only what is one's own", () => {
  const { rooms, openLots } = tab();
  rooms.join(1, lot(1), urgency.card);
  rooms.join(2, lot(2), urgency.mine);
  rooms.setHidden(true);
  expect(openLots()).toEqual([2]);
  rooms.setHidden(false);
  expect(openLots().sort()).toEqual([1, 2]);
});

test("a press without an answer keeps its line after one has walked on", () => {
  const { rooms, timers, sockets, openLots } = tab();
  const seat = rooms.join(7, lot(7), urgency.page);
  sockets[0]!.hears({ type: "USERS_COUNT", count: 1 });
  seat.room.desk.press(1, { lotId: 7, amount: 210 });
  seat.leave();
  timers.pass(5_000);
  expect(openLots()).toEqual([7]);
  expect(rooms.lotsWithPresses(1)).toEqual([7]);
});

test("a room that nobody looks at keeps no press of somebody who signed out", () => {
  const { rooms, timers, sockets, openLots } = tab();
  const seat = rooms.join(7, lot(7), urgency.page);
  sockets[0]!.hears({ type: "USERS_COUNT", count: 1 });
  seat.room.desk.press(1, { lotId: 7, amount: 210 });
  seat.leave();
  rooms.changeUser(null);
  timers.pass(8_000);
  expect(openLots()).toEqual([]);
  expect(rooms.lotsWithPresses(1)).toEqual([7]);
});

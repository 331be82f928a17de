// Whoever bid is told when he loses the lead, also if that comes in the moment after his first bid and he has walked on.
import { expect, test } from "vitest";
import type { Lot } from "@/lib/api/types";
import { ServerClock } from "@/lib/clock/server-clock";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { urgency } from "@/lib/realtime/live-rooms";
import { FakeNetwork, FakeSocket, FakeTimers } from "@/lib/realtime/fake-socket";
import { pendingBids } from "../bidding/bid-wish";
import { LotRooms } from "../live/lot-rooms";
import { fromLot } from "../lot-state";
import { PaddleWatch, watchedMax } from "./paddle-watch";

const me = 1;
const far = "2090-01-01T00:00:00Z";
const lotOf = (id: number, over: Partial<Lot> = {}) =>
  ({ id, title: `Painting ${id}`, status: "open", is_active: true, current_price: 100, next_min: 110, bid_count: 0, owner_id: null, start_time: far, end_time: far, seq: 2, ...over }) as Lot;

function evening(lots: Lot[]) {
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
  const told: string[] = [];
  const asked: number[] = [];
  const house = { isReachable: true, lots };
  const watch = new PaddleWatch(me, {
    rooms,
    timers,
    fetchLot: async (id) => {
      asked.push(id);
      await Promise.resolve();
      if (!house.isReachable) throw new Error("away");
      return house.lots.find((lot) => lot.id === id)!;
    },
    tell: (turn, state, title) => told.push(`${turn} ${title} at ${state.currentPrice}`),
  });
  const on = (lotId: number) => sockets.filter((socket) => socket.address.includes(`/lots/${lotId}`) && !socket.isClosedByUs).at(-1);
  const bid = (lotId: number, seq: number, by: number, over: object = {}) =>
    on(lotId)?.hears({ type: "NEW_BID", seq, bid: { id: seq, user_id: by, bidder_name: "", amount: seq * 100, lot_id: lotId, created_at: far, auto: false }, next_min: 0, end_time: far, bid_count: seq, server_time: far, ...over });
  return { rooms, timers, watch, told, asked, house, on, bid };
}

const answers = async () => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};

test("somebody who leaves the lot page right after his first bid is told that he was outbid", async () => {
  const { rooms, watch, told, bid } = evening([lotOf(7)]);
  const page = rooms.join(7, fromLot(lotOf(7), null), urgency.page);
  watch.led(7, 3);
  watch.follow([7]);
  page.leave();
  bid(7, 3, me);
  bid(7, 4, 2);
  await answers();
  expect(told).toEqual(["leading Painting 7 at 300", "outbid Painting 7 at 400"]);
});

test("he is told as well when the line skipped his own bid", async () => {
  const { rooms, watch, told, bid } = evening([lotOf(7, { owner_id: 2, bid_count: 1 })]);
  rooms.join(7, fromLot(lotOf(7, { owner_id: 2, bid_count: 1 }), null), urgency.page);
  watch.led(7, 3);
  watch.follow([7]);
  bid(7, 4, 2, { skipped: 1 });
  await answers();
  expect(told).toEqual(["outbid Painting 7 at 400"]);
});

test("he is told when it had happened before anybody looked, and only once", async () => {
  const { watch, told } = evening([lotOf(7, { owner_id: 2, seq: 9, current_price: 900 }), lotOf(8)]);
  watch.led(7, 3);
  watch.follow([7]);
  await answers();
  watch.follow([]);
  watch.follow([8, 7]);
  await answers();
  expect(told).toEqual(["outbid Painting 7 at 900"]);
});

test("who was outbid in an earlier visit is not told again at every page", async () => {
  const { watch, told } = evening([lotOf(7, { owner_id: 2, seq: 9 })]);
  watch.follow([7]);
  await answers();
  expect(told).toEqual([]);
});

test("a bid on another lot leaves the watch over the first as it is", async () => {
  const { watch, told, asked, bid } = evening([lotOf(7, { owner_id: me, seq: 3 }), lotOf(8)]);
  watch.follow([7]);
  await answers();
  watch.follow([8, 7]);
  bid(7, 4, 2);
  await answers();
  expect(told).toEqual(["outbid Painting 7 at 400"]);
  expect(asked).toEqual([7, 8]);
});

test("a house that is away for a moment is asked again", async () => {
  const { watch, timers, told, house, bid } = evening([lotOf(7, { owner_id: me, seq: 3 })]);
  house.isReachable = false;
  watch.follow([7]);
  await answers();
  house.isReachable = true;
  timers.pass(5_000);
  await answers();
  bid(7, 4, 2);
  await answers();
  expect(told).toEqual(["outbid Painting 7 at 400"]);
});

test("lots that are over make room for older ones that are still on, and the hammer ends the watch", async () => {
  const over = Array.from({ length: watchedMax }, (_, n) => lotOf(20 - n, { status: "sold", is_active: false }));
  const { watch, timers, told, on } = evening([...over, lotOf(7, { owner_id: me, seq: 3 })]);
  watch.follow([...over.map((lot) => lot.id), 7]);
  await answers();
  expect(on(20)).toBeUndefined();
  on(7)!.hears({ type: "AUCTION_ENDED", lot_id: 7, winner_id: me, final_price: 300, outcome: "sold", seq: 4 });
  await answers();
  timers.pass(4_000);
  expect(told).toEqual(["won Painting 7 at 300"]);
  expect(on(7)).toBeUndefined();
});

test("after signing out nothing is watched", async () => {
  const { watch, timers, on } = evening([lotOf(7)]);
  watch.follow([7]);
  await answers();
  watch.close();
  timers.pass(4_000);
  expect(on(7)).toBeUndefined();
});

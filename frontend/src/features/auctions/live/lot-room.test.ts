// @vitest-environment jsdom
// A room tells its page when the lot's words or pictures may be others, and keeps quiet for what explains itself.
import { expect, test } from "vitest";
import { ServerClock } from "@/lib/clock/server-clock";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { FakeNetwork, FakeSocket, FakeTimers } from "@/lib/realtime/fake-socket";
import { pendingBids } from "../bidding/bid-wish";
import type { LotState } from "../lot-state";
import { LotRoom } from "./lot-room";

const rendered = { lotId: 7, seq: 3, historySeq: 3, status: "open", isActive: true, bids: [], bidCount: 1, endTime: "2090-01-01T00:00:00Z", people: null } as unknown as LotState;

function room(over: Partial<LotState> = {}) {
  const sockets: FakeSocket[] = [];
  const timers = new FakeTimers();
  const made = new LotRoom(7, { ...rendered, ...over }, {
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
  made.line.open();
  const greet = (over: object = {}) => {
    const socket = sockets.at(-1)!;
    socket.onopen?.();
    socket.hears({ type: "USERS_COUNT", count: 1 });
    socket.hears(status(over));
  };
  return { greet, hears: (frame: object) => sockets.at(-1)!.hears(frame), dies: () => (sockets.at(-1)!.dies(), timers.pass(2_000)), edition: () => made.view.getState().edition, made };
}

const status = (over: object = {}) => ({
  type: "LOT_STATUS", lot_id: 7, is_active: true, current_price: 10, owner_id: null, start_time: "2026-01-01T00:00:00Z",
  end_time: "2090-01-01T00:00:00Z", seq: 3, next_min: 11, bid_count: 1, reserve: "none", status: "open", server_time: "2026-01-01T00:00:00Z", ...over,
});

test("the first greeting repeats what the server rendered", () => {
  const { greet, edition } = room();
  greet();
  expect(edition()).toBe(0);
});

test("an edit between rendering and the first greeting is noticed, a bid is not taken for one", () => {
  const edited = room();
  edited.greet({ seq: 4 });
  expect(edited.edition()).toBe(1);
  const bidOn = room();
  bidOn.greet({ seq: 4, bid_count: 2 });
  expect(bidOn.edition()).toBe(0);
});

test("a status that changes nothing we know of is an edit or a picture", () => {
  const { greet, hears, edition } = room();
  greet();
  hears(status());
  expect(edition()).toBe(1);
  hears(status({ seq: 5 }));
  expect(edition()).toBe(2);
});

test("opening, ending and bids that were left out explain themselves", () => {
  const { greet, hears, edition } = room({ status: "scheduled", isActive: false });
  greet({ status: "scheduled", is_active: false });
  hears(status({ seq: 4 }));
  hears(status({ seq: 900, bid_count: 700, resync: true }));
  hears({ type: "AUCTION_ENDED", lot_id: 7, winner_id: 1, final_price: 10, outcome: "sold", seq: 901 });
  hears(status({ seq: 901, status: "sold", is_active: false }));
  expect(edition()).toBe(0);
});

test("once it is cancelled, why is read, once", () => {
  const { greet, hears, edition } = room();
  greet();
  hears({ type: "AUCTION_ENDED", lot_id: 7, winner_id: null, final_price: null, outcome: "cancelled", seq: 4 });
  hears(status({ seq: 4, status: "cancelled", is_active: false }));
  expect(edition()).toBe(1);
});

test("after a lost line anything may have been edited meanwhile", () => {
  const { greet, dies, edition } = room();
  greet();
  dies();
  greet();
  expect(edition()).toBe(1);
});

test("whoever sits down next sees neither the presses nor the answer of the one before", () => {
  const { greet, hears, made } = room();
  greet();
  made.seat(1);
  const { id } = made.desk.press(1, { lotId: 7, amount: 11 });
  hears({ type: "BID_ACCEPTED", command_id: id, seq: 4, amount: 11, leading: true, explain: "", hash: "ab" });
  made.desk.press(1, { lotId: 7, amount: 12 });
  made.seat(null);
  expect(made.view.getState()).toMatchObject({ presses: [], lastAnswer: null });
  made.seat(2);
  expect(made.view.getState()).toMatchObject({ presses: [], lastAnswer: null });
  made.seat(1);
  expect(made.view.getState().presses).toMatchObject([{ entry: { amount: 12 } }]);
});

test("a refusal that was put away does not come back when one sits down again, as whoever watches his lots does", () => {
  localStorage.clear();
  const { greet, hears, made } = room();
  greet();
  made.seat(1);
  const { id } = made.desk.press(1, { lotId: 7, amount: 5 });
  hears({ type: "ERROR", message: "Too low.", code: "bid_too_low", command_id: id, next_min: 11 });
  expect(made.view.getState().lastAnswer).toMatchObject({ kind: "refused" });
  made.clearAnswer();
  made.seat(1);
  expect(made.view.getState().lastAnswer).toBeNull();
  const { made: reloaded } = room();
  reloaded.seat(1);
  expect(reloaded.view.getState().lastAnswer).toBeNull();
});

test("a card that is newer than the open line brings the price, and takes nobody's history away", () => {
  const bids = [{ id: 3, amount: 10 }] as unknown as LotState["bids"];
  const { greet, hears, made } = room({ bids });
  greet();
  made.learn({ ...rendered, seq: 4, historySeq: -1, bids: [], bidCount: 2, currentPrice: 12 } as LotState);
  expect(made.store.getState()).toMatchObject({ seq: 4, currentPrice: 12, bids, historySeq: 3 });
  hears({ type: "NEW_BID", seq: 4, bid: { id: 4, user_id: 2, bidder_name: "", amount: 12, lot_id: 7, created_at: "", auto: false }, next_min: 13, end_time: "2090-01-01T00:00:00Z", bid_count: 2, server_time: "2026-01-01T00:00:00Z" });
  expect(made.store.getState().bids.map(({ id }) => id)).toEqual([4, 3]);
});

// The order of frames: events once, states replace, nothing old ever comes back.
import { describe, expect, test } from "vitest";
import type { LotServerFrame } from "@/lib/api/frames";
import { type LotState, fromLot, resumePosition } from "./lot-state";
import { apply } from "./lot-store";

const noon = "2030-01-01T12:00:00Z";

function lot(over: Partial<LotState> = {}): LotState {
  const start = fromLot(
    {
      id: 7, title: "Harbour", description: "", author: "", lot_materials: "", auction_name: "", image_url: "", images: [], hard_end_time: null, increments: "ebay-us", soft_close_seconds: 120,
      start_price: 100, start_time: "2030-01-01T10:00:00Z", end_time: noon, current_price: 100, is_active: true, owner_id: null,
      seller_id: 9, created_at: "2030-01-01T09:00:00Z", bid_count: 0, next_min: 100, reserve: "none", status: "open", cancel_reason: "",
      server_time: "2030-01-01T11:00:00Z", seq: 2,
    },
    { lot_id: 7, bids: [], seq: 2 },
  );
  return { ...start, ...over };
}

function bid(seq: number, amount: number, over: Record<string, unknown> = {}): LotServerFrame {
  return {
    type: "NEW_BID", seq, next_min: amount + 2.5, end_time: noon, bid_count: seq - 2, server_time: noon,
    bid: { id: seq, user_id: seq + 100, bidder_name: `Bidder ${seq}`, amount, lot_id: 7, created_at: noon, auto: false },
    ...over,
  } as LotServerFrame;
}

function status(seq: number, over: Record<string, unknown> = {}): LotServerFrame {
  return {
    type: "LOT_STATUS", lot_id: 7, is_active: true, current_price: 100, owner_id: null, start_time: "2030-01-01T10:00:00Z", end_time: noon,
    seq, next_min: 100, bid_count: 0, reserve: "none", status: "open", server_time: noon, ...over,
  } as LotServerFrame;
}

describe("a lot's frames", () => {
  test("a bid sets price, next minimum, leader and the top row", () => {
    const state = apply(lot(), bid(3, 110));
    expect(state).toMatchObject({ currentPrice: 110, nextMin: 112.5, leaderId: 103, bidCount: 1, seq: 3 });
    expect(state.bids.map((row) => row.amount)).toEqual([110]);
  });

  test("the same event twice counts once", () => {
    const once = apply(lot(), bid(3, 110));
    expect(apply(once, bid(3, 110))).toBe(once);
  });

  test("an older event never lowers the price", () => {
    const state = [bid(3, 110), bid(5, 120)].reduce(apply, lot());
    expect(apply(state, bid(4, 115)).currentPrice).toBe(120);
  });

  test("a gap in seq alone means nothing", () => {
    const state = apply(lot(), bid(9, 110, { bid_count: 1 }));
    expect(state.isHistoryTorn).toBe(false);
  });

  test("skipped bids tear the history until it is fetched again", () => {
    const torn = apply(lot(), bid(9, 150, { skipped: 6, bid_count: 7 }));
    expect(torn.isHistoryTorn).toBe(true);
    expect(resumePosition(torn)).toBeNull();
    const mended = apply(torn, { type: "BID_HISTORY", lot_id: 7, bids: [], seq: 9 });
    expect(mended.isHistoryTorn).toBe(false);
    expect(resumePosition(mended)).toBe(9);
  });

  test("an older status or history is ignored, an equal one replaces", () => {
    const state = apply(lot(), bid(5, 120));
    expect(apply(state, status(4))).toBe(state);
    expect(apply(state, { type: "BID_HISTORY", lot_id: 7, bids: [], seq: 4 })).toBe(state);
    expect(apply(state, status(5, { current_price: 120, bid_count: 3, reserve: "met" })).reserve).toBe("met");
  });

  test("resync replaces everything, also with a lower seq", () => {
    const state = apply(apply(lot(), bid(900, 999)), status(6, { resync: true, current_price: 130, bid_count: 2 }));
    expect(state).toMatchObject({ currentPrice: 130, seq: 6 });
    expect(apply(state, { type: "BID_HISTORY", lot_id: 7, bids: [], seq: 6 }).bids).toEqual([]);
  });

  test("a resumed channel: missed bids in order, then the head", () => {
    const state = [bid(3, 110), bid(4, 115), status(6, { current_price: 115, bid_count: 2, owner_id: 104, next_min: 117.5 })].reduce(apply, lot());
    expect(state.bids.map((row) => row.amount)).toEqual([115, 110]);
    expect(resumePosition(state)).toBe(6);
  });

  test("what the server rendered at two moments is joined without a hole", () => {
    const rendered = lot({ seq: 4, bidCount: 2, currentPrice: 115, historySeq: 2 });
    expect(resumePosition(rendered)).toBe(2);
    const state = [bid(3, 110), bid(4, 115)].reduce(apply, rendered);
    expect(state.bids.map((row) => row.amount)).toEqual([115, 110]);
    expect(state.currentPrice).toBe(115);
  });

  test("an extension is counted and remembers the end before", () => {
    const state = apply(lot(), bid(3, 110, { end_time: "2030-01-01T12:01:30Z" }));
    expect(state).toMatchObject({ extensions: 1, previousEndTime: noon, endTime: "2030-01-01T12:01:30Z" });
  });

  test("the end is the end: sold, price and winner stay", () => {
    const ended = apply(apply(lot(), bid(3, 110)), { type: "AUCTION_ENDED", lot_id: 7, winner_id: 103, final_price: 110, outcome: "sold", seq: 4 });
    expect(ended).toMatchObject({ isActive: false, status: "sold", leaderId: 103, currentPrice: 110 });
    const late = apply(ended, { type: "AUCTION_ENDED", lot_id: 7, winner_id: 103, final_price: 110, outcome: "sold", seq: 4, command_id: "x", code: "lot_ended" });
    expect(late).toBe(ended);
  });

  test("an administrator opens it again", () => {
    const state = apply(lot({ isActive: false, status: "scheduled" }), { type: "AUCTION_STATUS", lot_id: 7, is_active: true, seq: 5 });
    expect(state).toMatchObject({ isActive: true, status: "open", seq: 5 });
  });

  test("counts, refusals and receipts stand outside the order", () => {
    const state = lot();
    expect(apply(state, { type: "USERS_COUNT", count: 12 }).people).toBe(12);
    expect(apply(state, { type: "ERROR", message: "no", code: "bid_too_low" })).toBe(state);
  });

  test("another lot's frame changes nothing", () => {
    const state = lot();
    expect(apply(state, status(99, { lot_id: 8 }))).toBe(state);
  });
});

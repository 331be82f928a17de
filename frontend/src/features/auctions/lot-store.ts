// Folds a lot's frames into its state, and hands out one store a lot.
//
// The law: events (NEW_BID, AUCTION_STATUS, AUCTION_ENDED) count once and in order; states (LOT_STATUS, BID_HISTORY)
// replace what is here when their seq is at least ours; USERS_COUNT, ERROR and BID_ACCEPTED stand outside the order.
import { createStore } from "zustand/vanilla";
import type { LotServerFrame, LotStatusFrame, NewBidFrame } from "@/lib/api/frames";
import type { LotStatus } from "@/lib/api/types";
import { type LotState, bidsKeptMax } from "./lot-state";

function movedEnd(state: LotState, endTime: string, isLater: boolean) {
  if (!isLater || endTime === state.endTime) return {};
  return { extensions: state.extensions + 1, previousEndTime: state.endTime };
}

function applyBid(state: LotState, frame: NewBidFrame): LotState {
  const isNewPrice = frame.seq > state.seq;
  const isNewRow = frame.seq > state.historySeq;
  if (!isNewPrice && !isNewRow) return state;
  let next = state;
  if (isNewPrice) {
    const isLater = Date.parse(frame.end_time) > Date.parse(state.endTime);
    next = {
      ...next,
      ...movedEnd(state, frame.end_time, isLater),
      currentPrice: frame.bid.amount,
      nextMin: frame.next_min,
      bidCount: frame.bid_count,
      leaderId: frame.bid.user_id,
      endTime: frame.end_time,
      seq: frame.seq,
    };
  }
  if (isNewRow) {
    next = {
      ...next,
      bids: [frame.bid, ...next.bids.filter((bid) => bid.id !== frame.bid.id)].slice(0, bidsKeptMax),
      historySeq: frame.seq,
      isHistoryTorn: next.isHistoryTorn || (frame.skipped ?? 0) > 0,
    };
  }
  return next;
}

function applyStatus(state: LotState, frame: LotStatusFrame): LotState {
  if (frame.resync !== true && frame.seq < state.seq) return state;
  const isLater = frame.is_active && state.isActive && Date.parse(frame.end_time) > Date.parse(state.endTime);
  // The head stands for every event below it. A bid that we never saw means our list has a hole.
  const hasHole = frame.bid_count !== state.bidCount;
  return {
    ...state,
    ...movedEnd(state, frame.end_time, isLater),
    status: frame.status,
    isActive: frame.is_active,
    currentPrice: frame.current_price,
    nextMin: frame.next_min,
    bidCount: frame.bid_count,
    leaderId: frame.owner_id,
    startTime: frame.start_time,
    endTime: frame.end_time,
    reserve: frame.reserve,
    seq: frame.seq,
    historySeq: frame.resync === true ? -1 : hasHole ? state.historySeq : Math.max(state.historySeq, frame.seq),
    isHistoryTorn: frame.resync === true ? false : state.isHistoryTorn || (hasHole && state.historySeq >= 0),
  };
}

/** The state after one frame; the same object when the frame changes nothing. */
export function apply(state: LotState, frame: LotServerFrame): LotState {
  if ("lot_id" in frame && frame.lot_id !== state.lotId) return state;
  switch (frame.type) {
    case "NEW_BID":
      return applyBid(state, frame);
    case "LOT_STATUS":
      return applyStatus(state, frame);
    case "BID_HISTORY":
      if (frame.seq < state.historySeq) return state;
      return { ...state, bids: frame.bids.slice(0, bidsKeptMax), historySeq: frame.seq, isHistoryTorn: false };
    case "AUCTION_STATUS": {
      if (frame.seq <= state.seq) return state;
      const status: LotStatus = frame.is_active ? "open" : state.status;
      return { ...state, isActive: frame.is_active, status, seq: frame.seq };
    }
    case "AUCTION_ENDED":
      // A late bid's private answer repeats the end: it is old news, not a second end.
      if (frame.seq <= state.seq && !state.isActive) return state;
      return {
        ...state,
        isActive: false,
        status: frame.outcome,
        currentPrice: frame.final_price ?? state.currentPrice,
        leaderId: frame.winner_id ?? state.leaderId,
        seq: Math.max(frame.seq, state.seq),
      };
    case "USERS_COUNT":
      return { ...state, people: frame.count };
    case "BID_ACCEPTED":
    case "ERROR":
      return state;
  }
}

/** One store a lot, made by the room that feeds it. */
export function createLotStore(initial: LotState) {
  return createStore<LotState>()(() => initial);
}

export type LotStore = ReturnType<typeof createLotStore>;

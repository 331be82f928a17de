// What an open lot looks like from this page: one value, changed only by `apply`.
import type { Bid, BidHistory, Lot, LotStatus, Reserve } from "@/lib/api/types";

export const bidsKeptMax = 20;

export interface LotState {
  lotId: number;
  status: LotStatus;
  isActive: boolean;
  currentPrice: number;
  nextMin: number;
  bidCount: number;
  /** The leading bidder, or the winner once it is sold. */
  leaderId: number | null;
  startTime: string;
  endTime: string;
  reserve: Reserve;
  /** Newest first, at most `bidsKeptMax`. */
  bids: Bid[];
  /** Open sockets in the room; null before the first count. */
  people: number | null;
  /** Log position of price, status and times. */
  seq: number;
  /** Log position of `bids`; behind `seq` between a status and its history. */
  historySeq: number;
  /** Bids were conflated away: the history has to be fetched anew. */
  isHistoryTorn: boolean;
  /** How often the end moved while we watched, and where it was before. */
  extensions: number;
  previousEndTime: string | null;
}

/** The state before the socket: what the server rendered. */
export function fromLot(lot: Lot, history: BidHistory | null): LotState {
  return {
    lotId: lot.id,
    status: lot.status,
    isActive: lot.is_active,
    currentPrice: lot.current_price,
    nextMin: lot.next_min,
    bidCount: lot.bid_count,
    leaderId: lot.owner_id,
    startTime: lot.start_time,
    endTime: lot.end_time,
    reserve: lot.reserve ?? "none",
    bids: history ? history.bids.slice(0, bidsKeptMax) : [],
    people: null,
    seq: lot.seq,
    historySeq: history ? history.seq : -1,
    isHistoryTorn: false,
    extensions: 0,
    previousEndTime: null,
  };
}

/** Where to resume: nothing that either part has not seen may be skipped. Null asks for the plain order. */
export function resumePosition(state: LotState): number | null {
  const position = Math.min(state.seq, state.historySeq);
  return position < 0 || state.isHistoryTorn ? null : position;
}

/** The part that a snapshot fixes; how we came there (extensions seen, positions) is left out. */
export function settledPart(state: LotState) {
  const { seq: _seq, historySeq: _historySeq, isHistoryTorn: _torn, extensions: _ext, previousEndTime: _end, people: _people, ...rest } = state;
  return rest;
}

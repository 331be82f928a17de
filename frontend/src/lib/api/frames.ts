// Every message of a lot's socket, one direction after the other.
import type { Bid, BidAccepted, LotStatus, Outcome, Reserve } from "./types";

export interface NewBidFrame {
  type: "NEW_BID";
  seq: number;
  bid: Bid;
  next_min: number;
  end_time: string;
  bid_count: number;
  server_time: string;
  skipped?: number;
}
export interface BidAcceptedFrame extends BidAccepted {
  type: "BID_ACCEPTED";
}
export interface BidHistoryFrame {
  type: "BID_HISTORY";
  lot_id: number;
  bids: Bid[];
  seq: number;
}
export interface LotStatusFrame {
  type: "LOT_STATUS";
  lot_id: number;
  is_active: boolean;
  current_price: number;
  owner_id: number | null;
  start_time: string;
  end_time: string;
  seq: number;
  next_min: number;
  bid_count: number;
  reserve: Reserve;
  status: LotStatus;
  server_time: string;
  resync?: boolean;
}
export interface UsersCountFrame {
  type: "USERS_COUNT";
  count: number;
}
export interface AuctionStatusFrame {
  type: "AUCTION_STATUS";
  lot_id: number;
  is_active: boolean;
  seq: number;
}
export interface AuctionEndedFrame {
  type: "AUCTION_ENDED";
  lot_id: number;
  winner_id: number | null;
  final_price: number | null;
  outcome: Outcome;
  seq: number;
  command_id?: string;
  code?: string;
}
export interface ErrorFrame {
  type: "ERROR";
  message: string;
  code: string;
  command_id?: string;
  [fact: string]: unknown;
}

export type LotServerFrame =
  | NewBidFrame
  | BidAcceptedFrame
  | BidHistoryFrame
  | LotStatusFrame
  | UsersCountFrame
  | AuctionStatusFrame
  | AuctionEndedFrame
  | ErrorFrame;

export type LotClientFrame =
  | { type: "NEW_BID"; amount: number; command_id: string }
  | { type: "GET_HISTORY" }
  | { type: "CLOSE_AUCTION" };

const known = new Set<string>([
  "NEW_BID",
  "BID_ACCEPTED",
  "BID_HISTORY",
  "LOT_STATUS",
  "USERS_COUNT",
  "AUCTION_STATUS",
  "AUCTION_ENDED",
  "ERROR",
] satisfies LotServerFrame["type"][]);

/** Reads one text message; a newer server's unknown frames are null, never an exception. */
export function parseLotFrame(text: string): LotServerFrame | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("type" in value)) return null;
  return known.has(String(value.type)) ? (value as LotServerFrame) : null;
}

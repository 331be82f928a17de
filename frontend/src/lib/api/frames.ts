// Every message of a lot's socket, one direction after the other, named as the backend's document names them.
import type { components } from "./schema.gen";

type Schemas = components["schemas"];

export type NewBidFrame = Schemas["NewBid"];
export type BidAcceptedFrame = Schemas["BidAccepted"];
export type BidHistoryFrame = Schemas["BidHistory"];
export type LotStatusFrame = Schemas["LotStatus"];
export type UsersCountFrame = Schemas["UsersCount"];
export type AuctionStatusFrame = Schemas["AuctionStatus"];
export type AuctionEndedFrame = Schemas["AuctionEnded"];
/** Further facts of the refusal stand beside its fields. */
export type ErrorFrame = Schemas["Error"] & { [fact: string]: unknown };

export type LotServerFrame =
  | NewBidFrame
  | BidAcceptedFrame
  | BidHistoryFrame
  | LotStatusFrame
  | UsersCountFrame
  | AuctionStatusFrame
  | AuctionEndedFrame
  | ErrorFrame;

export type LotClientFrame = (Schemas["PlaceBidFrame"] & { command_id: string }) | Schemas["GetHistory"] | Schemas["CloseAuction"];

const known: Record<LotServerFrame["type"], true> = {
  NEW_BID: true,
  BID_ACCEPTED: true,
  BID_HISTORY: true,
  LOT_STATUS: true,
  USERS_COUNT: true,
  AUCTION_STATUS: true,
  AUCTION_ENDED: true,
  ERROR: true,
};

/** Reads one text message; a newer server's unknown frames are null, never an exception. */
export function parseLotFrame(text: string): LotServerFrame | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("type" in value)) return null;
  return Object.hasOwn(known, String(value.type)) ? (value as LotServerFrame) : null;
}

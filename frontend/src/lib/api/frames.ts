// Every message of a lot's socket, one direction after the other, named as the backend's document names them.
import { frameReader } from "./frame-reader";
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

export const parseLotFrame = frameReader<LotServerFrame>({
  NEW_BID: true,
  BID_ACCEPTED: true,
  BID_HISTORY: true,
  LOT_STATUS: true,
  USERS_COUNT: true,
  AUCTION_STATUS: true,
  AUCTION_ENDED: true,
  ERROR: true,
});

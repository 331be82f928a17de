// The shapes that cross the border, as thin names for what the backend's own document says.
import type { components } from "./schema.gen";

type Schemas = components["schemas"];

export type LotStatus = Schemas["LotStatus"]["status"];
export type Outcome = Schemas["AuctionEnded"]["outcome"];
export type Reserve = Schemas["LotStatus"]["reserve"];
export type LotImage = Schemas["Picture"];

/** The document calls status and reserve plain text; they are the same words as in the socket's frames. */
interface Narrow {
  status: LotStatus;
  reserve: Reserve;
}
export type Lot = Omit<Schemas["Lot"], keyof Narrow> & Narrow;
export interface LotPage {
  items: Lot[];
  total: number;
}

export type Bid = Schemas["Bid"];
export type BidHistory = Omit<Schemas["BidHistory"], "type">;
export type BidAccepted = Omit<Schemas["BidAccepted"], "type">;
export type BidProof = Schemas["BidProof"];

export type User = Schemas["OwnAccount"];
export type Role = User["roles"][number];
export type ListedUser = Schemas["ListedAccount"];
export type Device = Schemas["SessionAnswer"];
export type MailPreferences = Schemas["MailPreferences"];
export type Selling = Schemas["Selling"];
export type Letter = Schemas["LedgerLetter"];
export type Act = Schemas["Act"];

export type MyBid = Omit<Schemas["MyBid"], "lot"> & { lot: Lot };
export type BidStanding = MyBid["state"];
export type WonLot = Omit<Schemas["WonLot"], "lot"> & { lot: Lot };
export type AdminLot = Omit<Schemas["AdminLot"], keyof Narrow> & Narrow;

export interface Page<T> {
  items: T[];
  total: number;
}

/** The body of POST /lots; what is left out is decided by the house. */
export type NewLot = Partial<Schemas["LotForm"]> & Pick<Schemas["LotForm"], "title" | "start_price">;

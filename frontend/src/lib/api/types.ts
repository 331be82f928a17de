// The shapes that cross the border between browser and backend, in PROTOCOL's own words.

export type LotStatus = "scheduled" | "open" | "sold" | "unsold" | "cancelled";
export type Outcome = "sold" | "unsold" | "cancelled";
export type Reserve = "none" | "not_met" | "met";

/** A picture as the backend serves it: re-encoded, with a thumbnail. */
export interface LotImage {
  n: number;
  url: string;
  thumb_url?: string | null;
  width?: number | null;
  height?: number | null;
}

export interface Lot {
  id: number;
  title: string;
  description: string | null;
  author: string | null;
  lot_materials: string | null;
  auction_name: string | null;
  image_url: string | null;
  start_price: number;
  start_time: string;
  end_time: string;
  increments?: string;
  soft_close_seconds?: number;
  hard_end_time?: string | null;
  current_price: number;
  is_active: boolean;
  owner_id: number | null;
  seller_id: number;
  images?: (LotImage | string)[];
  created_at: string;
  bid_count: number;
  next_min: number;
  reserve: Reserve;
  status: LotStatus;
  server_time: string;
  seq: number;
}

export interface LotPage {
  items: Lot[];
  total: number;
}

export interface Bid {
  id: number;
  user_id: number;
  bidder_name: string;
  amount: number;
  lot_id: number;
  created_at: string;
  auto: boolean;
}

export interface BidHistory {
  lot_id: number;
  bids: Bid[];
  seq: number;
}

export interface BidAccepted {
  command_id: string;
  seq: number;
  amount: number;
  leading: boolean;
  explain: string;
  hash: string;
}

export type Role = "buyer" | "merchant" | "agent" | "scanner" | "admin";

export interface User {
  id: number;
  email: string | null;
  username: string | null;
  name: string | null;
  roles: Role[];
  is_active: boolean;
  is_superuser: boolean;
  is_verified: boolean;
  favorite_lots: number[];
}

export interface NewLot {
  title: string;
  start_price: number;
  description?: string;
  author?: string;
  lot_materials?: string;
  auction_name?: string;
  start_time?: string;
  end_time?: string;
  increments?: string;
  soft_close_seconds?: number;
}

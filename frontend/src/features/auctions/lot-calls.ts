// The REST calls of the auctions island, one line each.
import { call, callResponse } from "@/lib/api/browser";
import type { Lot, LotPage } from "@/lib/api/types";

export const fetchLot = (id: number) => call<Lot>(`/lots/${id}`);
export const fetchLots = (query: string, signal?: AbortSignal) => call<LotPage>(`/lots${query}`, { signal });
export const addFavourite = (id: number) => call<unknown>(`/favorites/add/${id}`, { method: "POST" });
export const removeFavourite = (id: number) => call<unknown>(`/favorites/remove/${id}`, { method: "DELETE" });

/** Favourites are a plain array with X-Total-Count. */
export async function fetchFavourites(): Promise<Lot[]> {
  const response = await callResponse("/favorites?limit=100");
  return (await response.json()) as Lot[];
}

export type BidStanding = "leading" | "outbid" | "won" | "lost";
export interface MyBid {
  lot: Lot;
  my_amount: number;
  state: BidStanding;
}
export const fetchMyBids = () => call<MyBid[]>("/users/me/bids?limit=100");

// The REST calls of the auctions island, one line each.
import { call, callResponse } from "@/lib/api/browser";
import type { BidProof, Lot, LotPage, MyBid, Page, WonLot } from "@/lib/api/types";

export const fetchLot = (id: number) => call<Lot>(`/lots/${id}`);
export const fetchLots = (query: string, signal?: AbortSignal) => call<LotPage>(`/lots${query}`, { signal });
export const fetchProof = (lotId: number, seq: number) => call<BidProof>(`/lots/${lotId}/bids/${seq}/proof`);
export const addFavourite = (id: number) => call<unknown>(`/favorites/add/${id}`, { method: "POST", keepalive: true });
export const removeFavourite = (id: number) => call<unknown>(`/favorites/remove/${id}`, { method: "DELETE", keepalive: true });

/** Favourites are a plain array with X-Total-Count. */
export async function fetchFavourites(): Promise<Lot[]> {
  const response = await callResponse("/favorites?limit=100");
  return (await response.json()) as Lot[];
}

export const fetchMyBids = () => call<Page<MyBid>>("/users/me/bids?limit=100");
export const fetchWonLots = () => call<Page<WonLot>>("/users/me/won?limit=100");

// The REST calls of the selling island.
import { call } from "@/lib/api/browser";
import type { Lot, NewLot, Page, Selling } from "@/lib/api/types";

export const createLot = (lot: NewLot, commandId: string) => call<Lot>("/lots", { method: "POST", body: lot, commandId });
export const cancelLot = (id: number, reason: string, commandId: string) => call<Lot>(`/lots/${id}/cancel`, { method: "POST", body: { reason }, commandId });
export const fetchSelling = () => call<Selling>("/users/me/selling");
export const changeSelling = (change: Partial<Selling>) => call<Selling>("/users/me/selling", { method: "PATCH", body: change });
export const fetchOwnLot = (id: number) => call<Lot>(`/lots/${id}`);
export const changeLot = (id: number, change: Partial<NewLot>, commandId: string) => call<Lot>(`/lots/${id}`, { method: "PATCH", body: change, commandId });
export const removePicture = (id: number, n: number) => call<unknown>(`/lots/${id}/images/${n}`, { method: "DELETE" });
export const fetchMyLots = () => call<Page<Lot>>("/users/me/lots?limit=100");

export function uploadPicture(lotId: number, file: Blob, name: string, commandId: string): Promise<unknown> {
  const form = new FormData();
  form.append("file", file, name);
  return call(`/lots/${lotId}/images`, { method: "POST", form, commandId });
}

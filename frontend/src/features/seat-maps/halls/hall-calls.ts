// The REST calls of stored halls, one line each.
import { call, callList } from "@/lib/api/browser";
import type { Hall, ListedHall, StoredHall } from "@/lib/api/tickets";

/** What a hall by formula is made of; zones are rows from the front. */
export interface HallForm {
  name: string;
  rows: number;
  seats: number;
  wider: number;
  aisles_after: number[];
  curve: number;
  zones: { name: string; rows: number }[];
  standing: number;
}

export const fetchMyHalls = () => callList<ListedHall>("/seat-maps?mine=true&limit=100");
export const fetchHall = (id: number) => call<StoredHall>(`/seat-maps/${id}`);
export const generateHall = (form: HallForm, signal: AbortSignal) => call<Hall>("/seat-maps/generate", { method: "POST", body: form, signal });
export const storeHall = (hall: Hall, commandId: string) => call<StoredHall>("/seat-maps", { method: "POST", body: hall, commandId });
export const changeHall = (id: number, hall: Hall, commandId: string) => call<StoredHall>(`/seat-maps/${id}`, { method: "PUT", body: hall, commandId });
export const removeHall = (id: number, commandId: string) => call<unknown>(`/seat-maps/${id}`, { method: "DELETE", commandId });

// The REST calls of the office.
import { call } from "@/lib/api/browser";
import type { Act, AdminLot, Letter, ListedUser, Lot, Page, Role } from "@/lib/api/types";

export type LotAct = "start" | "finish" | "cancel";

export const pageSize = 25;
const offset = (page: number) => `limit=${pageSize}&offset=${page * pageSize}`;

export const findLots = (q: string, page: number) => call<Page<AdminLot>>(`/admin/lots?sort=newest&${offset(page)}${q ? `&q=${encodeURIComponent(q)}` : ""}`);
export const actOnLot = (id: number, act: LotAct, reason: string, commandId: string) =>
  call<Lot>(`/lots/${id}/${act}`, { method: "POST", body: { reason }, commandId });
export const findUsers = (q: string, page: number) => call<Page<ListedUser>>(`/admin/users?${offset(page)}${q ? `&q=${encodeURIComponent(q)}` : ""}`);
export const changeUser = (id: number, change: { roles?: Role[]; is_active?: boolean }) => call<unknown>(`/admin/users/${id}`, { method: "PATCH", body: change });
export const findLetters = (outcome: Letter["outcome"] | "", q: string, page: number) =>
  call<Page<Letter>>(`/admin/mail?${offset(page)}${outcome ? `&outcome=${outcome}` : ""}${q ? `&q=${encodeURIComponent(q)}` : ""}`);
export const findActs = (page: number) => call<Page<Act>>(`/admin/acts?${offset(page)}`);

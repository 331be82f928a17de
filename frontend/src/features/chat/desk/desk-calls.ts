// The REST calls of those who answer for the help desk.
import { call, callList } from "@/lib/api/browser";
import type { components } from "@/lib/api/schema.gen";
import type { HelpDesk, Reply, ReplyChange, ReplyForm } from "../types";

export type PersonsOrder = components["schemas"]["Order"];

export const fetchHelpDesk = () => call<HelpDesk>("/help-desk");
export const sayAvailability = (availability: { is_available: boolean; capacity: number }) => call<HelpDesk>("/help-desk/me", { method: "PUT", body: availability });

export const fetchReplies = () => call<Reply[]>("/quick-replies/user/me");
export const keepReply = (form: ReplyForm) => call<Reply>("/quick-replies", { method: "POST", body: form });
export const changeReply = (id: number, change: ReplyChange) => call<Reply>(`/quick-replies/${id}`, { method: "PUT", body: change });
export const removeReply = (id: number) => call<undefined>(`/quick-replies/${id}`, { method: "DELETE" });

/** The newest orders of people of this name; only administrators may ask. */
export const findOrders = (q: string) => callList<PersonsOrder>(`/admin/orders?limit=20&q=${encodeURIComponent(q)}`);

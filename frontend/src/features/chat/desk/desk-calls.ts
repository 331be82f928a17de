// The REST calls of those who answer for the help desk.
import { call } from "@/lib/api/browser";
import type { HelpDesk, PersonsThings, Reply, ReplyChange, ReplyForm } from "../types";

export const fetchHelpDesk = () => call<HelpDesk>("/help-desk");
export const sayAvailability = (availability: { is_available: boolean; capacity: number }) => call<HelpDesk>("/help-desk/me", { method: "PUT", body: availability });

export const fetchReplies = () => call<Reply[]>("/quick-replies/user/me");
export const keepReply = (form: ReplyForm) => call<Reply>("/quick-replies", { method: "POST", body: form });
export const changeReply = (id: number, change: ReplyChange) => call<Reply>(`/quick-replies/${id}`, { method: "PUT", body: change });
export const removeReply = (id: number) => call<undefined>(`/quick-replies/${id}`, { method: "DELETE" });

/** What one of the two of a conversation sells, bids on and ordered, the newest first. */
export const fetchPerson = (id: number, participant: 1 | 2, limit: number) => call<PersonsThings>(`/conversations/${id}/person?participant=${participant}&limit=${limit}`);

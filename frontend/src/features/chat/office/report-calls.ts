// The REST calls about reported messages.
import { call } from "@/lib/api/browser";
import type { ChatMessage, Report } from "../types";

export type ReportInContext = Report & { around: ChatMessage[] };
export interface ReportPage {
  items: Report[];
  total: number;
}

export const pageSize = 25;

export const findReports = (state: "open" | "settled", page: number) => call<ReportPage>(`/admin/reports?state=${state}&limit=${pageSize}&offset=${page * pageSize}`);
/** What was said around it; whoever asks is noted where two others talk. */
export const fetchReport = (messageId: number) => call<ReportInContext>(`/admin/reports/${messageId}`);
export const dismissReport = (messageId: number) => call<Report>(`/admin/reports/${messageId}/dismiss`, { method: "POST" });
/** A ban by the name that the chat knows somebody by; it ends his sessions at once. */
export const shutOut = (personId: string) => call<unknown>(`/users/${encodeURIComponent(personId)}/status`, { method: "PATCH", body: { status: "banned" } });

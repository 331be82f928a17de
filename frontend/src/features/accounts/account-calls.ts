// The REST calls of the accounts island.
import { call } from "@/lib/api/browser";
import type { Device, MailPreferences, User } from "@/lib/api/types";

export const forgotPassword = (email: string) => call<unknown>("/auth/forgot-password", { method: "POST", body: { email } });
export const resetPassword = (token: string, password: string) => call<unknown>("/auth/reset-password", { method: "POST", body: { token, password } });
export const verify = (token: string) => call<unknown>("/auth/verify", { method: "POST", body: { token } });
export const askToVerify = (email: string) => call<unknown>("/auth/request-verify-token", { method: "POST", body: { email } });
export const changeMe = (change: Record<string, string>) => call<User>("/users/me", { method: "PATCH", body: change });
export const eraseMe = () => call<unknown>("/users/me", { method: "DELETE" });
export const fetchDevices = () => call<Device[]>("/users/me/sessions");
export const endDevice = (id: string) => call<unknown>(`/users/me/sessions/${encodeURIComponent(id)}`, { method: "DELETE" });
export const endOtherDevices = () => call<unknown>("/users/me/sessions", { method: "DELETE" });
export const fetchMailPreferences = () => call<MailPreferences>("/users/me/mail-preferences");
export const changeMailPreferences = (change: Partial<MailPreferences>) => call<MailPreferences>("/users/me/mail-preferences", { method: "PATCH", body: change });

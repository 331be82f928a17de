// Which letters one gets.
import type { Metadata } from "next";
import { MailPreferencesView } from "@/features/accounts/mail-preferences";

export const metadata: Metadata = { title: "Letters" };

export default function Page() {
  return <MailPreferencesView />;
}

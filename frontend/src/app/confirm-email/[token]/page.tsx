// Where the letter of a changed address leads.
import type { Metadata } from "next";
import { ConfirmView } from "@/features/accounts/confirm-view";

export const metadata: Metadata = { title: "Confirm your new address", referrer: "no-referrer" };

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <ConfirmView token={decodeURIComponent(token)} isNewAddress />;
}

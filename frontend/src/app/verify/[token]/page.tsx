// Where the letter of a new account leads.
import type { Metadata } from "next";
import { ConfirmView } from "@/features/accounts/confirm-view";

export const metadata: Metadata = { title: "Confirm your address", referrer: "no-referrer" };

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <ConfirmView token={decodeURIComponent(token)} isNewAddress={false} />;
}

// Where the letter of a forgotten password leads.
import type { Metadata } from "next";
import { ResetForm } from "@/features/accounts/reset-form";

export const metadata: Metadata = { title: "Choose a new password", referrer: "no-referrer" };

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <ResetForm token={decodeURIComponent(token)} />;
}

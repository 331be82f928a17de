// The office: the ledger of letters.
import type { Metadata } from "next";
import { MailOffice } from "@/features/admin/mail-office";

export const metadata: Metadata = { title: "Letters" };

export default function Page() {
  return <MailOffice />;
}

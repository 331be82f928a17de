// The office: messages that somebody complained of.
import type { Metadata } from "next";
import { ReportsOffice } from "@/features/chat/office/reports-office";

export const metadata: Metadata = { title: "Reports" };

export default function Page() {
  return <ReportsOffice />;
}

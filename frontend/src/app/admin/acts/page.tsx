// The office: recent acts.
import type { Metadata } from "next";
import { ActsOffice } from "@/features/admin/acts-office";

export const metadata: Metadata = { title: "Acts" };

export default function Page() {
  return <ActsOffice />;
}

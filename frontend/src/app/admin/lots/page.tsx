// The office: lots.
import type { Metadata } from "next";
import { LotsOffice } from "@/features/admin/lots-office";

export const metadata: Metadata = { title: "Lots" };

export default function Page() {
  return <LotsOffice />;
}

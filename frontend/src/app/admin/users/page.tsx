// The office: people.
import type { Metadata } from "next";
import { UsersOffice } from "@/features/admin/users-office";

export const metadata: Metadata = { title: "People" };

export default function Page() {
  return <UsersOffice />;
}

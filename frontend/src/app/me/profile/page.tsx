// One's own account.
import type { Metadata } from "next";
import { Profile } from "@/features/accounts/profile";

export const metadata: Metadata = { title: "Profile" };

export default function Page() {
  return <Profile />;
}

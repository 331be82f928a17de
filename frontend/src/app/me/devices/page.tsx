// Where one is signed in.
import type { Metadata } from "next";
import { Devices } from "@/features/accounts/devices";

export const metadata: Metadata = { title: "Devices" };

export default function Page() {
  return <Devices />;
}

// What one has won and what happens now.
import type { Metadata } from "next";
import { WonLots } from "@/features/auctions/paddle/won-lots";

export const metadata: Metadata = { title: "Won" };

export default function Page() {
  return <WonLots />;
}

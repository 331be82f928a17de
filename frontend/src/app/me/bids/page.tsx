// Where one stands on every lot.
import type { Metadata } from "next";
import { MyBids } from "@/features/auctions/paddle/my-bids";

export const metadata: Metadata = { title: "My bids" };

export default function Page() {
  return <MyBids />;
}

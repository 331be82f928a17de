// The lots one has starred.
import type { Metadata } from "next";
import { Favourites } from "@/features/auctions/paddle/favourites";

export const metadata: Metadata = { title: "Favourites" };

export default function Page() {
  return <Favourites />;
}

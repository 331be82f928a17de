// What one sells.
import type { Metadata } from "next";
import { MyLots } from "@/features/selling/my-lots";

export const metadata: Metadata = { title: "My lots" };

export default function Page() {
  return <MyLots />;
}

// The till of the test payment provider.
import type { Metadata } from "next";
import { TestTill } from "@/features/orders/test-till";

export const metadata: Metadata = { title: "Test payment", referrer: "no-referrer", robots: { index: false } };

export default async function PayPage({ params }: { params: Promise<{ token: string }> }) {
  return <TestTill token={decodeURIComponent((await params).token)} />;
}

// The tickets one has.
import type { Metadata } from "next";
import { MyTickets } from "@/features/orders/my-tickets";

export const metadata: Metadata = { title: "My tickets" };

export default function Page() {
  return <MyTickets />;
}

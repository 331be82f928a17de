// The pages of the on-sale share one set of live rooms.
import type { ReactNode } from "react";
import { SaleRoomsProvider } from "@/features/ticket-sales/live/rooms-context";

export default function Layout({ children }: { children: ReactNode }) {
  return <SaleRoomsProvider>{children}</SaleRoomsProvider>;
}

// Puts a sale and the map of its hall together: two islands that do not know each other.
"use client";
import { SeatPicker } from "@/features/seat-maps/map/seat-picker";
import { SaleView } from "@/features/ticket-sales/sale-page/sale-view";
import type { TicketSale } from "@/lib/api/tickets";

export function SalePage({ sale }: { sale: TicketSale }) {
  return <SaleView sale={sale} renderSeats={(picking) => <SeatPicker {...picking} />} />;
}

// Puts a sale, the map of its hall and a word to its organiser together: islands that do not know each other.
"use client";
import { AskSeller } from "@/features/chat/ask-seller";
import { SeatPicker } from "@/features/seat-maps/map/seat-picker";
import { SaleView } from "@/features/ticket-sales/sale-page/sale-view";
import type { TicketSale } from "@/lib/api/tickets";

export function SalePage({ sale }: { sale: TicketSale }) {
  const thing = { about: "event", id: sale.id, seq: sale.seq, title: sale.title } as const;
  return (
    <>
      <SaleView sale={sale} renderSeats={(picking) => <SeatPicker {...picking} />} />
      <div className="page-column pb-16">
        <AskSeller thing={thing} sellerId={sale.organizer_id} />
      </div>
    </>
  );
}

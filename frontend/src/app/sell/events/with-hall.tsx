// Puts the form of an event and the picture of a hall together: two islands that do not know each other.
"use client";
import { ChangeSale, NewSale } from "@/features/box-office/sale-pages";
import { HallPreview } from "@/features/seat-maps/halls/hall-preview";
import type { Hall } from "@/lib/api/tickets";

const renderHall = (hall: Hall) => <HallPreview hall={hall} />;

export function NewSaleWithHall({ hallId }: { hallId: string | null }) {
  return <NewSale hallId={hallId} renderHall={renderHall} />;
}

export function ChangeSaleWithHall({ id }: { id: number }) {
  return <ChangeSale id={id} renderHall={renderHall} />;
}

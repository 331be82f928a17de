// Puts the form of an event and the picture of a hall together: two islands that do not know each other.
"use client";
import type { RenderHall } from "@/features/box-office/hall-choice";
import { ChangeSale, NewSale } from "@/features/box-office/sale-pages";
import { HallPreview } from "@/features/seat-maps/halls/hall-preview";
import { HouseSeats } from "@/features/seat-maps/house-seats/house-seats";
import type { TicketSale } from "@/lib/api/tickets";

const renderHall: RenderHall = (hall, blocked, onPress) => (
  <HallPreview hall={hall} blocked={blocked} onPress={onPress} hint="Press a seat to keep it as a house seat, not for sale; again to sell it." />
);
const renderHouseSeats = (sale: TicketSale) => <HouseSeats sale={sale} />;

export function NewSaleWithHall({ hallId }: { hallId: string | null }) {
  return <NewSale hallId={hallId} renderHall={renderHall} />;
}

export function ChangeSaleWithHall({ id }: { id: number }) {
  return <ChangeSale id={id} renderHall={renderHall} renderHouseSeats={renderHouseSeats} />;
}

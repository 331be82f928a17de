// The shapes of the on-sale that cross the border, as thin names for what the backend's own document says.
import type { components } from "./schema.gen";

type Schemas = components["schemas"];

/** A concert; `/events/{id}` in addresses, a ticket sale in code. */
export type TicketSale = Schemas["Event"];
export type SaleStatus = TicketSale["status"];
export type TicketType = Schemas["TicketTypeLeft"];
export type Lane = TicketType["lane"];
export type RefundTerms = Schemas["RefundTerms"];

export type SeatKind = "standard" | "accessible" | "companion";

export interface HallSeat {
  id: string;
  number: string;
  x: number;
  y: number;
  zone: string;
  kind?: SeatKind;
  aisle_after?: boolean;
}
export interface HallRow {
  name: string;
  seats: HallSeat[];
}
export interface HallSection {
  id: string;
  name: string;
  rows: HallRow[];
}
/** `x`, `y` is the corner nearest to nought. */
export interface HallStanding {
  id: string;
  name: string;
  zone: string;
  capacity: number;
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface HallZone {
  id: string;
  name: string;
}
/** A hall as it is stored, imported and exported; lengths are in seat widths. The document only says "object". */
export interface Hall {
  name: string;
  focal: { x: number; y: number };
  zones: HallZone[];
  sections: HallSection[];
  standing: HallStanding[];
}

export type ListedHall = Schemas["ListedSeatMap"];
export type StoredHall = Omit<Schemas["SeatMap"], "hall"> & { hall: Hall };
export type SaleSeats = Omit<Schemas["EventSeats"], "hall"> & { hall: Hall | null };
export type SeatPlace = Schemas["SeatPlace"];

export type SaleQueue = Schemas["QueueSeen"];
export type QueueLengths = Schemas["QueueLengths"];
export type OwnRequest = Schemas["OwnRequest"];
export type RequestTaken = Schemas["RequestTaken"];

export type Order = Schemas["Order"];
export type OrderStatus = Order["status"];
export type OrderTicket = Schemas["OrderTicket"];
export type Refund = Schemas["RefundAnswer"];
export type OwnTicket = Schemas["OwnTicket"];

export type CheckoutAnswer = Schemas["Checkout"];
export type TestPayment = Schemas["PaymentPage"];
export type TestOutcome = Schemas["PaymentChoice"]["outcome"];

export type Office = Schemas["OfficeAnswer"];
export type OfficeType = Schemas["OfficeType"];
export type FailedRefund = Schemas["FailedRefund"];
export type RefundByHand = Schemas["RefundByHand"];

export type CheckinAnswer = Schemas["GateAnswer"];
export type CheckinSummary = Schemas["Inside"];

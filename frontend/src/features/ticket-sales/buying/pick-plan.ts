// What pressing the button would ask for now: which tickets, which seats, for how much, and whether it can go.
import type { TicketType } from "@/lib/api/tickets";
import type { IndexedSeat } from "@/lib/seating/seat-index";
import type { Asked, WishedLine } from "./wish";

export interface PickedLine {
  type: TicketType;
  quantity: number;
  seats: IndexedSeat[];
}

export interface Pick {
  types: readonly TicketType[];
  left: Readonly<Record<number, number>>;
  /** Chosen by number, a type. */
  counts: Readonly<Record<number, number>>;
  /** Chosen on the map. */
  seats: readonly IndexedSeat[];
  /** Whether somebody else has it by now, as the map shows it. */
  isTaken: (seat: IndexedSeat) => boolean;
  /** As which type each seat is wanted. */
  typeOf: (seat: IndexedSeat) => number | undefined;
  /** As which type the house takes a seat that no line names: the first that sells its zone. */
  typeOfZone: ReadonlyMap<string, number>;
  limitPerPerson: number | null;
  /** Tickets an order, if the organiser said so. */
  orderMax: number | null;
}

/** What an order takes unless the organiser said otherwise. */
export const orderSeatsMax = 4;
export const orderTicketsMax = 10;

export type PickPlan =
  | { kind: "empty" }
  | { kind: "blocked"; lines: PickedLine[]; reason: string }
  /** `doubt` says that there may be too few: the page's picture can be a moment old, so only the house refuses. */
  | { kind: "ready"; lines: PickedLine[]; asked: Asked; quantity: number; total: number; doubt: string | null };

function linesOf({ types, counts, seats, typeOf }: Pick): PickedLine[] {
  return types
    .map((type) => {
      const own = seats.filter((seat) => typeOf(seat) === type.id);
      return { type, seats: own, quantity: own.length + (counts[type.id] ?? 0) };
    })
    .filter((line) => line.quantity > 0);
}

function doubtIn(pick: Pick, lines: PickedLine[]): string | null {
  const taken = pick.seats.filter(pick.isTaken).map((seat) => `${seat.row}${seat.number}`);
  if (taken.length) return `${taken.join(", ")} ${taken.length === 1 ? "is" : "are"} taken at this moment.`;
  for (const { type, quantity: asked } of lines) {
    const left = pick.left[type.id] ?? type.available_qty;
    if (asked > left) return left === 0 ? `${type.seat_type} is sold out at this moment.` : `Only ${left} left of ${type.seat_type} at this moment.`;
  }
  return null;
}

function obstacle(pick: Pick, quantity: number): string | null {
  const limit = pick.limitPerPerson;
  if (limit !== null && quantity > limit) return limit === 1 ? "One ticket a person." : `At most ${limit} tickets a person.`;
  const seatsMax = pick.orderMax ?? orderSeatsMax;
  if (pick.seats.length > seatsMax) return seatsMax === 1 ? "One seat an order." : `At most ${seatsMax} seats an order.`;
  const ticketsMax = pick.orderMax ?? orderTicketsMax;
  if (quantity > ticketsMax) return `At most ${ticketsMax} tickets an order.`;
  return null;
}

const cents = (amount: number) => Math.round(amount * 100) / 100;

/** Lines and seats as the house takes them: where a seat is not of its zone's first type, every line is named, and seats stand in their order. */
function heldBy(pick: Pick, lines: PickedLine[]): { lines: WishedLine[]; seats: string[] } {
  const isPlain = pick.seats.every((seat) => pick.typeOf(seat) === pick.typeOfZone.get(seat.zone));
  const asked = lines.map((line) => ({ typeId: line.type.id, quantity: line.quantity - (isPlain ? line.seats.length : 0) }));
  const seats = isPlain ? pick.seats : lines.flatMap((line) => line.seats);
  return { lines: asked.filter((line) => line.quantity > 0), seats: seats.map((seat) => seat.id) };
}

/** One type by number is a grab; anything else is held together, all or nothing. */
export function planPick(pick: Pick): PickPlan {
  const lines = linesOf(pick);
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  const first = lines[0];
  if (!first) return { kind: "empty" };
  const reason = obstacle(pick, quantity);
  if (reason) return { kind: "blocked", lines, reason };
  const total = cents(lines.reduce((sum, line) => sum + line.quantity * line.type.price, 0));
  const isGrab = lines.length === 1 && first.seats.length === 0;
  const asked: Asked = isGrab ? { kind: "grab", typeId: first.type.id, quantity } : { kind: "hold", quantity, ...heldBy(pick, lines) };
  return { kind: "ready", lines, asked, quantity, total, doubt: doubtIn(pick, lines) };
}

/** "2 × Stalls (A1, A2) and 1 × Standing" */
export function pickWords(lines: readonly PickedLine[]): string {
  return lines
    .map((line) => {
      const seats = line.seats.map((seat) => `${seat.row}${seat.number}`).join(", ");
      return `${line.quantity} × ${line.type.seat_type}${seats ? ` (${seats})` : ""}`;
    })
    .join(" and ");
}

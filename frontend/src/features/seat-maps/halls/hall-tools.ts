// What an organiser changes in a hall by hand: kinds of seats, aisles and zones, a seat or a row at a time.
import type { Hall, HallRow, HallSeat, SeatKind } from "@/lib/api/tickets";

export type Tool = { kind: "accessible" | "companion" } | { kind: "aisle" } | { kind: "zone"; zone: string };
export type Scope = "seat" | "row";

const changeRows = (hall: Hall, change: (row: HallRow, section: string) => HallRow): Hall => ({
  ...hall,
  sections: hall.sections.map((section) => ({ ...section, rows: section.rows.map((row) => change(row, section.id)) })),
});

const has = (row: HallRow, seatId: string) => row.seats.some((seat) => seat.id === seatId);
const kindOf = (seat: HallSeat): SeatKind => seat.kind ?? "standard";

/** Seats that all are of this kind already become ordinary ones again. */
function withKind(seats: readonly HallSeat[], kind: SeatKind, isMeant: (seat: HallSeat) => boolean): HallSeat[] {
  const after = seats.filter(isMeant).every((seat) => kindOf(seat) === kind) ? "standard" : kind;
  return seats.map((seat) => (isMeant(seat) ? { ...seat, kind: after } : seat));
}

/** An aisle in one row, or behind the seats of this number in all rows of the section; behind a row's last seat there is none. */
function withAisle(hall: Hall, seatId: string, scope: Scope): Hall {
  const section = hall.sections.find((one) => one.rows.some((row) => has(row, seatId)));
  const pressed = section?.rows.flatMap((row) => row.seats).find((seat) => seat.id === seatId);
  if (!section || !pressed) return hall;
  const isAisle = !pressed.aisle_after;
  const isMeant = (seat: HallSeat) => seat.id === seatId || (scope === "row" && seat.number === pressed.number);
  return changeRows(hall, (row, id) =>
    id === section.id && row.seats.some(isMeant)
      ? { ...row, seats: row.seats.map((seat, place) => (isMeant(seat) && place < row.seats.length - 1 ? { ...seat, aisle_after: isAisle } : seat)) }
      : row,
  );
}

/** The hall after a press on a seat. */
export function pressSeat(hall: Hall, tool: Tool, scope: Scope, seatId: string): Hall {
  if (tool.kind === "aisle") return withAisle(hall, seatId, scope);
  const isMeant = (seat: HallSeat) => scope === "row" || seat.id === seatId;
  return changeRows(hall, (row) => {
    if (!has(row, seatId)) return row;
    if (tool.kind === "zone") return { ...row, seats: row.seats.map((seat) => (isMeant(seat) ? { ...seat, zone: tool.zone } : seat)) };
    return { ...row, seats: withKind(row.seats, tool.kind, isMeant) };
  });
}

/** Another zone, with a name and an id of its own. */
export function addZone(hall: Hall): { hall: Hall; id: string } {
  let n = hall.zones.length + 1;
  const isTaken = (one: number) => hall.zones.some((zone) => zone.id === `z${one}` || zone.name.toLowerCase() === `zone ${one}`);
  while (isTaken(n)) n += 1;
  return { hall: { ...hall, zones: [...hall.zones, { id: `z${n}`, name: `Zone ${n}` }] }, id: `z${n}` };
}

export const renameZone = (hall: Hall, id: string, name: string): Hall => ({ ...hall, zones: hall.zones.map((zone) => (zone.id === id ? { ...zone, name } : zone)) });

/** Places of each zone. */
export function placesOf(hall: Hall): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const add = (zone: string, count: number) => places.set(zone, (places.get(zone) ?? 0) + count);
  for (const seat of hall.sections.flatMap((section) => section.rows).flatMap((row) => row.seats)) add(seat.zone, 1);
  for (const area of hall.standing) add(area.zone, area.capacity);
  return places;
}

/** A zone in which somebody has a place stays. */
export const removeZone = (hall: Hall, id: string): Hall => (placesOf(hall).has(id) ? hall : { ...hall, zones: hall.zones.filter((zone) => zone.id !== id) });

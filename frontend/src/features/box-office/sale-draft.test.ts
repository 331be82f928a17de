// An event being written survives a reload, says what is wrong beside each field, and becomes one clean body.
import { expect, test } from "vitest";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { givenHall } from "@/lib/seating/hall-given";
import type { TicketSale } from "@/lib/api/tickets";
import { bodyOf, draftOf, emptySale, emptyType, errorsIn, localInput, readDraft, typesOfHall, writeDraft } from "./sale-draft";

const good = {
  ...emptySale, title: " Winter Concert ", start_time: "2030-02-01T19:00",
  types: [{ ...emptyType, seat_type: "Regular", price: "12,50", available_qty: "80" }, { ...emptyType, seat_type: "Children", price: "0", available_qty: "20" }],
};

const now = Date.parse("2030-01-01T12:00:00Z");

test("what is missing is said beside its field", () => {
  expect(Object.keys(errorsIn(emptySale)).sort()).toEqual(["start_time", "title", "types.0.available_qty", "types.0.price"]);
  expect(errorsIn(good)).toEqual({});
});

test("times must follow each other", () => {
  expect(errorsIn({ ...good, end_time: "2030-02-01T18:00" })).toHaveProperty("end_time");
  expect(errorsIn({ ...good, sale_start_time: "2030-02-02T10:00" })).toHaveProperty("sale_start_time");
});

test("two kinds of one name are asked about, whatever the case", () => {
  expect(errorsIn({ ...good, types: [good.types[0]!, { ...good.types[1]!, seat_type: "REGULAR" }] })).toEqual({ "types.1.seat_type": "There is one of this name already." });
});

test("free is nought, and prices are read with comma or point", () => {
  expect(bodyOf(good, now).ticket_types).toMatchObject([{ price: 12.5, available_qty: 80 }, { price: 0, available_qty: 20 }]);
  expect(errorsIn({ ...good, types: [{ ...good.types[0]!, price: "-3" }] })).toHaveProperty(["types.0.price"]);
});

test("what is empty is left to the house", () => {
  const body = JSON.parse(JSON.stringify(bodyOf(good, now))) as Record<string, unknown>;
  expect(body).toMatchObject({ title: "Winter Concert", hold_seconds: 900, sale_start_time: "2030-01-01T12:00:00.000Z", quotas: [] });
  for (const name of ["end_time", "limit_per_user", "order_max", "seat_map_id", "organizer"]) expect(body).not.toHaveProperty(name);
});

test("a refund rule is sent when it says until when, and a fee goes with it", () => {
  const type = { ...good.types[0]!, full_until: "2030-01-20T12:00", fee_until: "2030-01-30T12:00", fee: "2,50" };
  expect(bodyOf({ ...good, types: [type] }, now).ticket_types[0]!.refund).toEqual({ full_until: new Date("2030-01-20T12:00").toISOString(), fee_until: new Date("2030-01-30T12:00").toISOString(), fee: 2.5 });
  expect(bodyOf(good, now).ticket_types[0]!.refund).toBeUndefined();
  expect(errorsIn({ ...good, types: [{ ...type, fee: "some" }] })).toHaveProperty(["types.0.fee"]);
});

test("a hall offers one kind of ticket a zone, with all its places", () => {
  const hall = { ...givenHall(3, 4), zones: [{ id: "stalls", name: "Stalls" }, { id: "pit", name: "Pit" }, { id: "unused", name: "Unused" }], standing: [{ id: "pit", name: "Pit", zone: "pit", capacity: 50, x: 0, y: 0, width: 4, height: 2 }] };
  expect(typesOfHall(hall)).toMatchObject([{ seat_type: "Stalls", available_qty: "12", section: "stalls" }, { seat_type: "Pit", available_qty: "50", section: "pit" }]);
});

test("a draft comes back after a reload, and a moment stays the same moment in the input", () => {
  const disk = fakeDisk();
  writeDraft(disk, 1, good);
  expect(readDraft(disk, 1)).toEqual(good);
  expect(readDraft(disk, 2)).toBeNull();
  writeDraft(disk, 1, null);
  expect(readDraft(disk, 1)).toBeNull();
  expect(new Date(localInput("2030-02-01T18:30:00Z")).toISOString()).toBe("2030-02-01T18:30:00.000Z");
});

test("a price that can be read in two ways is asked about", () => {
  expect(errorsIn({ ...good, types: [{ ...good.types[0]!, price: "9.999" }] })).toHaveProperty(["types.0.price"], expect.stringContaining("two ways"));
});

const listed = {
  title: "Winter Concert", organizer: "", location: "", description: "", sale_start_time: "2030-01-05T12:00:37.250417Z", start_time: "2030-02-01T19:00:30Z", end_time: "2030-02-01T21:00:00Z",
  doors_open_time: "2030-02-01T18:00:00Z", limit_per_user: null, order_max: 6, hold_seconds: 90, lanes: "weighted", quotas: [],
  ticket_types: [{ id: 4, seat_type: "Regular", price: 12.5, total_qty: 80, lane: "regular", section: null, quota: null, refund: { full_until: "2030-01-20T12:00:15Z", fee_until: null, fee: 0 } }],
} as unknown as TicketSale;

test("an event that is changed keeps to the second what nobody touched", () => {
  const body = bodyOf({ ...draftOf(listed), title: "Other words" }, now, listed);
  expect(body).toMatchObject({ sale_start_time: listed.sale_start_time, start_time: listed.start_time, end_time: listed.end_time, doors_open_time: listed.doors_open_time, hold_seconds: 90 });
  expect(body.ticket_types[0]!.refund!.full_until).toBe("2030-01-20T12:00:15Z");
  const moved = bodyOf({ ...draftOf(listed), start_time: "2030-02-02T19:00", hold_minutes: "5" }, now, listed);
  expect(moved).toMatchObject({ start_time: new Date("2030-02-02T19:00").toISOString(), hold_seconds: 300 });
});

test("what is emptied in an event that is changed is taken away, since what is left out stays", () => {
  expect(bodyOf({ ...draftOf(listed), doors_open_time: "", order_max: "" }, now, listed)).toMatchObject({ doors_open_time: null, order_max: null });
});

test("a quota needs a name of its own and a size", () => {
  const quotas = [{ name: "All", size: "x" }, { name: " ", size: "5" }, { name: "all", size: "5" }];
  expect(Object.keys(errorsIn({ ...good, quotas }))).toEqual(["quotas.0.size", "quotas.1.name", "quotas.2.name"]);
});

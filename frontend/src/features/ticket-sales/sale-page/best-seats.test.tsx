// @vitest-environment jsdom
// "Just give us good ones", with a wheelchair place among them, or for an adult and a child together.
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TicketType } from "@/lib/api/tickets";
import type { Asked } from "../buying/wish";
import { BestSeats } from "./best-seats";

const type = (id: number, seat_type: string, section: string): TicketType => ({ id, seat_type, price: 10, available_qty: 50, total_qty: 50, lane: "regular", section, quota: null, refund: null });
const asked: [Asked, string][] = [];
const best = (types: TicketType[], wheelchairs: [number, number][] = []) =>
  render(<BestSeats types={types} wheelchairs={new Map(wheelchairs)} limitPerPerson={null} orderMax={null} isWaiting={false} onAsk={(...one) => asked.push(one)} />);

beforeEach(() => {
  asked.length = 0;
});
afterEach(cleanup);

test("two seats together, without a word of wheelchairs in a hall that has no place for one", () => {
  best([type(1, "Stalls", "stalls")]);
  expect(screen.queryByLabelText("One of them a wheelchair place")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Find 2 together" }));
  expect(asked).toEqual([[{ kind: "best", typeId: 1, quantity: 2 }, "the best 2 × Stalls"]]);
});

test("a wheelchair place among them, and how many are left", () => {
  best([type(1, "Stalls", "stalls")], [[1, 3]]);
  expect(screen.getByText(/3 are free/)).toBeInTheDocument();
  fireEvent.click(screen.getByLabelText("One of them a wheelchair place"));
  fireEvent.click(screen.getByRole("button", { name: "Find 2 together" }));
  expect(asked).toEqual([[{ kind: "best", typeId: 1, quantity: 2, isAccessible: true }, "the best 2 × Stalls, one a wheelchair place"]]);
});

test("says when none is left at this moment, and lets the house decide", () => {
  best([type(1, "Stalls", "stalls")], [[1, 0]]);
  expect(screen.getByText(/No wheelchair place is left here at this moment/)).toBeInTheDocument();
});

test("an adult and a child of one zone are asked for together", () => {
  best([type(1, "Adult", "stalls"), type(2, "Child", "stalls"), type(3, "Balcony", "balcony")]);
  fireEvent.click(screen.getByRole("button", { name: "More: How many Child" }));
  fireEvent.click(screen.getByRole("button", { name: "Find 3 together" }));
  expect(asked).toEqual([[{ kind: "hold", lines: [{ typeId: 1, quantity: 2 }, { typeId: 2, quantity: 1 }], seats: [], quantity: 3 }, "the best 2 × Adult and 1 × Child"]]);
  for (let n = 0; n < 3; n += 1) fireEvent.click(screen.getByRole("button", { name: "More: How many Child" }));
  expect(screen.getByText("At most 4 seats at once.")).toBeInTheDocument();
  fireEvent.click(screen.getByRole("button", { name: /^Find/ }));
  expect(asked).toHaveLength(1);
});

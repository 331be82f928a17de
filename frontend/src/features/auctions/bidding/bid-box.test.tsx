// @vitest-environment jsdom
// The button bids what the eye saw: never an amount that appeared under the finger, never a slip without a question.
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { LotState } from "../lot-state";
import { BidBox } from "./bid-box";

const open = { lotId: 7, currentPrice: 200, nextMin: 210, bidCount: 3, isActive: true } as LotState;

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function box(over: Partial<Parameters<typeof BidBox>[0]> = {}) {
  const onBid = vi.fn();
  const props = { state: open, isReady: true, isSignedIn: true, isLeading: false, isWaiting: false, onBid, ...over };
  const view = render(<BidBox {...props} />);
  return { onBid, again: (state: LotState) => view.rerender(<BidBox {...props} state={state} />) };
}

test("one press bids the next minimum that stands on the button", () => {
  const { onBid } = box();
  fireEvent.click(screen.getByRole("button", { name: "Bid €210.00" }));
  expect(onBid.mock.calls).toEqual([[210]]);
});

test("a price that rose under the finger is not bid", () => {
  const now = vi.spyOn(performance, "now").mockReturnValue(10_000);
  const { onBid, again } = box();
  again({ ...open, nextMin: 500 });
  now.mockReturnValue(10_200);
  fireEvent.click(screen.getByRole("button", { name: "Bid €500.00" }));
  expect(onBid).not.toHaveBeenCalled();
  expect(screen.getByRole("alert")).toHaveTextContent("had just become €500.00");
  now.mockReturnValue(11_000);
  fireEvent.click(screen.getByRole("button", { name: "Bid €500.00" }));
  expect(onBid.mock.calls).toEqual([[500]]);
});

test("a decimal comma is understood, too little is said at once", () => {
  const { onBid } = box();
  const field = screen.getByLabelText("Your bid");
  fireEvent.change(field, { target: { value: "209,99" } });
  fireEvent.submit(field);
  expect(screen.getByRole("alert")).toHaveTextContent("at least €210.00");
  fireEvent.change(field, { target: { value: "212,50" } });
  fireEvent.submit(field);
  expect(onBid.mock.calls).toEqual([[212.5]]);
});

test("a slip is asked about before it binds", () => {
  const { onBid } = box();
  fireEvent.change(screen.getByLabelText("Your bid"), { target: { value: "2100" } });
  fireEvent.click(screen.getByRole("button", { name: "Bid €2,100.00" }));
  expect(onBid).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: "Yes, bid €2,100.00" }));
  expect(onBid.mock.calls).toEqual([[2100]]);
});

test("what was typed is still there when the box is opened again", () => {
  box();
  fireEvent.change(screen.getByLabelText("Your bid"), { target: { value: "234,5" } });
  cleanup();
  box();
  expect(screen.getByLabelText("Your bid")).toHaveValue("234,5");
});

test("who is not signed in is told so, and his amount stays", () => {
  const { onBid } = box({ isSignedIn: false });
  const field = screen.getByLabelText("Your bid");
  fireEvent.change(field, { target: { value: "234,5" } });
  fireEvent.submit(field);
  expect(onBid).not.toHaveBeenCalled();
  expect(screen.getByRole("alert")).toHaveTextContent("Sign in to bid.");
  expect(field).toHaveValue("234,5");
});

test("where the next bid would be more than the house takes, nothing is offered, and the page says why", () => {
  const { onBid } = box({ state: { ...open, currentPrice: 1e12, nextMin: 1e12 + 100 } });
  expect(screen.queryByRole("group", { name: "Quick amounts" })).toBeNull();
  const field = screen.getByLabelText("Your bid");
  expect(field).toHaveAccessibleDescription(/takes no more than €1,000,000,000,000.00/);
  fireEvent.click(screen.getByRole("button", { name: "Bid" }));
  expect(onBid).not.toHaveBeenCalled();
  expect(screen.getByRole("alert")).toHaveTextContent("nobody can bid higher");
});

test("while an answer is awaited no second press is made", () => {
  const { onBid } = box({ isWaiting: true });
  fireEvent.click(screen.getByRole("button", { name: "Waiting for the answer…" }));
  expect(onBid).not.toHaveBeenCalled();
});

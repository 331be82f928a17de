// @vitest-environment jsdom
// "Take tickets" with nothing chosen says what is to be done: at once, to screen readers too, and aloud when it is pressed.
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { PickPlan } from "../buying/pick-plan";
import { toChooseWords } from "../wording";
import type { SlipActions } from "./answer-slips";
import { TakeButton } from "./take-button";

const onAsk = vi.fn();
afterEach(() => {
  cleanup();
  onAsk.mockReset();
});

const actions = { isReady: true, isWaiting: false, onAsk } as unknown as SlipActions;
const ready: PickPlan = { kind: "ready", lines: [], asked: { kind: "best", typeId: 1, quantity: 2 }, quantity: 2, total: 0, doubt: null };
const button = (plan: PickPlan, isWaiting = false, isReady = true) => (
  <>
    <p id="why">At most 4 seats an order.</p>
    <TakeButton saleId={7} plan={plan} toChoose="Choose how many tickets you would like." reasonId="why" isSignedIn actions={{ ...actions, isWaiting, isReady }} />
  </>
);

test("nothing chosen: what is to be done stands beside it, and a press says it aloud, each time", () => {
  render(button({ kind: "empty" }));
  const take = screen.getByRole("button", { name: "Take tickets" });
  expect(take).toBeEnabled();
  expect(take).not.toHaveAttribute("aria-disabled");
  expect(take).toHaveAccessibleDescription("Choose how many tickets you would like.");
  expect(screen.queryByRole("alert")).toBeNull();
  fireEvent.click(take);
  const told = screen.getByRole("alert");
  expect(told).toHaveTextContent("Choose how many tickets you would like.");
  fireEvent.click(take);
  expect(screen.getByRole("alert")).not.toBe(told);
  expect(onAsk).not.toHaveBeenCalled();
});

test("once something is chosen it is taken, and an old press is not held against who chooses anew", () => {
  const { rerender } = render(button({ kind: "empty" }));
  fireEvent.click(screen.getByRole("button", { name: "Take tickets" }));
  rerender(button(ready));
  const take = screen.getByRole("button", { name: "Take 2 tickets · free" });
  expect(take).toHaveAccessibleDescription("");
  fireEvent.click(take);
  expect(onAsk).toHaveBeenCalledTimes(1);
  rerender(button({ kind: "empty" }));
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a choice that cannot be taken is described by its reason", () => {
  render(button({ kind: "blocked", lines: [], reason: "At most 4 seats an order." }));
  expect(screen.getByRole("button", { name: "Take tickets" })).toHaveAccessibleDescription("At most 4 seats an order.");
});

test("what there is to choose depends on the hall", () => {
  expect([toChooseWords(false, true), toChooseWords(true, false), toChooseWords(true, true)]).toEqual([
    "Choose how many tickets you would like.", "Choose your seats on the map.", "Choose seats on the map, or how many tickets you would like.",
  ]);
});

test("while a press waits for its answer another one asks for nothing", () => {
  render(button(ready, true));
  fireEvent.click(screen.getByRole("button", { name: "Waiting for the answer…" }));
  expect(onAsk).not.toHaveBeenCalled();
});

test("until the page can take a press the button says so", () => {
  const { rerender } = render(button(ready, true, false));
  const take = screen.getByRole("button", { name: "One moment…" });
  expect(take).toHaveAttribute("aria-disabled", "true");
  fireEvent.click(take);
  expect(onAsk).not.toHaveBeenCalled();
  rerender(button(ready));
  fireEvent.click(screen.getByRole("button", { name: "Take 2 tickets · free" }));
  expect(onAsk).toHaveBeenCalledTimes(1);
});

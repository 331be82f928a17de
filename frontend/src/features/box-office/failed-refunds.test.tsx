// @vitest-environment jsdom
// What the organiser owes because a refund was refused for good: said once, in full, and not at all where nothing is owed.
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FailedRefund, Office, Order, RefundByHand } from "@/lib/api/tickets";
import { ToastProvider } from "@/components/ui/toast";
import { Problem } from "@/lib/api/problem";
import { fetchBuyers, settleRefund } from "./box-office-calls";
import { FailedRefunds } from "./failed-refunds";

vi.mock("./box-office-calls", () => ({ fetchBuyers: vi.fn(), settleRefund: vi.fn() }));

const names = new Map<number, string | null>([[7_000_001, "Anna Berg"], [7_000_002, null]]);
beforeEach(() => {
  vi.mocked(fetchBuyers).mockReset().mockImplementation(async () => names);
  vi.mocked(settleRefund).mockReset();
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(cleanup);

const failed = (n: number, amount_cents = 5_000): FailedRefund => ({ refund_id: 7_000_100 + n, order_id: 7_000_000 + n, amount_cents, failed_at: "2026-03-01T18:30:00Z" });
const told = (newest: FailedRefund[], older = 0): Office["failed_refunds"] => ({ count: newest.length + older, amount_cents: 5_000 * (newest.length + older), newest });
const paid = (...newest: RefundByHand[]): Office["refunds_by_hand"] => ({
  count: newest.length, amount_cents: 5_000 * newest.length, paid_twice_count: newest.filter((one) => one.paid_again_at).length,
  paid_twice_cents: 5_000 * newest.filter((one) => one.paid_again_at).length, newest,
});
const office = (refunds: Office["failed_refunds"], byHand = paid(), onSettled = () => undefined as void) => (
  <ToastProvider>
    <FailedRefunds saleId={7} refunds={refunds} byHand={byHand} onSettled={onSettled} />
  </ToastProvider>
);
const lines = () => within(screen.getByRole("list", { name: "Refunds that failed, the newest first" })).getAllByRole("listitem");

test("nothing is shown, and nobody's name is asked for, where no refund failed", () => {
  render(office(told([])));
  expect(screen.queryByRole("heading")).toBeNull();
  expect(fetchBuyers).not.toHaveBeenCalled();
});

test("one that failed is told with its order, its buyer, its amount and since when", async () => {
  render(office(told([failed(1)])));
  expect(screen.getByRole("alert")).toHaveTextContent("1 refund failed: €50.00 to pay another way");
  expect(await screen.findByText("Anna Berg")).toBeInTheDocument();
  const [line] = lines();
  expect(line).toHaveTextContent("Order 7000001");
  expect(line).toHaveTextContent("since Sun");
  expect(line).toHaveTextContent("€50.00");
});

test("an erased buyer and a name that could not be read are said, not left empty", async () => {
  render(office(told([failed(3), failed(2)])));
  expect(await screen.findByText("name could not be read")).toBeInTheDocument();
  expect(lines().map((line) => /name could not be read|account erased/.exec(line.textContent)?.[0])).toEqual(["name could not be read", "account erased"]);
});

test("many show the newest few, the rest at a press, and how many older ones the sum counts", () => {
  render(office(told(Array.from({ length: 20 }, (_, n) => failed(20 - n)), 3)));
  expect(screen.getByRole("alert")).toHaveTextContent("23 refunds failed: €1,150.00 to pay another way");
  expect(lines()).toHaveLength(5);
  fireEvent.click(screen.getByRole("button", { name: "Show 15 more" }));
  expect(lines()).toHaveLength(20);
  expect(screen.getByText(/And 3 older ones/)).toBeInTheDocument();
});

test("figures read anew ask for names only when there are other orders", async () => {
  const { rerender } = render(office(told([failed(1)])));
  await screen.findByText("Anna Berg");
  rerender(office(told([failed(1)])));
  expect(fetchBuyers).toHaveBeenCalledTimes(1);
  rerender(office(told([failed(2), failed(1)])));
  expect(await screen.findByText("account erased")).toBeInTheDocument();
  expect(vi.mocked(fetchBuyers).mock.lastCall).toEqual([7, [7_000_002, 7_000_001]]);
});

test("one that was paid another way is marked so with how, and not without", async () => {
  const onSettled = vi.fn();
  vi.mocked(settleRefund).mockRejectedValueOnce(new Problem({ status: 409, code: "refund_settled", detail: "It was noted already.", facts: {} }));
  vi.mocked(settleRefund).mockResolvedValueOnce({} as Order);
  render(office(told([failed(1)]), paid(), onSettled));
  fireEvent.click(screen.getByRole("button", { name: "Mark as paid: order 7000001" }));
  const dialog = within(screen.getByRole("dialog", { name: "€50.00 paid another way?" }));
  const note = dialog.getByLabelText("How was it paid?");
  const press = () => fireEvent.click(dialog.getByRole("button", { name: "Mark as paid" }));
  fireEvent.change(note, { target: { value: "  " } });
  press();
  expect(note).toBeInvalid();
  expect(dialog.getByText("Say how you paid it back.")).toBeInTheDocument();
  expect(settleRefund).not.toHaveBeenCalled();

  fireEvent.change(note, { target: { value: " bank transfer " } });
  press();
  expect(await dialog.findByText("It was noted already.")).toBeInTheDocument();
  press();
  await waitFor(() => expect(onSettled).toHaveBeenCalledTimes(1));
  const [first, second] = vi.mocked(settleRefund).mock.calls;
  expect(first?.slice(0, 2)).toEqual([7_000_101, "bank transfer"]);
  expect(second?.[2]).not.toBe(first?.[2]);
  expect(screen.getByText("€50.00 of order 7000001 noted as paid")).toBeInTheDocument();
  expect(screen.getByRole("heading", { name: "Refunds that failed" })).toHaveFocus();
});

test("what was paid another way stays to be looked up: how, by whom", () => {
  const one = { refund_id: 7_000_101, order_id: 7_000_001, amount_cents: 5_000, note: "cash", settled_at: "2026-03-01T18:30:00Z", settled_by: 3, settled_by_name: "Clara", paid_again_at: null };
  render(office(told([]), paid(one, { ...one, refund_id: 7_000_102, settled_by: 0, settled_by_name: null }, { ...one, refund_id: 7_000_103, settled_by_name: null })));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByText("3 refunds paid another way: €150.00")).toBeInTheDocument();
  const settled = within(screen.getByRole("list", { name: "Refunds paid another way, the newest first", hidden: true })).getAllByRole("listitem", { hidden: true });
  expect(settled[0]).toHaveTextContent("cash");
  expect(settled.map((line) => /by (.*)€/.exec(line.textContent)?.[1])).toEqual(["Clara", "the operator of the house", "an account that is erased"]);
});

test("what the payment provider paid as well stands open, with how much was paid twice and when", () => {
  const one = { refund_id: 7_000_101, order_id: 7_000_001, amount_cents: 5_000, note: "cash", settled_at: "2026-03-01T18:30:00Z", settled_by: 3, settled_by_name: "Clara", paid_again_at: null };
  render(office(told([]), paid({ ...one, paid_again_at: "2026-03-04T09:00:00Z" }, { ...one, refund_id: 7_000_102 })));
  expect(screen.getByText("1 of them was paid twice: €50.00")).toBeInTheDocument();
  const [twice, once] = within(screen.getByRole("list", { name: "Refunds paid another way, the newest first" })).getAllByRole("listitem");
  expect(twice).toHaveTextContent(/by Clara.*and .*4 Mar.* by the payment provider/);
  expect(once).not.toHaveTextContent("provider");
});

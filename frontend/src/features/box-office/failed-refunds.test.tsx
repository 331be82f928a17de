// @vitest-environment jsdom
// What the organiser owes because a refund was refused for good: said once, in full, and not at all where nothing is owed.
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FailedRefund, Office } from "@/lib/api/tickets";
import { fetchBuyers } from "./box-office-calls";
import { FailedRefunds } from "./failed-refunds";

vi.mock("./box-office-calls", () => ({ fetchBuyers: vi.fn() }));

const names = new Map<number, string | null>([[7_000_001, "Anna Berg"], [7_000_002, null]]);
beforeEach(() => void vi.mocked(fetchBuyers).mockReset().mockImplementation(async () => names));
afterEach(cleanup);

const failed = (n: number, amount_cents = 5_000): FailedRefund => ({ refund_id: 7_000_100 + n, order_id: 7_000_000 + n, amount_cents, failed_at: "2026-03-01T18:30:00Z" });
const told = (newest: FailedRefund[], older = 0): Office["failed_refunds"] => ({ count: newest.length + older, amount_cents: 5_000 * (newest.length + older), newest });
const lines = () => within(screen.getByRole("list", { name: "Refunds that failed, the newest first" })).getAllByRole("listitem");

test("nothing is shown, and nobody's name is asked for, where no refund failed", () => {
  const { container } = render(<FailedRefunds saleId={7} refunds={told([])} />);
  expect(container).toBeEmptyDOMElement();
  expect(fetchBuyers).not.toHaveBeenCalled();
});

test("one that failed is told with its order, its buyer, its amount and since when", async () => {
  render(<FailedRefunds saleId={7} refunds={told([failed(1)])} />);
  expect(screen.getByRole("alert")).toHaveTextContent("1 refund failed: €50.00 to pay another way");
  expect(await screen.findByText("Anna Berg")).toBeInTheDocument();
  const [line] = lines();
  expect(line).toHaveTextContent("Order 7000001");
  expect(line).toHaveTextContent("since Sun");
  expect(line).toHaveTextContent("€50.00");
});

test("an erased buyer and a name that could not be read are said, not left empty", async () => {
  render(<FailedRefunds saleId={7} refunds={told([failed(3), failed(2)])} />);
  expect(await screen.findByText("name could not be read")).toBeInTheDocument();
  expect(lines().map((line) => /name could not be read|account erased/.exec(line.textContent)?.[0])).toEqual(["name could not be read", "account erased"]);
});

test("many show the newest few, the rest at a press, and how many older ones the sum counts", () => {
  render(<FailedRefunds saleId={7} refunds={told(Array.from({ length: 20 }, (_, n) => failed(20 - n)), 3)} />);
  expect(screen.getByRole("alert")).toHaveTextContent("23 refunds failed: €1,150.00 to pay another way");
  expect(lines()).toHaveLength(5);
  fireEvent.click(screen.getByRole("button", { name: "Show 15 more" }));
  expect(lines()).toHaveLength(20);
  expect(screen.getByText(/And 3 older ones/)).toBeInTheDocument();
});

test("figures read anew ask for names only when there are other orders", async () => {
  const { rerender } = render(<FailedRefunds saleId={7} refunds={told([failed(1)])} />);
  await screen.findByText("Anna Berg");
  rerender(<FailedRefunds saleId={7} refunds={told([failed(1)])} />);
  expect(fetchBuyers).toHaveBeenCalledTimes(1);
  rerender(<FailedRefunds saleId={7} refunds={told([failed(2), failed(1)])} />);
  expect(await screen.findByText("account erased")).toBeInTheDocument();
  expect(vi.mocked(fetchBuyers).mock.lastCall).toEqual([7, [7_000_002, 7_000_001]]);
});

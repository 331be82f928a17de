// @vitest-environment jsdom
// The box office's list of orders says the same of the money as the buyer reads.
import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { OfficeOrders } from "./office-orders";

vi.mock("@/components/ui/moment", () => ({ Moment: () => null }));
const refunded = (id: number, refund: string) => ({ id, user: "Anna", status: "refunded", total_cents: 900, lines: [], refunds: [{ status: refund }] });
vi.mock("./box-office-calls", () => ({
  pageSize: 20,
  exportAddress: () => "/",
  fetchOrders: () => Promise.resolve({ items: [refunded(1, "failed"), refunded(2, "paid_twice"), refunded(3, "settled_by_hand")], total: 3 }),
}));

test("orders whose refund failed, was paid by hand or twice are called so", async () => {
  render(<OfficeOrders saleId={7} round={0} />);
  // Each stands once as a card and once as a row.
  expect(await screen.findAllByText("Refund failed")).toHaveLength(2);
  expect(screen.getAllByText("Refunded twice")).toHaveLength(2);
  expect(screen.getAllByText("Refunded by hand")).toHaveLength(2);
  expect(screen.queryByText(/^refunded$/i)).toBeNull();
});

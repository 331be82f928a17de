// @vitest-environment jsdom
// One's list of orders says the same of the money as each order's page.
import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Order } from "@/lib/api/tickets";
import { Row } from "./my-orders";

vi.mock("@/components/ui/moment", () => ({ Moment: () => null }));

test("an order whose refund failed is not called refunded in the list", () => {
  const order = { id: 7_000_001, event: "Evening", status: "refunded", total_cents: 900, lines: [], refunds: [{ status: "failed" }] };
  render(<Row order={order as unknown as Order} />);
  expect(screen.getByText("Refund failed")).toBeTruthy();
  expect(screen.queryByText("Refunded")).toBeNull();
});

// @vitest-environment jsdom
// Whoever comes back from the payment page is told what became of the payment, also of the second of two.
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Order } from "@/lib/api/tickets";
import { Standing } from "./standing";

vi.mock("@/components/ui/span-left", () => ({ SpanLeft: () => <span>5:00</span> }));
afterEach(cleanup);

const said = (status: Order["status"], ...attempts: Order["attempts"]) => {
  cleanup();
  render(<Standing order={{ id: 7_000_001, event_id: 7, status, attempts, refunds: [], expires_at: "2030-01-01T12:15:00Z" } as unknown as Order} />);
  return screen.getByRole("status").textContent;
};

test("a payment that was refused is said while the places are still held", () => {
  expect(said("held", "refused")).toMatch(/^The payment was refused\. Held for another 5:00, not paid yet/);
  expect(said("held")).toMatch(/^Held for another 5:00, not paid yet/);
});

test("one that was refused while an earlier one has no answer is not called waited for", () => {
  expect(said("pending", "open", "refused")).toContain("The last payment was refused");
  expect(said("pending", "open")).toContain("Waiting for the payment");
});

test("nobody is told that nothing was charged while a payment may still come", () => {
  expect(said("expired", "open")).toContain("all of your money back");
  expect(said("expired", "open")).not.toContain("Nothing was charged");
  expect(said("expired", "open", "refused")).not.toContain("Nothing was charged");
  for (const before of [said("expired", "refused"), said("expired")]) expect(before).toContain("Nothing was charged.");
});

test("an order is not called refunded in its sentence either while the refund has failed", () => {
  for (const status of ["refunded", "partly_refunded", "late_refunded", "paid"] as const) {
    cleanup();
    render(<Standing order={{ id: 7_000_001, event_id: 7, status, attempts: [], total_cents: 900, refunds: [{ status: "failed" }] } as unknown as Order} />);
    expect(screen.getByRole("status").textContent, status).toMatch(/A refund did not go through; the organiser pays it another way\.$/);
    expect(screen.getByRole("status").textContent, status).not.toContain("is refunded");
  }
});

// An order is never called refunded while its money is not back; every list and its own page say so in these words.
import { expect, test } from "vitest";
import type { Order, OrderStatus, Refund } from "@/lib/api/tickets";
import { gravestRefund, orderTone, orderWords } from "./order-words";

const order = (status: OrderStatus, ...refunds: Refund["status"][]) => ({ status, refunds: refunds.map((one) => ({ status: one })) }) as Pick<Order, "status" | "refunds">;

test("an order whose money goes back is called by what became of the money", () => {
  expect(orderWords(order("refunded", "issued"))).toBe("Refund on its way");
  expect(orderWords(order("refunded", "succeeded"))).toBe("Refunded");
  expect(orderWords(order("refunded", "failed"))).toBe("Refund failed");
  expect(orderWords(order("refunded", "settled_by_hand"))).toBe("Refunded by hand");
  expect(orderWords(order("refunded", "paid_twice"))).toBe("Refunded twice");
  expect(orderWords(order("late_refunded", "failed"))).toBe("Refund failed: paid too late");
  expect(orderWords(order("late_refunded", "succeeded"))).toBe("Refunded: paid too late");
});

test("of several refunds the gravest is told", () => {
  expect(gravestRefund(order("refunded", "succeeded", "failed", "issued"))).toBe("failed");
  expect(orderWords(order("refunded", "succeeded", "failed"))).toBe("Refund failed");
  expect(orderWords(order("partly_refunded", "succeeded", "settled_by_hand"))).toBe("In part: refunded by hand");
  expect(orderWords(order("partly_refunded", "succeeded"))).toBe("Partly refunded");
});

test("a second payment that could not go back is told beside what the order is", () => {
  expect(orderWords(order("paid", "failed"))).toBe("Paid, refund failed");
  expect(orderWords(order("paid", "succeeded"))).toBe("Paid");
  expect(orderWords(order("held"))).toBe("Held");
});

test("a refund that failed or was paid twice stands out", () => {
  expect(orderTone(order("refunded", "failed"))).toBe("live");
  expect(orderTone(order("paid", "failed"))).toBe("live");
  expect(orderTone(order("refunded", "paid_twice"))).toBe("warn");
  expect(orderTone(order("refunded", "succeeded"))).toBe("plain");
});

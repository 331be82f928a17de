// How an order's situation is called wherever it stands: on its own page, in one's list, at the box office and the help desk.
import type { Order, OrderStatus, Refund } from "@/lib/api/tickets";

type Paid = Pick<Order, "status" | "refunds">;

const statusWords: Record<OrderStatus, string> = {
  held: "Held",
  pending: "Being paid",
  paid: "Paid",
  cancelled: "Cancelled",
  expired: "Lapsed",
  released: "Given back unpaid",
  refunded: "Refunded",
  partly_refunded: "Partly refunded",
  late_refunded: "Refunded: paid too late",
};

const tones = {
  held: "warn",
  pending: "warn",
  paid: "good",
  cancelled: "plain",
  expired: "plain",
  released: "plain",
  refunded: "plain",
  partly_refunded: "good",
  late_refunded: "plain",
} as const;

/** What became of the money, the gravest first: of several refunds the gravest is told. */
const backWords = {
  failed: "Refund failed",
  paid_twice: "Refunded twice",
  issued: "Refund on its way",
  settled_by_hand: "Refunded by hand",
  succeeded: "Refunded",
} as const satisfies Record<Refund["status"], string>;
const gravestFirst = Object.keys(backWords) as Refund["status"][];

/** Undefined where nothing ever went back. */
export function gravestRefund({ refunds }: Paid): Refund["status"] | undefined {
  return gravestFirst.find((status) => refunds.some((refund) => refund.status === status));
}

/** An order's status says only that money is to go back; whether it did is said by its refunds, and so by these words. */
export function orderWords(order: Paid): string {
  const gravest = gravestRefund(order);
  const words = statusWords[order.status];
  if (gravest === undefined) return words;
  switch (order.status) {
    case "refunded":
      return backWords[gravest];
    case "partly_refunded":
      return gravest === "succeeded" ? words : `In part: ${backWords[gravest].toLowerCase()}`;
    case "late_refunded":
      return `${backWords[gravest]}: paid too late`;
    default:
      // A payment that was made twice goes back beside what the order is.
      return gravest === "failed" || gravest === "paid_twice" ? `${words}, ${backWords[gravest].toLowerCase()}` : words;
  }
}

export function orderTone(order: Paid): "plain" | "good" | "warn" | "live" {
  const gravest = gravestRefund(order);
  if (gravest === "failed") return "live";
  return gravest === "paid_twice" ? "warn" : tones[order.status];
}

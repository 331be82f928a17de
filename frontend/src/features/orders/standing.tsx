// How an order stands: what is being waited for, and what can be done about it.
"use client";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SpanLeft } from "@/components/ui/span-left";
import type { Order } from "@/lib/api/tickets";
import { gravestRefund } from "@/lib/house/order-words";
import { isRefused, lapsedWords } from "./wording";

/** How an order stands, in a sentence; a refused payment is said, whatever an earlier attempt still does. */
export function Standing({ order }: { order: Order }) {
  const wasRefused = isRefused(order);
  const failed = gravestRefund(order) === "failed" ? <p>A refund did not go through; the organiser pays it another way.</p> : null;
  switch (order.status) {
    case "held":
      return (
        <Notice tone="warn" role="status" title={<>{wasRefused ? "The payment was refused. " : null}Held for another {order.expires_at ? <SpanLeft until={order.expires_at} over="moment" /> : "while"}, not paid yet</>}>
          {wasRefused ? <p>Nothing was charged by it. You can try again, with another card perhaps.</p> : null}
          <ButtonLink size="small" tone="wax" className="mt-2" href={`/orders/${order.id}/checkout`}>
            Go and pay
          </ButtonLink>
        </Notice>
      );
    case "pending":
      return (
        <Notice tone="warn" role="status" title={wasRefused ? "The last payment was refused" : "Waiting for the payment"}>
          <p className="breathes">
            {wasRefused ? "Of an earlier one the payment provider has not told us yet." : "The payment provider has not told us yet."} The places are safe; this page changes by itself.
          </p>
          <Link href={`/orders/${order.id}/checkout`} className="mt-1 inline-block underline underline-offset-4">
            {wasRefused ? "Pay anew" : "Closed the payment page? Pay anew"}
          </Link>
        </Notice>
      );
    case "paid":
      return (
        <Notice tone="good" role="status" title={order.total_cents === 0 ? "Yours. Enjoy the evening" : "Paid. Enjoy the evening"}>
          <p>Each ticket has a code of its own. A letter with all of them is on its way.</p>
          {failed}
        </Notice>
      );
    case "partly_refunded":
      return (
        <Notice tone={failed ? "warn" : "plain"} role="status" title="Some tickets were given back">
          <p>The others stay valid.</p>
          {failed}
        </Notice>
      );
    case "late_refunded":
      return (
        <Notice tone="warn" role="status" title="The payment came too late">
          <p>The places had gone to others and nothing alike was left{failed ? "." : ", so all of it is refunded."}</p>
          {failed}
        </Notice>
      );
    case "expired":
      return (
        <Notice role="status" title="The hold has lapsed">
          <p>{lapsedWords(order)}</p>
          <Link href={`/events/${order.event_id}`} className="underline underline-offset-4">
            See what is still there
          </Link>
        </Notice>
      );
    case "released":
      return <Notice role="status" title="Given back before it was paid">Nothing was charged.</Notice>;
    case "cancelled":
    case "refunded":
      return (
        <Notice tone={failed ? "warn" : "plain"} role="status" title="This order is over">
          <p>Its codes are not valid any more.</p>
          {failed}
        </Notice>
      );
  }
}

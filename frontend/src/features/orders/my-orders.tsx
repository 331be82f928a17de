// One's orders, the newest first: what has to be paid, what is paid, what is over.
"use client";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { Moment } from "@/components/ui/moment";
import { PageHead } from "@/components/ui/section-page";
import { Segmented } from "@/components/ui/segmented";
import { SpanLeft } from "@/components/ui/span-left";
import { Tag } from "@/components/ui/tag";
import type { Order } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { useMoney } from "@/lib/house/house-context";
import { orderTone, orderWords } from "@/lib/house/order-words";
import { fetchMyOrders } from "./order-calls";
import { type Shelf, isOn, isOpen, shelves, whatWords } from "./wording";

export function Row({ order }: { order: Order }) {
  const money = useMoney();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-hairline py-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="lot-number">Order {order.id}</span>
          <Tag tone={orderTone(order)} className="max-sm:whitespace-normal">{orderWords(order)}</Tag>
        </p>
        <Link href={`/orders/${order.id}`} className="font-display text-title font-semibold hover:underline hover:underline-offset-4">
          {order.event}
        </Link>
        <p className="text-ink-soft">
          {whatWords(order)} · <Moment iso={order.created_at} />
        </p>
      </div>
      <div className="flex items-center gap-4">
        <p className="text-right">
          <span className="block text-title font-semibold">{order.total_cents === 0 ? "free" : money(order.total_cents / 100)}</span>
          {isOpen(order) && order.expires_at ? (
            <span className="text-small text-ink-soft">
              held for <SpanLeft until={order.expires_at} over="no time" urgentMs={120_000} />
            </span>
          ) : null}
        </p>
        {isOpen(order) ? (
          <ButtonLink size="small" tone="wax" href={`/orders/${order.id}/checkout`} aria-label={`Pay order ${order.id}`}>
            Pay
          </ButtonLink>
        ) : null}
      </div>
    </li>
  );
}

export function MyOrders() {
  const view = useDoor("my-orders", fetchMyOrders);
  const wanted = useSearchParams().get("show") ?? "all";
  const shelf: Shelf = wanted in shelves ? (wanted as Shelf) : "all";
  return (
    <>
      <PageHead title="My orders">Everything you took at the box office, the newest first.</PageHead>
      <Door view={view} what="The list of your orders">
        {({ items, total }) => {
          if (items.length === 0) {
            return (
              <Empty title="No orders yet" action={<ButtonLink href="/events">See the programme</ButtonLink>}>
                Tickets you take are kept here, with what was paid and what was refunded.
              </Empty>
            );
          }
          const shown = items.filter((order) => isOn(shelf, order));
          return (
            <>
              <Segmented
                label="Which orders"
                segments={(Object.keys(shelves) as Shelf[]).map((name) => ({
                  href: name === "all" ? "/me/orders" : `/me/orders?show=${name}`,
                  label: shelves[name],
                  isCurrent: name === shelf,
                  count: items.filter((order) => isOn(name, order)).length,
                }))}
              />
              {shown.length ? (
                <ul className="border-t border-hairline">
                  {shown.map((order) => (
                    <Row key={order.id} order={order} />
                  ))}
                </ul>
              ) : (
                <Empty title="Nothing on this shelf" />
              )}
              {total > items.length ? <p className="mt-4 text-small text-ink-soft">The newest {items.length} of {total}.</p> : null}
            </>
          );
        }}
      </Door>
    </>
  );
}

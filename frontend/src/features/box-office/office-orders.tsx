// The orders of an event, the newest first, and all of them as a file.
"use client";
import { useState } from "react";
import { Door } from "@/components/ui/door";
import { Moment } from "@/components/ui/moment";
import { PageTurner } from "@/components/ui/page-turner";
import { Price } from "@/components/ui/price";
import { Tag } from "@/components/ui/tag";
import type { Order } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { orderTone, orderWords } from "@/lib/house/order-words";
import { exportAddress, fetchOrders, pageSize } from "./box-office-calls";

const link = "inline-flex min-h-9 items-center rounded-edge border border-edge px-3 text-small font-semibold hover:border-ink hover:bg-sheet";

function what(order: Order): string {
  return order.lines.map((line) => `${line.quantity} × ${line.ticket_type}`).join(", ");
}

const state = (order: Order) => <Tag tone={orderTone(order)} className="max-sm:whitespace-normal">{orderWords(order)}</Tag>;

const cost = (order: Order) => (order.total_cents === 0 ? "free" : <Price amount={order.total_cents / 100} />);

function Cards({ orders }: { orders: Order[] }) {
  return (
    <ul aria-label="Orders" className="border-t-2 border-ink sm:hidden">
      {orders.map((order) => (
        <li key={order.id} className="grid gap-1 border-b border-hairline py-3">
          <p className="flex items-center justify-between gap-3">
            <span className="lot-number">{order.id}</span>
            {state(order)}
          </p>
          <p className="flex justify-between gap-3 font-semibold">
            {what(order)}
            <span>{cost(order)}</span>
          </p>
          <p className="text-small text-ink-soft">
            {order.user ?? "–"} · <Moment iso={order.created_at} style="seconds" />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Rows({ orders }: { orders: Order[] }) {
  return (
    <div className="overflow-x-auto max-sm:hidden" tabIndex={0} role="region" aria-label="Orders">
      <table className="w-full min-w-2xl text-left">
        <caption className="sr-only">Orders, the newest first</caption>
        <thead>
          <tr className="border-b-2 border-ink text-small text-ink-soft">
            {["Order", "When", "Who", "What", "State"].map((head) => (
              <th key={head} scope="col" className="py-2 pr-4">
                {head}
              </th>
            ))}
            <th scope="col" className="py-2 text-right">
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr key={order.id} className="border-b border-hairline">
              <th scope="row" className="py-2.5 pr-4 font-normal">
                <span className="lot-number">{order.id}</span>
              </th>
              <td className="py-2.5 pr-4 whitespace-nowrap">
                <Moment iso={order.created_at} style="seconds" />
              </td>
              <td className="py-2.5 pr-4">{order.user ?? "–"}</td>
              <td className="py-2.5 pr-4">{what(order)}</td>
              <td className="py-2.5 pr-4">
                {state(order)}
              </td>
              <td className="py-2.5 text-right">{cost(order)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `round` changes when the figures do, and the page of orders is read again. */
export function OfficeOrders({ saleId, round }: { saleId: number; round: number }) {
  const [page, setPage] = useState(0);
  const view = useDoor(`office-orders-${saleId}-${page}`, () => fetchOrders(saleId, page), round);
  return (
    <section aria-labelledby="orders-heading" className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="orders-heading" className="text-head">
          Orders
        </h2>
        <div className="flex gap-2">
          <a href={exportAddress(saleId, "csv")} download className={link}>
            All as CSV
          </a>
          <a href={exportAddress(saleId, "xlsx")} download className={link}>
            All as XLSX
          </a>
        </div>
      </div>
      <Door view={view} what="The list of orders">
        {({ items, total }) => (
          <>
            {items.length ? (
              <>
                <Cards orders={items} />
                <Rows orders={items} />
              </>
            ) : (
              <p className="text-ink-soft">No orders yet.</p>
            )}
            <PageTurner page={page} size={pageSize} total={total} onTurn={setPage} back="Newer" on="Older" />
          </>
        )}
      </Door>
    </section>
  );
}

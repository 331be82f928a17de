// What an order is about as a small ledger: lines, seats, the sum.
"use client";
import { Fragment } from "react";
import { Price } from "@/components/ui/price";
import type { Order } from "@/lib/api/tickets";
import { seatWords } from "./wording";

const amount = (cents: number) => (cents === 0 ? "free" : <Price amount={cents / 100} />);

export function OrderLines({ order }: { order: Order }) {
  return (
    <table className="w-full">
      <caption className="sr-only">What this order is about</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Ticket</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <Fragment key={line.ticket_type_id}>
            <tr className="border-b border-hairline">
              <th scope="row" className="py-2.5 text-left font-normal">
                {line.quantity} × {line.ticket_type}
              </th>
              <td className="py-2.5 text-right">{amount(line.quantity * line.price_cents)}</td>
            </tr>
            {order.seats
              .filter((seat) => line.seat_ids.includes(seat.id))
              .map((seat) => (
                <tr key={seat.id} className="border-b border-hairline text-small text-ink-soft">
                  <th scope="row" className="py-1.5 pl-4 text-left font-normal">
                    {seatWords(seat)}
                  </th>
                  <td />
                </tr>
              ))}
          </Fragment>
        ))}
        {order.discount_cents ? (
          <tr className="border-b border-hairline">
            <th scope="row" className="py-2.5 text-left font-normal">
              Discount
            </th>
            <td className="py-2.5 text-right">−<Price amount={order.discount_cents / 100} /></td>
          </tr>
        ) : null}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="pt-3 text-left">
            In all
          </th>
          <td className="pt-3 text-right text-title font-semibold">{amount(order.total_cents)}</td>
        </tr>
        {order.refunded_cents ? (
          <tr>
            <th scope="row" className="pt-1 text-left font-normal text-ink-soft">
              Refund
            </th>
            <td className="pt-1 text-right text-ink-soft">
              <Price amount={order.refunded_cents / 100} />
            </td>
          </tr>
        ) : null}
      </tfoot>
    </table>
  );
}

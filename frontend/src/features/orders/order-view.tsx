// An order from the press to the last refund: what is being waited for, the tickets, and what can be done with them.
"use client";
import { useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Moment } from "@/components/ui/moment";
import { Price } from "@/components/ui/price";
import { PageHead } from "@/components/ui/section-page";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import type { Order, OrderTicket, Refund } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { gravestRefund, orderTone, orderWords } from "@/lib/house/order-words";
import { SayPageThing } from "@/lib/house/page-thing";
import { GiveBackDialog } from "./give-back-dialog";
import { fetchOrder, resendLetter } from "./order-calls";
import { OrderLines } from "./order-lines";
import { Standing } from "./standing";
import { TicketSlip } from "./ticket-slip";
import { canGiveBack, isOpen, validTickets } from "./wording";

const askEveryMs = 1_500;

/** Asks again while the house waits for the payment provider, also for one to pay back. */
function useOrder(id: number) {
  const view = useDoor(`order-${id}`, () => fetchOrder(id));
  const { state, reload } = view;
  const status = state.kind === "ready" ? state.data.status : null;
  const isGoingBack = state.kind === "ready" && gravestRefund(state.data) === "issued";
  useEffect(() => {
    if (status !== "pending" && status !== "held" && !isGoingBack) return;
    const timer = setInterval(reload, status === "pending" ? askEveryMs : 4 * askEveryMs);
    return () => clearInterval(timer);
  }, [status, isGoingBack, reload]);
  return view;
}

const refundWords: Record<Refund["reason"], string> = { late: "paid too late", duplicate: "paid twice", given_back: "given back", sale_cancelled: "event cancelled" };
const refundStates: Record<Refund["status"], string> = { issued: "on its way", succeeded: "paid back", failed: "did not go through", settled_by_hand: "paid another way", paid_twice: "paid twice" };
const refundTones = { issued: "plain", succeeded: "good", failed: "live", settled_by_hand: "good", paid_twice: "plain" } as const;

function Refunds({ order }: { order: Order }) {
  if (order.refunds.length === 0) return null;
  return (
    <section aria-labelledby="refunds-heading">
      <h2 id="refunds-heading" className="text-title">
        Refunds
      </h2>
      <ul className="mt-2 border-t border-hairline">
        {order.refunds.map((refund) => (
          <li key={refund.id} className="flex items-center justify-between gap-4 border-b border-hairline py-2.5">
            <span>
              <Price amount={refund.amount_cents / 100} />
              <span className="text-ink-soft"> · {refundWords[refund.reason]}</span>
              {refund.note ? <span className="block text-small wrap-anywhere text-ink-soft">{refund.note}</span> : null}
              {refund.status === "paid_twice" ? <span className="block text-small text-ink-soft">and by the payment provider as well; please agree with the organiser on what goes back</span> : null}
            </span>
            <Tag tone={refundTones[refund.status]}>{refundStates[refund.status]}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tickets({ order, onGiveBack }: { order: Order; onGiveBack: (ticket: OrderTicket) => void }) {
  const sorted = [...order.tickets].sort((a, b) => Number(b.status === "valid") - Number(a.status === "valid") || a.id - b.id);
  return (
    <ul className="grid gap-4">
      {sorted.map((ticket) => (
        <li key={ticket.id}>
          <TicketSlip
            ticket={ticket}
            title={order.event}
            action={
              canGiveBack(ticket) && order.tickets.length > 1 ? (
                <Button tone="line" size="small" onClick={() => onGiveBack(ticket)} aria-label={`Give back ticket ${ticket.id}`}>
                  Give back
                </Button>
              ) : null
            }
          />
        </li>
      ))}
    </ul>
  );
}

export function Acts({ order, onGiveBack }: { order: Order; onGiveBack: () => void }) {
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const resend = () => {
    setBusy(true);
    resendLetter(order.id)
      .then(
        () => toast({ tone: "good", title: "The letter is on its way again" }),
        (error: unknown) => toast({ tone: "bad", title: "The letter was not sent", text: sentence(error) }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {validTickets(order).length ? (
        <>
          <Button tone="line" size="small" onClick={() => window.print()}>
            Print
          </Button>
          <Button tone="line" size="small" isBusy={isBusy} onClick={resend}>
            Send the letter again
          </Button>
        </>
      ) : null}
      {order.tickets.some(canGiveBack) ? (
        <Button tone="danger" size="small" onClick={onGiveBack}>
          {order.tickets.length === 1 ? "Give the ticket back" : "Give the whole order back"}
        </Button>
      ) : null}
    </div>
  );
}

export function OrderView({ id }: { id: number }) {
  const view = useOrder(id);
  const toast = useToast();
  const [given, setGiven] = useState<OrderTicket | "all" | null>(null);
  return (
    <div className="page-column pt-8 pb-20">
      <Door view={view} what="The order">
        {(order) => (
          <>
            <SayPageThing about="order" id={order.id} seq={order.seq} title={order.event} />
            <PageHead title={order.event} action={<ButtonLink tone="line" size="small" href={`/events/${order.event_id}`}>To the event</ButtonLink>}>
              <span className="flex flex-wrap items-center gap-3">
                <span className="lot-number text-lead">Order {order.id}</span>
                <Tag tone={orderTone(order)} className="max-sm:whitespace-normal">{orderWords(order)}</Tag>
                <Moment iso={order.created_at} />
              </span>
            </PageHead>
            <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,7fr)_minmax(20rem,5fr)] lg:gap-x-12">
              <div className="grid min-w-0 content-start gap-6">
                <Standing order={order} />
                {order.tickets.length ? (
                  <>
                    <h2 className="sr-only">Tickets</h2>
                    <Tickets order={order} onGiveBack={setGiven} />
                  </>
                ) : null}
                {isOpen(order) || order.tickets.length === 0 ? null : <Acts order={order} onGiveBack={() => setGiven("all")} />}
              </div>
              <div className="grid content-start gap-8">
                <OrderLines order={order} />
                <Refunds order={order} />
              </div>
            </div>
            {given ? (
              <GiveBackDialog
                order={order}
                ticket={given === "all" ? (order.tickets.length === 1 ? (validTickets(order)[0] ?? null) : null) : given}
                onClose={() => setGiven(null)}
                onDone={() => {
                  setGiven(null);
                  toast({ tone: "good", title: "Given back", text: order.total_cents ? "What is refunded stands on the order." : undefined });
                  view.reload();
                }}
              />
            ) : null}
          </>
        )}
      </Door>
    </div>
  );
}

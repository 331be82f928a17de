// Paying for what is held: how long it is held, what it is, and the one button.
"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/section-page";
import { SpanLeft } from "@/components/ui/span-left";
import { Problem, sentence } from "@/lib/api/problem";
import type { Order } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { useServerNow } from "@/lib/clock/clock-context";
import { newCommandId } from "@/lib/commands/command-id";
import { SayPageThing } from "@/lib/house/page-thing";
import { useMoney } from "@/lib/house/house-context";
import { checkOut, fetchOrder, releaseHold } from "./order-calls";
import { OrderLines } from "./order-lines";
import { isOpen, isRefused, lapsedWords } from "./wording";

const urgentMs = 2 * 60_000;

function Lapsed({ order }: { order: Order }) {
  return (
    <Notice tone="warn" role="status" title="The hold has lapsed">
      <p>{lapsedWords(order)} What is still free can be taken anew.</p>
      <ButtonLink size="small" className="mt-3" href={`/events/${order.event_id}`}>
        Back to the tickets
      </ButtonLink>
    </Notice>
  );
}

function Till({ order, onStale }: { order: Order; onStale: () => void }) {
  const router = useRouter();
  const money = useMoney();
  const now = useServerNow(1_000);
  // One id for this press and every repetition of it, until it is answered.
  const [commandId, setCommandId] = useState(newCommandId);
  const [busy, setBusy] = useState<"pay" | "release" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isLapsed = order.expires_at !== null && Date.parse(order.expires_at) <= now;
  useEffect(() => {
    if (isLapsed) onStale();
  }, [isLapsed, onStale]);
  if (isLapsed) return <Lapsed order={order} />;

  const failed = (error: unknown) => {
    setBusy(null);
    setProblem(sentence(error));
    if (!(error instanceof Problem) || error.status >= 500) return;
    setCommandId(newCommandId());
    onStale();
  };
  const pay = () => {
    setBusy("pay");
    setProblem(null);
    checkOut(order.id, commandId).then(({ payment_url: url }) => {
      const to = new URL(url ?? `/orders/${order.id}`, window.location.href);
      // The test till is one of our own pages; a real provider's is not.
      if (to.origin === window.location.origin) router.push(to.pathname);
      else window.location.assign(to);
    }, failed);
  };
  const release = () => {
    setBusy("release");
    setProblem(null);
    releaseHold(order.id, newCommandId()).then(() => router.push(`/events/${order.event_id}`), failed);
  };
  return (
    <section aria-label="Till" className="grid gap-5 border border-hairline border-t-4 border-t-wax-solid bg-sheet p-5 sm:p-6">
      {order.expires_at ? (
        <p>
          <span className="block text-small text-ink-soft">Held for you for another</span>
          <SpanLeft until={order.expires_at} over="no time" urgentMs={urgentMs} className="text-lot font-semibold" />
        </p>
      ) : null}
      {isRefused(order) ? (
        <Notice tone="bad" title="The last payment was refused">
          Nothing was charged by it.{order.status === "pending" ? " An earlier one has no answer yet; a second payment of the same order is never kept." : " You can try again, with another card perhaps."}
        </Notice>
      ) : order.status === "pending" ? (
        <Notice tone="warn" title="A payment is on its way">
          If you closed the payment page, press again: a second payment of the same order is never kept.
        </Notice>
      ) : null}
      {problem ? <Notice tone="bad" role="alert" title={problem}>What is held stays held until the time is over. Pressing again cannot pay twice.</Notice> : null}
      <Button tone="wax" size="large" wide isBusy={busy === "pay"} busyText="One moment…" disabled={busy !== null} onClick={pay}>
        {order.total_cents === 0 ? "Take the tickets" : `Pay ${money(order.total_cents / 100)}`}
      </Button>
      <Button tone="line" wide isBusy={busy === "release"} disabled={busy !== null} onClick={release}>
        Give back
      </Button>
      <p className="text-small text-ink-soft">The places cannot lapse while a payment is under way. A payment that comes too late is refunded, or still gets you tickets if there are any.</p>
    </section>
  );
}

export function Checkout({ id }: { id: number }) {
  const view = useDoor(`order-${id}`, () => fetchOrder(id));
  return (
    <div className="page-column pt-8 pb-20">
      <Door view={view} what="The order">
        {(order) => (
          <>
            <SayPageThing about="order" id={order.id} seq={order.seq} title={order.event} />
            <PageHead title={order.event}>
              <span className="lot-number">Order {order.id}</span>
            </PageHead>
            <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,7fr)_minmax(20rem,5fr)] lg:gap-x-12">
              <OrderLines order={order} />
              {isOpen(order) ? (
                <Till order={order} onStale={view.reload} />
              ) : order.status === "expired" ? (
                <Lapsed order={order} />
              ) : (
                <Notice title="There is nothing to pay here">
                  <Link href={`/orders/${order.id}`} className="underline underline-offset-4">
                    See how the order stands
                  </Link>
                </Notice>
              )}
            </div>
          </>
        )}
      </Door>
    </div>
  );
}

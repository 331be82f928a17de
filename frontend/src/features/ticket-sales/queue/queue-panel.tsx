// The queue of a sale: how long it is, the way in, one's own place as it moves, and what came of one's turn.
"use client";
import Link from "next/link";
import { type ReactNode, useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Stepper } from "@/components/ui/stepper";
import type { OwnRequest, QueueLengths, TicketSale } from "@/lib/api/tickets";
import { refusalTitle } from "../buying/answer";
import { orderSeatsMax, orderTicketsMax } from "../buying/pick-plan";
import type { Asked } from "../buying/wish";
import type { QueueView } from "./use-queue";

interface QueuePanelProps {
  sale: TicketSale;
  view: QueueView;
  seatedTypes: ReadonlySet<number>;
  isSignedIn: boolean;
  isWaiting: boolean;
  onAsk: (asked: Asked, what: string) => void;
}

const requests = (n: number) => (n === 1 ? "1 request waits" : `${n} requests wait`);

/** "7 requests wait: 2 VIP, 5 regular." */
export function lengthWords(queue: QueueLengths): string {
  if (queue.waiting === 0) return "Nobody waits yet.";
  return `${requests(queue.waiting)}${queue.vip && queue.regular ? `: ${queue.vip} VIP, ${queue.regular} regular` : ""}.`;
}

/** "3rd" */
export function ordinal(n: number): string {
  const tens = n % 100;
  const ending = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
}

function Place({ own, queue, isFresh, isWaiting, onLeave }: { own: OwnRequest; queue: QueueLengths; isFresh: boolean; isWaiting: boolean; onLeave: () => void }) {
  const place = own.position ?? 0;
  const before = place - 1;
  return (
    <div className="grid gap-3 border-l-4 border-ink bg-sheet px-4 py-3">
      <div role="status">
        <p className="text-small text-ink-soft">
          {own.quantity} × {own.ticket_type}
        </p>
        <p className="text-lot leading-tight font-semibold">{place === 1 ? "You are next" : `You are ${ordinal(place)}`}</p>
        <p>{before === 0 ? "Nobody is before you." : before === 1 ? "One request is served before yours." : `${before} requests are served before yours, over all lanes.`}</p>
      </div>
      <p className="text-small text-ink-soft">
        {isFresh ? (queue.paused ? "The organiser lets people through in turns. " : "") : "The house does not answer just now; your place is kept. "}
        You may close this page: your place stays yours. When it is your turn, tickets that cost something are held for you for a while, so look in again.
      </p>
      <Button size="small" tone="line" className="justify-self-start" aria-disabled={isWaiting || undefined} onClick={() => !isWaiting && onLeave()}>
        Leave the queue
      </Button>
    </div>
  );
}

function Turn({ own, onPutAside }: { own: OwnRequest; onPutAside: () => void }) {
  const what = `${own.quantity} × ${own.ticket_type}`;
  const orderId = own.result?.order_id ?? null;
  const code = own.result?.code ?? "";
  return (
    <Notice role="status" tone={orderId === null ? "bad" : "good"} title={orderId === null ? `${refusalTitle({ code, message: "", facts: {} })}: ${what}` : `It is your turn: ${what}`}>
      <p>{orderId === null ? `${own.result?.reason ?? ""} When it was your turn nothing could be given out; nothing was taken and nothing is charged.` : "The tickets are set aside for you. What costs something waits for your payment."}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {orderId === null ? null : (
          <ButtonLink size="small" href={`/orders/${orderId}`}>
            To the order
          </ButtonLink>
        )}
        <Button size="small" tone="line" onClick={onPutAside}>
          Put aside
        </Button>
      </div>
    </Notice>
  );
}

function Join({ sale, queue, seatedTypes, isWaiting, onAsk }: Pick<QueuePanelProps, "sale" | "seatedTypes" | "isWaiting" | "onAsk"> & { queue: QueueLengths }) {
  const [typeId, setTypeId] = useState(sale.ticket_types[0]?.id);
  const [quantity, setQuantity] = useState(1);
  const type = sale.ticket_types.find((one) => one.id === typeId) ?? sale.ticket_types[0];
  if (!type) return null;
  const most = Math.min(sale.order_max ?? (seatedTypes.has(type.id) ? orderSeatsMax : orderTicketsMax), sale.limit_per_user ?? Infinity);
  const asked = Math.min(quantity, most);
  return (
    <div className="grid gap-3">
      {sale.ticket_types.length > 1 ? (
        <SelectField label="Ticket" value={type.id} onChange={(event) => setTypeId(Number(event.target.value))}>
          {sale.ticket_types.map((one) => (
            <option key={one.id} value={one.id}>
              {one.seat_type}
              {one.lane === "vip" ? " · VIP lane" : ""}
            </option>
          ))}
        </SelectField>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Stepper label="How many to queue for" value={asked} min={1} max={most} onChange={setQuantity} />
        <Button tone="line" className="grow" aria-disabled={isWaiting || undefined} onClick={() => !isWaiting && onAsk({ kind: "queue", typeId: type.id, quantity: asked }, `${asked} × ${type.seat_type} in the queue`)}>
          Join the queue
        </Button>
      </div>
      {queue.vip + queue.regular > 0 && sale.lanes === "strict" && type.lane === "regular" ? <p className="text-small text-ink-soft">VIP requests are served first here.</p> : null}
    </div>
  );
}

/** The tab says how one stands, for who waits in another one. */
function useTitle(words: string | null): void {
  useEffect(() => {
    if (words === null) return;
    const before = document.title;
    document.title = `${words} · ${before}`;
    return () => {
      document.title = before;
    };
  }, [words]);
}

function Frame({ queue, children }: { queue: QueueLengths; children: ReactNode }) {
  return (
    <section aria-labelledby="queue-heading" className="grid gap-3 border border-hairline p-4">
      <div>
        <h2 id="queue-heading" className="text-title">
          Queue
        </h2>
        <p className="text-small text-ink-soft">{lengthWords(queue)}</p>
      </div>
      {children}
    </section>
  );
}

export function QueuePanel({ sale, view, seatedTypes, isSignedIn, isWaiting, onAsk }: QueuePanelProps) {
  const { queue, waiting, done } = view;
  const first = waiting.reduce<number | null>((least, one) => (least === null || (one.position ?? least) < least ? one.position : least), null);
  useTitle(done.some((one) => one.result?.order_id) ? "Your turn" : first === null ? null : first === 1 ? "Next" : ordinal(first));
  if (!view.isShown) return null;
  return (
    <Frame queue={queue}>
      {done.map((own) => (
        <Turn key={own.request_id} own={own} onPutAside={() => view.putAside(own.request_id)} />
      ))}
      {waiting.map((own) => (
        <Place
          key={own.request_id}
          own={own}
          queue={queue}
          isFresh={view.isFresh}
          isWaiting={isWaiting}
          onLeave={() => onAsk({ kind: "leave", requestId: own.request_id }, `${own.quantity} × ${own.ticket_type} in the queue`)}
        />
      ))}
      {waiting.length + done.length === 0 ? (
        <>
          <p>{queue.paused ? "Tickets are given out in turns here." : "Others are before you."} What nobody waits for can be taken at once; for anything else take a place, and your turn comes by itself.</p>
          {isSignedIn ? (
            <Join sale={sale} queue={queue} seatedTypes={seatedTypes} isWaiting={isWaiting} onAsk={onAsk} />
          ) : (
            <Link href={`/sign-in?next=${encodeURIComponent(`/events/${sale.id}`)}`} className="font-semibold underline underline-offset-4">
              Sign in to queue
            </Link>
          )}
        </>
      ) : null}
    </Frame>
  );
}

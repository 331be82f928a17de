// What is the person's own, beside the conversation: the lots he sells, how he stands on those he bid on, his orders.
"use client";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Tag } from "@/components/ui/tag";
import { useDoor } from "@/lib/api/use-door";
import { useMoney } from "@/lib/house/house-context";
import { orderTone, orderWords } from "@/lib/house/order-words";
import { hasRole } from "@/lib/session/gate";
import { useUser } from "@/lib/session/session-context";
import type { PersonsOrder, PersonsThings as Things } from "../types";
import { fetchPerson } from "./desk-calls";

const few = 5;
const many = 50;

type Tone = "plain" | "good" | "warn" | "live";
type Bid = Things["bids"]["items"][number];
type Lot = Things["lots"]["items"][number];

const standings: Record<Bid["state"], { words: string; tone: Tone }> = {
  leading: { words: "leading", tone: "good" },
  outbid: { words: "outbid", tone: "live" },
  won: { words: "won", tone: "good" },
  lost: { words: "lost", tone: "plain" },
  cancelled: { words: "withdrawn", tone: "plain" },
};

export function Part({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <section className="border-t border-hairline pt-3">
      <h3 className="eyebrow mb-2 font-sans text-ink-soft">
        {title}
        {count ? ` · ${count}` : ""}
      </h3>
      {children}
    </section>
  );
}

/** One thing of his: what it is, with a figure and its state beneath. */
function Row({ href, title, figure, tag, tone }: { href: string | null; title: string; figure: string; tag: string; tone: Tone }) {
  return (
    <li className="grid gap-0.5 border-b border-hairline py-1.5 last:border-0">
      {href ? (
        <Link href={href} target="_blank" className="truncate underline decoration-hairline underline-offset-4 hover:decoration-ink">
          {title}
        </Link>
      ) : (
        <span className="truncate">{title}</span>
      )}
      <span className="flex items-center justify-between gap-2">
        <span className="text-ink-soft">{figure}</span>
        <Tag tone={tone}>{tag}</Tag>
      </span>
    </li>
  );
}

function List({ items }: { items: ReactNode[] }) {
  return items.length === 0 ? <p className="text-small text-ink-soft">None.</p> : <ul className="text-small">{items}</ul>;
}

const lotTones: Partial<Record<string, Tone>> = { open: "live", sold: "good" };

function ordersWords({ lines }: PersonsOrder): string {
  return lines.map((line) => `${line.quantity} × ${line.ticket_type}`).join(", ");
}

export function PersonsThings({ talkId, participant }: { talkId: number; participant: 1 | 2 }) {
  const money = useMoney();
  const user = useUser();
  const [limit, setLimit] = useState(few);
  const view = useDoor(`person|${talkId}|${participant}|${limit}`, () => fetchPerson(talkId, participant, limit));
  // The page of an order shows codes, which an agent has no use for.
  const opensOrders = user !== null && hasRole(user, "admin");
  return (
    <Door view={view} what="Lots, bids and orders">
      {({ lots, bids, orders }) => (
        <>
          <Part title="Bids" count={bids.total}>
            <List
              items={bids.items.map(({ lot, state, my_amount: amount }) => (
                <Row key={lot.id} href={`/lots/${lot.id}`} title={`${lot.id}: ${lot.title}`} figure={`${money(amount)}, ${lot.is_active ? "now" : "ended at"} ${money(lot.current_price)}`} tag={standings[state].words} tone={standings[state].tone} />
              ))}
            />
          </Part>
          <Part title="Orders" count={orders.total}>
            <List
              items={orders.items.map((order) => (
                <Row
                  key={order.id}
                  href={opensOrders ? `/orders/${order.id}` : null}
                  title={`${order.id}: ${order.event}`}
                  figure={`${ordersWords(order)}, ${money(order.total_cents / 100)}`}
                  tag={orderWords(order)}
                  tone={orderTone(order)}
                />
              ))}
            />
          </Part>
          <Part title="Sells" count={lots.total}>
            <List
              items={lots.items.map((lot: Lot) => (
                <Row key={lot.id} href={`/lots/${lot.id}`} title={`${lot.id}: ${lot.title}`} figure={`${money(lot.current_price)}, ${lot.bid_count === 1 ? "1 bid" : `${lot.bid_count} bids`}`} tag={lot.status} tone={lotTones[lot.status] ?? "plain"} />
              ))}
            />
          </Part>
          {limit === few && Math.max(lots.total, bids.total, orders.total) > few ? (
            <Button size="small" tone="line" onClick={() => setLimit(many)}>
              Show more
            </Button>
          ) : null}
        </>
      )}
    </Door>
  );
}

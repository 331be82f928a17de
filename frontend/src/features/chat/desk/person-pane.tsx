// Beside the conversation: what it hangs on as the person saw it and as it is now, and what else is his.
"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { Door } from "@/components/ui/door";
import { Moment } from "@/components/ui/moment";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { type DoorView, useDoor } from "@/lib/api/use-door";
import { useMoney } from "@/lib/house/house-context";
import { hasRole } from "@/lib/session/gate";
import { useUser } from "@/lib/session/session-context";
import { findTalks } from "../chat-calls";
import { Face } from "../inbox/face";
import { useChat } from "../live/chat-context";
import type { Talk } from "../talk-state";
import type { Seen } from "../types";
import { contextWords, statusTones, statusWords } from "../wording";
import { findOrders } from "./desk-calls";

const link = "underline decoration-hairline underline-offset-4 hover:decoration-ink";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-hairline pt-3">
      <h3 className="eyebrow mb-2 font-sans text-ink-soft">{title}</h3>
      {children}
    </section>
  );
}

/** A figure's text as a person reads it: money, moments, words. */
function Figure({ name, text }: { name: string; text: string }) {
  const money = useMoney();
  if (!text) return <span className="text-ink-soft">–</span>;
  if ((name === "Price" || name === "Total") && Number.isFinite(Number(text))) return <>{money(Number(text))}</>;
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return <Moment iso={text} />;
  return <>{text.replaceAll("_", " ")}</>;
}

function SeenTable({ seen }: { seen: Seen }) {
  return (
    <>
      <p className="mb-2">
        <Link href={seen.link} target="_blank" className={`font-semibold ${link}`}>
          {seen.title}
        </Link>
      </p>
      <table className="w-full text-small">
        <thead>
          <tr className="text-left text-ink-soft">
            <td />
            <th scope="col" className="py-1 pr-2 font-normal">
              as seen
            </th>
            <th scope="col" className="py-1 font-normal">
              now
            </th>
          </tr>
        </thead>
        <tbody>
          {seen.figures.map(({ name, then, now }) => (
            <tr key={name} className="border-t border-hairline align-top">
              <th scope="row" className="py-1.5 pr-2 text-left font-normal text-ink-soft">
                {name}
              </th>
              <td className="py-1.5 pr-2">
                <Figure name={name} text={then} />
              </td>
              <td className={then && then !== now ? "py-1.5 font-semibold" : "py-1.5"}>
                <Figure name={name} text={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function OtherTalks({ talk }: { talk: Talk }) {
  const { participant1: person } = talk.info;
  const view = useDoor(`talks-of|${person.id}`, () => findTalks({ scope: "help", q: person.username, limit: 20 }));
  return (
    <Door view={view} what="Other conversations">
      {({ results }) => {
        const others = results.filter((one) => one.participant1_id === person.id && one.id !== talk.info.id);
        if (others.length === 0) return <p className="text-small text-ink-soft">None.</p>;
        return (
          <ul className="grid gap-1 text-small">
            {others.map((one) => (
              <li key={one.id} className="flex items-center justify-between gap-2">
                <Link href={`/desk/${one.id}?list=all`} className={`min-w-0 truncate ${link}`}>
                  {contextWords(one) ?? `No. ${one.id}`}: {one.last_message || "no words"}
                </Link>
                <Tag tone={statusTones[one.status]}>{statusWords[one.status]}</Tag>
              </li>
            ))}
          </ul>
        );
      }}
    </Door>
  );
}

/** Orders of a person are an administrator's to see. */
function Orders({ talk }: { talk: Talk }) {
  const money = useMoney();
  const { participant1: person } = talk.info;
  const view = useDoor(`orders-of|${person.id}`, () => findOrders(person.username));
  return (
    <Door view={view} what="Orders">
      {({ items }) => {
        const own = items.filter((order) => String(order.user_id) === person.id);
        if (own.length === 0) return <p className="text-small text-ink-soft">None.</p>;
        return (
          <ul className="grid gap-1 text-small">
            {own.map((order) => (
              <li key={order.id} className="flex items-baseline justify-between gap-2">
                <Link href={`/orders/${order.id}`} target="_blank" className={`min-w-0 truncate ${link}`}>
                  {order.id}: {order.event}
                </Link>
                <span className="whitespace-nowrap">
                  {money(order.total_cents / 100)} <span className="text-ink-soft">{order.status}</span>
                </span>
              </li>
            ))}
          </ul>
        );
      }}
    </Door>
  );
}

export function PersonPane({ talk, seen }: { talk: Talk; seen: DoorView<Seen | null> }) {
  const user = useUser();
  const { participant1: person } = talk.info;
  const isOnline = useChat((state) => state.online.has(person.id));
  return (
    <div className="grid content-start gap-4">
      <div className="flex items-center gap-3">
        <Face user={person} isOnline={isOnline} />
        <div className="min-w-0">
          <p className="truncate font-semibold">{person.username}</p>
          <p className="text-small text-ink-soft">
            No. {person.id} · {person.role} · since <Moment iso={new Date(person.created_at * 1_000).toISOString()} style="day" />
          </p>
        </div>
      </div>
      {person.description ? <p className="text-small text-ink-soft">{person.description}</p> : null}
      {talk.info.context ? (
        <Part title="What it is about">
          {seen.state.kind === "loading" ? <Skeleton className="h-24" /> : <Door view={seen} what="What it is about">{(data) => (data ? <SeenTable seen={data} /> : <p className="text-small text-ink-soft">It is no longer here.</p>)}</Door>}
        </Part>
      ) : null}
      <Part title="Other conversations">
        <OtherTalks talk={talk} />
      </Part>
      {user && hasRole(user, "admin") ? (
        <Part title="Orders">
          <Orders talk={talk} />
        </Part>
      ) : null}
    </div>
  );
}

// Beside the conversation: what it hangs on as the person saw it and as it is now, and what else is his.
"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Door } from "@/components/ui/door";
import { CrossMark } from "@/components/ui/marks";
import { Moment } from "@/components/ui/moment";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { type DoorView, useDoor } from "@/lib/api/use-door";
import { useMoney } from "@/lib/house/house-context";
import { findTalks } from "../chat-calls";
import { Face } from "../inbox/face";
import { useChat } from "../live/chat-context";
import type { Talk } from "../talk-state";
import type { ChatUser, Seen } from "../types";
import { contextWords, isHelp, statusTones, statusWords } from "../wording";
import { Part, PersonsThings } from "./persons-things";

const link = "underline decoration-hairline underline-offset-4 hover:decoration-ink";

/** A figure's text as a person reads it: money, moments, words. */
function Figure({ name, text }: { name: string; text: string }) {
  const money = useMoney();
  if (!text) return <span className="text-ink-soft">–</span>;
  if ((name === "Price" || name === "Total" || name === "Refunded") && Number.isFinite(Number(text))) return <>{money(Number(text))}</>;
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

function Head({ person }: { person: ChatUser }) {
  const isOnline = useChat((state) => state.online.has(person.id));
  return (
    <>
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
    </>
  );
}

interface AsideProps {
  talk: Talk;
  seen: DoorView<Seen | null>;
  /** On a screen too narrow for it, it comes over the page. */
  isOpen: boolean;
  onClose: () => void;
}

export function PersonAside({ talk, seen, isOpen, onClose }: AsideProps) {
  return (
    <aside
      aria-label="The person"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      className={classNames("overflow-y-auto overscroll-contain xl:relative xl:block xl:border-l xl:border-hairline xl:pl-6", isOpen ? "arrives fixed inset-y-0 right-0 z-40 w-[min(22rem,100%)] border-l border-edge bg-paper p-4 shadow-lift xl:inset-auto xl:z-auto xl:w-auto xl:bg-transparent xl:py-0 xl:shadow-none" : "hidden")}
    >
      <button type="button" onClick={onClose} aria-label="Close" className="ml-auto grid size-11 place-items-center text-ink-soft hover:text-ink xl:hidden">
        <CrossMark className="size-5" />
      </button>
      <PersonPane talk={talk} seen={seen} />
    </aside>
  );
}

function PersonPane({ talk, seen }: { talk: Talk; seen: DoorView<Seen | null> }) {
  const { info } = talk;
  const [participant, setParticipant] = useState<1 | 2>(1);
  const people = [info.participant1, info.participant2] as const;
  return (
    <div className="grid grid-cols-1 content-start gap-4">
      {isHelp(info) ? null : (
        <div role="group" aria-label="Whose things are shown" className="grid grid-cols-2 gap-2">
          {people.map((person, place) => (
            <Button key={person.id} size="small" tone={participant === place + 1 ? "ink" : "line"} aria-pressed={participant === place + 1} className="min-w-0" onClick={() => setParticipant(place === 0 ? 1 : 2)}>
              <span className="truncate">{person.username}</span>
            </Button>
          ))}
        </div>
      )}
      <Head person={people[participant - 1] ?? info.participant1} />
      {info.context ? (
        <Part title="What it is about">
          {seen.state.kind === "loading" ? <Skeleton className="h-24" /> : <Door view={seen} what="What it is about">{(data) => (data ? <SeenTable seen={data} /> : <p className="text-small text-ink-soft">It is no longer here.</p>)}</Door>}
        </Part>
      ) : null}
      <PersonsThings key={participant} talkId={info.id} participant={participant} />
      {isHelp(info) ? (
        <Part title="Other conversations">
          <OtherTalks talk={talk} />
        </Part>
      ) : null}
    </div>
  );
}

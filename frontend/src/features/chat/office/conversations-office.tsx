// All conversations of the house, to be searched by an administrator; who opens one of two others is written down.
"use client";
import Link from "next/link";
import { useDeferredValue, useState } from "react";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { Field, SelectField } from "@/components/ui/field";
import { Moment } from "@/components/ui/moment";
import { PageTurner } from "@/components/ui/page-turner";
import { PageHead } from "@/components/ui/section-page";
import { Tag } from "@/components/ui/tag";
import { useDoor } from "@/lib/api/use-door";
import { findTalks } from "../chat-calls";
import type { Conversation, TalkStatus } from "../types";
import { contextWords, isHelp, nameOf, statusTones, statusWords } from "../wording";
import { Monitor } from "./monitor";

const shown = 25;

function TalkRow({ info }: { info: Conversation }) {
  const about = contextWords(info);
  return (
    <li className="grid gap-x-6 border-b border-hairline py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-ink-soft">{info.id}</span>
          <Link href={`/admin/conversations/${info.id}`} className="font-semibold wrap-anywhere underline decoration-hairline underline-offset-4 hover:decoration-ink">
            {nameOf(info.participant1)} and {info.participant2.role === "help-desk" ? "the help desk" : nameOf(info.participant2)}
          </Link>
          {about ? <span className="lot-number">{about}</span> : null}
          <Tag tone={statusTones[info.status]}>{statusWords[info.status]}</Tag>
          {info.blocked_by.length ? <Tag tone="live">blocked</Tag> : null}
          {info.assignee ? <span className="text-small text-ink-soft">with {info.assignee.username}</span> : null}
        </p>
        <p className="truncate text-small text-ink-soft">{info.last_message || (info.last_message_time === null ? "No words yet" : isHelp(info) ? "A message without words" : "Between the two of them")}</p>
      </div>
      <Moment iso={new Date(info.updated_at * 1_000).toISOString()} className="text-small text-ink-soft" />
    </li>
  );
}

export function ConversationsOffice() {
  const [typed, setTyped] = useState("");
  const [status, setStatus] = useState<TalkStatus | "">("");
  const [page, setPage] = useState(0);
  const q = useDeferredValue(typed.trim());
  const view = useDoor(`talks|${q}|${status}|${page}`, () => findTalks({ scope: "all", q, status: status || undefined, limit: shown, offset: page * shown }));
  return (
    <>
      <PageHead title="Conversations">Between people, and with the help desk. Who opens a conversation of two others is written down among the acts, and so is who takes a message away.</PageHead>
      <Monitor />
      <div className="mb-4 grid max-w-xl grid-cols-[minmax(0,1fr)_auto] items-end gap-3">
        <Field
          label="Name, mail, number or words"
          type="search"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setPage(0);
          }}
        />
        <SelectField
          label="State"
          value={status}
          onChange={(event) => {
            setStatus(event.target.value as TalkStatus | "");
            setPage(0);
          }}
        >
          <option value="">All</option>
          {Object.entries(statusWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </SelectField>
      </div>
      <Door view={view} what="The list of conversations">
        {({ results, count }) => (
          <>
            {results.length === 0 ? (
              <Empty title={q || status ? "Nothing like that" : "Nobody has written yet"} />
            ) : (
              <ul>
                {results.map((info) => (
                  <TalkRow key={info.id} info={info} />
                ))}
              </ul>
            )}
            <PageTurner page={page} size={shown} total={count} onTurn={setPage} />
          </>
        )}
      </Door>
    </>
  );
}

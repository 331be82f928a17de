// One's messages: the list beside the conversation, on a phone one of the two at a time.
"use client";
import { useParams } from "next/navigation";
import { type ReactNode, useDeferredValue, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Field, SelectField } from "@/components/ui/field";
import { useChat } from "../live/chat-context";
import { type Talk, sideOfPerson } from "../talk-state";
import type { TalkStatus } from "../types";
import { statusWords } from "../wording";
import { TalkList } from "./talk-list";
import { useFound } from "./use-found";

function Aside({ currentId }: { currentId: number | null }) {
  const [typed, setTyped] = useState("");
  const [status, setStatus] = useState<TalkStatus | "">("");
  const q = useDeferredValue(typed.trim());
  const personId = useChat((state) => state.personId);
  const belongs = q ? null : ({ info }: Talk) => (!status || info.status === status) && sideOfPerson(info, personId, false) !== null;
  const found = useFound({ scope: "mine", q, status: status || undefined }, belongs);
  return (
    <>
      <div className="flex flex-wrap gap-2 pb-3">
        <Field className="grow basis-[8rem]" label={<span className="sr-only">Search in messages</span>} type="search" placeholder="Name or words" value={typed} onChange={(event) => setTyped(event.target.value)} />
        <SelectField label={<span className="sr-only">State</span>} value={status} onChange={(event) => setStatus(event.target.value as TalkStatus | "")}>
          <option value="">All</option>
          {Object.entries(statusWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="relative min-h-0 overflow-y-auto overscroll-contain">
        <TalkList
          found={found}
          label="Conversations"
          currentId={currentId}
          addressOf={(id) => `/messages/${id}`}
          empty={q || status ? "Nothing like that." : "Nobody has written yet. Ask the seller on a lot’s page, or the help desk on any."}
        />
      </div>
    </>
  );
}

export function Inbox({ children }: { children: ReactNode }) {
  const id = useParams<{ id?: string }>().id;
  const currentId = id ? Number(id) : null;
  return (
    <div className="page-column grid grid-cols-1 h-[calc(100dvh-7rem)] min-h-[26rem] gap-x-8 py-4 md:h-[calc(100dvh-4.5rem)] lg:grid-cols-[22rem_minmax(0,1fr)]">
      <div className={classNames("min-h-0 grid-rows-[auto_auto_minmax(0,1fr)] lg:grid", currentId === null ? "grid" : "hidden")}>
        {currentId === null ? <h1 className="pb-3 text-head">Messages</h1> : <p className="pb-3 font-display text-head font-semibold">Messages</p>}
        <Aside currentId={currentId} />
      </div>
      <div className={classNames("min-h-0 min-w-0 lg:block lg:border-l lg:border-hairline lg:pl-8", currentId === null ? "hidden" : "block")}>{children}</div>
    </div>
  );
}

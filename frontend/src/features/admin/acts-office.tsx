// What was done lately by whom: to lots, events and accounts, at the help desk, and complaints about messages.
"use client";
import Link from "next/link";
import { Moment } from "@/components/ui/moment";
import { PageHead } from "@/components/ui/section-page";
import type { Act } from "@/lib/api/types";
import { findActs } from "./admin-calls";
import { SearchedList } from "./searched-list";

const words: Record<Act["act"], string> = {
  edited: "edited",
  started: "opened",
  finished: "let the hammer fall on",
  cancelled: "withdrew",
  roles_changed: "changed the roles of",
  banned: "shut out",
  let_in: "let in again",
  renamed: "changed what others see of",
  erased: "erased",
  reported: "reported a message in",
  hidden: "hid a message in",
  resolved: "resolved",
  reopened: "opened again",
  snoozed: "set aside",
  muted: "muted",
  unmuted: "lifted the mute of",
  blocked: "takes no more messages in",
  unblocked: "takes messages again in",
  assigned: "handed over",
  returned: "put back into the queue",
  dismissed: "put aside a report in",
  looked_into: "read along in",
  refund_settled: "noted a failed refund as paid another way in",
};
const owners: Record<Act["about"], string> = { lot: "the seller", event: "the organiser", conversation: "", person: "" };
/** Whoever works at the command line of the house; nobody's account. */
const operator = 0;
const pages = { lot: "/lots", event: "/events", conversation: "/admin/conversations" } as const;

/** An act that these pages do not know yet is told by its own name. */
const wordsOf = (act: Act) => (words as Partial<Record<string, string>>)[act.act] ?? act.act.replaceAll("_", " ");

function Subject({ act }: { act: Act }) {
  if (act.about === "person") return <>{act.user_name ?? `person ${act.id}`}</>;
  return (
    <>
      <Link href={`${pages[act.about]}/${act.id}`} className="underline decoration-hairline underline-offset-4 hover:decoration-ink">
        {act.about} {act.id}
        {act.title ? `, “${act.title}”` : ""}
      </Link>
      {act.act === "assigned" ? ` to ${act.user_name ?? `person ${act.user_id}`}` : ""}
    </>
  );
}

function ActLine({ act }: { act: Act }) {
  return (
    <li className="grid gap-x-6 border-b border-hairline py-3 sm:grid-cols-[1fr_auto]">
      <p>
        <span className="font-semibold">{act.by_name ?? (act.by_id === operator ? "The operator" : `Person ${act.by_id}`)}</span>
        {act.is_owner ? ` (${owners[act.about]})` : ""} {wordsOf(act)} <Subject act={act} />
        {act.act === "roles_changed" && act.roles_before && act.roles_after ? `: ${act.roles_before.join(", ")} → ${act.roles_after.join(", ")}` : ""}
      </p>
      <Moment iso={act.at} className="text-small text-ink-soft" />
      {act.reason ? <p className="text-ink-soft italic sm:col-span-2">“{act.reason}”</p> : null}
    </li>
  );
}

export function ActsOffice() {
  return (
    <>
      <PageHead title="Acts">Nothing is done in this office without a trace.</PageHead>
      <SearchedList name="acts" what="The list of acts" promise="What is done to lots, events and accounts, whom the help desk hands a conversation, and complaints about messages are listed here with their reasons." read={(_q, page) => findActs(page)}>
        {(acts) => (
          <ul>
            {acts.map((act, place) => (
              <ActLine key={`${act.at}-${place}`} act={act} />
            ))}
          </ul>
        )}
      </SearchedList>
    </>
  );
}

// Recent acts of administrators and sellers: who did what, when and why.
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
};

function Subject({ act }: { act: Act }) {
  if (act.lot_id !== null) {
    return (
      <Link href={`/lots/${act.lot_id}`} className="underline decoration-hairline underline-offset-4 hover:decoration-ink">
        lot {act.lot_id}
        {act.lot_title ? `, “${act.lot_title}”` : ""}
      </Link>
    );
  }
  return <>{act.user_name ?? `person ${act.user_id}`}</>;
}

function ActLine({ act }: { act: Act }) {
  return (
    <li className="grid gap-x-6 border-b border-hairline py-3 sm:grid-cols-[1fr_auto]">
      <p>
        <span className="font-semibold">{act.by_name ?? `Person ${act.by_id}`}</span>
        {act.is_seller ? " (the seller)" : ""} {words[act.act]} <Subject act={act} />
        {act.roles_before && act.roles_after ? `: ${act.roles_before.join(", ")} → ${act.roles_after.join(", ")}` : ""}
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
      <SearchedList name="acts" what="The list of acts" read={(_q, page) => findActs(page)}>
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

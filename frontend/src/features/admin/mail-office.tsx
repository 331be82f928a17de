// The ledger of letters: what was written to whom and what became of it.
"use client";
import { useState } from "react";
import { SelectField } from "@/components/ui/field";
import { Moment } from "@/components/ui/moment";
import { PageHead } from "@/components/ui/section-page";
import { Tag } from "@/components/ui/tag";
import type { Letter } from "@/lib/api/types";
import { findLetters } from "./admin-calls";
import { SearchedList } from "./searched-list";

const outcomes: Record<Letter["outcome"], { words: string; tone: "plain" | "good" | "warn" | "live" }> = {
  waiting: { words: "waiting", tone: "warn" },
  sent: { words: "sent", tone: "good" },
  no_address: { words: "no address", tone: "plain" },
  unwanted: { words: "not wanted", tone: "plain" },
  dead: { words: "given up", tone: "live" },
};

function LetterLine({ letter }: { letter: Letter }) {
  const { words, tone } = outcomes[letter.outcome];
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-hairline py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <p className="wrap-anywhere">
        <span className="mr-2 inline-block font-semibold first-letter:uppercase">{letter.topic.replaceAll("_", " ")}</span>
        <span className="text-ink-soft">
          {letter.user_id === null ? null : `person ${letter.user_id}`}
          {letter.lot_id === null ? null : ` · lot ${letter.lot_id}`}
          {letter.title ? ` · ${letter.title}` : null}
        </span>
      </p>
      <p className="flex items-center gap-3 text-small text-ink-soft">
        <Moment iso={letter.done_at ?? letter.created_at} />
        <Tag tone={tone}>{words}</Tag>
      </p>
      {letter.attempts > 1 || letter.outcome === "dead" ? (
        <p className="text-small text-ink-soft sm:col-span-2">
          {letter.attempts} tries{letter.reply ? `; the server said: ${letter.reply}` : ""}
          {letter.outcome === "waiting" ? <>; next try <Moment iso={letter.next_at} style="seconds" /></> : null}
        </p>
      ) : null}
    </li>
  );
}

export function MailOffice() {
  const [outcome, setOutcome] = useState<Letter["outcome"] | "">("");
  return (
    <>
      <PageHead title="Letters">Each letter is written with the event that caused it, and sent once.</PageHead>
      <SearchedList
        name={`mail|${outcome}`}
        what="The ledger of letters"
        searchLabel="Person, lot or title"
        read={(q, page) => findLetters(outcome, q, page)}
        filter={
          <SelectField label="What became of it" value={outcome} onChange={(event) => setOutcome(event.target.value as typeof outcome)}>
            <option value="">all letters</option>
            {Object.entries(outcomes).map(([value, { words }]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </SelectField>
        }
      >
        {(letters) => (
          <ul>
            {letters.map((letter) => (
              <LetterLine key={`${letter.stream_id}-${letter.version}-${letter.key}`} letter={letter} />
            ))}
          </ul>
        )}
      </SearchedList>
    </>
  );
}

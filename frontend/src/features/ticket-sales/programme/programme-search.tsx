// Searching the programme by name and by day; works as a plain form before scripts have loaded.
"use client";
import { useRouter } from "next/navigation";
import { SearchMark } from "@/components/ui/marks";
import { type ProgrammeQuery, addressOf } from "./programme-query";

const box = "min-h-11 rounded-edge border border-edge bg-sheet px-3 text-ink hover:border-ink";

export function ProgrammeSearch({ query }: { query: ProgrammeQuery }) {
  const router = useRouter();
  return (
    <form
      key={`${query.q}|${query.date}`}
      role="search"
      action="/events"
      className="grid gap-3 sm:grid-cols-[minmax(13rem,1fr)_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = new FormData(event.currentTarget);
        router.push(addressOf(query, { q: String(fields.get("q") ?? "").trim(), date: String(fields.get("date") ?? "") }));
      }}
    >
      <div className="relative">
        <label htmlFor="programme-q" className="sr-only">
          Search events by name
        </label>
        <input id="programme-q" name="q" type="search" defaultValue={query.q} placeholder="Name of the event" enterKeyHint="search" className={`${box} w-full pr-12`} />
        <button type="submit" aria-label="Search" className="absolute inset-y-0 right-0 grid w-11 place-items-center text-ink-soft hover:text-ink">
          <SearchMark className="size-5" />
        </button>
      </div>
      <div>
        <label htmlFor="programme-date" className="sr-only">
          On which day
        </label>
        <input
          id="programme-date"
          name="date"
          type="date"
          defaultValue={query.date}
          className={`${box} w-full`}
          onChange={(event) => router.push(addressOf(query, { date: event.target.value }), { scroll: false })}
        />
      </div>
    </form>
  );
}

// The search field and the order of the catalogue; works as a plain form before scripts have loaded.
"use client";
import { useRouter } from "next/navigation";
import { SearchMark } from "@/components/ui/marks";
import { type CatalogueQuery, type Sort, addressOf, sortsOf } from "./catalogue-query";

const box = "min-h-11 rounded-edge border border-edge bg-sheet text-ink hover:border-ink";

export function CatalogueSearch({ query }: { query: CatalogueQuery }) {
  const router = useRouter();
  return (
    <form
      key={`${query.q}|${query.sort}`}
      role="search"
      action="/"
      className="grid gap-3 sm:grid-cols-[minmax(14rem,1fr)_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        const q = String(new FormData(event.currentTarget).get("q") ?? "").trim();
        router.push(addressOf({ ...query, q, shelf: q ? "all" : "open" }));
      }}
    >
      <div className="relative">
        <label htmlFor="catalogue-q" className="sr-only">
          Search lots by number, title or author
        </label>
        <input id="catalogue-q" name="q" type="search" defaultValue={query.q} placeholder="Number, title or author" enterKeyHint="search" className={`${box} w-full pr-12 pl-3`} />
        <button type="submit" aria-label="Search" className="absolute inset-y-0 right-0 grid w-11 place-items-center text-ink-soft hover:text-ink">
          <SearchMark className="size-5" />
        </button>
      </div>
      <div>
        <label htmlFor="catalogue-sort" className="sr-only">
          Order
        </label>
        <select id="catalogue-sort" name="sort" defaultValue={query.shelf === "ended" && query.sort === "ending" ? "newest" : query.sort} className={`${box} w-full px-3`} onChange={(event) => router.push(addressOf(query, { sort: event.target.value as Sort }), { scroll: false })}>
          {sortsOf(query.shelf).map(([sort, words]) => (
            <option key={sort} value={sort}>
              {words}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}

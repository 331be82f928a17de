// The catalogue page below the masthead: search, shelves, order, the lots and their pages.
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageLinks } from "@/components/ui/page-links";
import { Segmented } from "@/components/ui/segmented";
import type { LotPage } from "@/lib/api/types";
import { type CatalogueQuery, addressOf, pageSize, shelfWords, shelves } from "./catalogue-query";
import { CatalogueSearch } from "./catalogue-search";
import { ClosingRefresh } from "./closing-refresh";
import { LotCard } from "./lot-card";

const headlines = {
  open: <>Tonight, <em>under the hammer</em></>,
  upcoming: <>Soon <em>to be called</em></>,
  ended: <>After <em>the hammer</em></>,
  all: <>The whole <em>catalogue</em></>,
};

const emptyWords = {
  open: "No lot is under the hammer at this moment. The next ones are among the upcoming.",
  upcoming: "Nothing is announced yet.",
  ended: "No hammer has fallen here yet.",
  all: "This house has no lots yet.",
};

function Nothing({ query }: { query: CatalogueQuery }) {
  if (query.q) {
    return (
      <Empty title={`Nothing found for “${query.q}”`} action={<ButtonLink href="/" tone="line">Back to the catalogue</ButtonLink>}>
        Search looks at lot numbers, titles and authors, from the beginning of each word.
      </Empty>
    );
  }
  const other = query.shelf === "open" ? "upcoming" : "open";
  return (
    <Empty title="An empty room" action={<ButtonLink href={addressOf(query, { shelf: other })} tone="line">See {shelfWords[other].toLowerCase()}</ButtonLink>}>
      {emptyWords[query.shelf]}
    </Empty>
  );
}

export function Catalogue({ query, page }: { query: CatalogueQuery; page: LotPage }) {
  const segments = shelves.map((shelf) => ({
    href: addressOf(query, { shelf }),
    label: shelfWords[shelf],
    isCurrent: shelf === query.shelf,
    count: shelf === query.shelf ? page.total : undefined,
  }));
  return (
    <div className="page-column pb-20">
      <header className="grid gap-6 pt-8 pb-6 sm:pt-12 lg:grid-cols-[1fr_auto] lg:items-end">
        <div>
          <p className="eyebrow text-wax">Sale catalogue</p>
          <h1 className="mt-2 max-w-3xl text-cover leading-[0.95]">
            {query.q ? <>Results for <em>{query.q}</em></> : headlines[query.shelf]}
          </h1>
        </div>
        <CatalogueSearch query={query} />
      </header>
      <div className="double-rule" />
      <Segmented label="Which lots" segments={segments} className="border-b border-hairline" />
      {page.items.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <ul className="mt-8 grid gap-x-8 gap-y-12 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
          {page.items.map((lot, place) => (
            <li key={lot.id} className="grid grid-cols-1">
              <LotCard lot={lot} isFirst={place < 4} />
            </li>
          ))}
        </ul>
      )}
      <PageLinks page={query.page} size={pageSize} total={page.total} addressOf={(turned) => addressOf(query, { page: turned })} />
      <ClosingRefresh lots={page.items} />
    </div>
  );
}

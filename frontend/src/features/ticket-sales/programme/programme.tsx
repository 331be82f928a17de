// The programme below the masthead: search, the concerts and their pages.
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageLinks } from "@/components/ui/page-links";
import type { TicketSale } from "@/lib/api/tickets";
import type { Page } from "@/lib/api/types";
import { type ProgrammeQuery, addressOf, pageSize } from "./programme-query";
import { ProgrammeRefresh } from "./programme-refresh";
import { ProgrammeSearch } from "./programme-search";
import { SaleCard } from "./sale-card";

function Nothing({ query }: { query: ProgrammeQuery }) {
  if (query.q || query.date) {
    return (
      <Empty title={query.q ? `Nothing found for “${query.q}”` : "Nothing on that day"} action={<ButtonLink href="/events" tone="line">The whole programme</ButtonLink>}>
        {query.q && query.date ? "No event of this name on this day." : "Search looks at the names of events; the day is the day of the concert."}
      </Empty>
    );
  }
  return (
    <Empty title="No posters on the wall yet" action={<ButtonLink href="/sell/events/new" tone="line">Put on an event</ButtonLink>}>
      Anyone with an account may sell tickets here.
    </Empty>
  );
}

export function Programme({ query, page }: { query: ProgrammeQuery; page: Page<TicketSale> }) {
  return (
    <div className="page-column pb-20">
      <header className="grid gap-6 pt-8 pb-6 sm:pt-12 lg:grid-cols-[1fr_auto] lg:items-end">
        <div>
          <p className="eyebrow text-wax">Box office</p>
          <h1 className="mt-2 max-w-3xl text-cover leading-[0.95]">
            {query.q ? <>Results for <em>{query.q}</em></> : <>On the <em>programme</em></>}
          </h1>
        </div>
        <ProgrammeSearch query={query} />
      </header>
      <div className="double-rule" />
      {page.items.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <ul className="mt-8 grid gap-x-8 gap-y-12 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
          {page.items.map((sale, place) => (
            <li key={sale.id} className="grid">
              <SaleCard sale={sale} isFirst={place < 4} />
            </li>
          ))}
        </ul>
      )}
      <PageLinks page={query.page} size={pageSize} total={page.total} addressOf={(turned) => addressOf(query, { page: turned })} />
      <ProgrammeRefresh />
    </div>
  );
}

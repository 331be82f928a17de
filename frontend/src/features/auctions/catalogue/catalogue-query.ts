// The catalogue's address: what is searched, filtered, sorted and which page, and the backend query for it.

export const pageSize = 24;

export const shelves = ["open", "upcoming", "ended", "all"] as const;
export type Shelf = (typeof shelves)[number];
export const shelfWords: Record<Shelf, string> = { open: "Open now", upcoming: "Upcoming", ended: "Ended", all: "All lots" };

export const sorts = { ending: "Closing soonest", newest: "Newest", bids: "Most bids", price: "Lowest price", "-price": "Highest price" } as const;
export type Sort = keyof typeof sorts;

/** The orders of a shelf, as they are called there: nothing closes soon any more among what has ended. */
export function sortsOf(shelf: Shelf): [string, string][] {
  if (shelf === "ended") return Object.entries(sorts).filter(([sort]) => sort !== "ending");
  return Object.entries({ ...sorts, ending: shelf === "upcoming" ? "Opening soonest" : sorts.ending });
}

export interface CatalogueQuery {
  q: string;
  shelf: Shelf;
  sort: Sort;
  page: number;
}

type Params = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** Reads an address; anything unknown falls back to the front page. */
export function readQuery(params: Params): CatalogueQuery {
  const q = one(params.q).trim().slice(0, 100);
  const shelf = shelves.find((name) => name === one(params.show)) ?? (q ? "all" : "open");
  const sort = one(params.sort);
  const page = Number.parseInt(one(params.page), 10);
  return { q, shelf, sort: sort in sorts ? (sort as Sort) : "ending", page: page > 1 && page < 10_000 ? page : 1 };
}

/** The page's own address for a query; defaults stay out of it. */
export function addressOf(query: CatalogueQuery, change: Partial<CatalogueQuery> = {}): string {
  const next = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  if (next.q) params.set("q", next.q);
  if (next.shelf !== (next.q ? "all" : "open")) params.set("show", next.shelf);
  if (next.sort !== "ending") params.set("sort", next.sort);
  if (next.page > 1) params.set("page", String(next.page));
  const text = params.toString();
  return text ? `/?${text}` : "/";
}

const statuses: Record<Shelf, string[]> = { open: ["open"], upcoming: ["scheduled"], ended: ["sold", "unsold", "cancelled"], all: [] };

/** The query string of GET /lots. */
export function backendQuery(query: CatalogueQuery): string {
  const params = new URLSearchParams({ limit: String(pageSize), offset: String((query.page - 1) * pageSize), sort: query.sort });
  for (const status of statuses[query.shelf]) params.append("status", status);
  if (query.q) params.set("q", query.q);
  return `?${params}`;
}

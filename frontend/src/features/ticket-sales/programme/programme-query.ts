// The programme's address: what is searched, which day, which page, and the backend query for it.

export const pageSize = 24;

export interface ProgrammeQuery {
  q: string;
  /** A day as YYYY-MM-DD, or nothing. */
  date: string;
  page: number;
}

type Params = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** Reads an address; anything unknown falls back to the whole programme. */
export function readQuery(params: Params): ProgrammeQuery {
  const date = one(params.date);
  const page = Number.parseInt(one(params.page), 10);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  return { q: one(params.q).trim().slice(0, 100), date: isDay ? date : "", page: page > 1 && page < 10_000 ? page : 1 };
}

/** The page's own address for a query; what is not asked for stays out of it. */
export function addressOf(query: ProgrammeQuery, change: Partial<ProgrammeQuery> = {}): string {
  const next = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  if (next.q) params.set("q", next.q);
  if (next.date) params.set("date", next.date);
  if (next.page > 1) params.set("page", String(next.page));
  const text = params.toString();
  return text ? `/events?${text}` : "/events";
}

/** The query string of GET /events. */
export function backendQuery(query: ProgrammeQuery): string {
  const params = new URLSearchParams({ limit: String(pageSize), offset: String((query.page - 1) * pageSize) });
  if (query.q) params.set("q", query.q);
  if (query.date) params.set("date", query.date);
  return `?${params}`;
}

// How many there are in all, of a list that came as one page.
export function totalOf(response: Response, listed: number): number {
  const total = Number(response.headers.get("x-total-count") ?? Number.NaN);
  return Number.isFinite(total) ? total : listed;
}

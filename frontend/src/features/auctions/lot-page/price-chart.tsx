// The last bids as a staircase: how the price came to where it is.
"use client";
import { useMoney } from "@/lib/house/house-context";
import type { LotState } from "../lot-state";

const width = 320;
const height = 96;
const inset = 6;

/** Staircase through the bids, oldest first, in the coordinates of the drawing. */
export function staircase(points: { at: number; amount: number }[]): { path: string; last: { x: number; y: number } } | null {
  const first = points[0];
  const end = points.at(-1);
  if (!first || !end || points.length < 2) return null;
  const amounts = points.map((point) => point.amount);
  const low = Math.min(...amounts);
  const high = Math.max(...amounts);
  const x = (at: number) => inset + ((at - first.at) / Math.max(1, end.at - first.at)) * (width - 2 * inset);
  const y = (amount: number) => height - inset - ((amount - low) / Math.max(0.01, high - low)) * (height - 2 * inset);
  let path = `M${x(first.at).toFixed(1)} ${y(first.amount).toFixed(1)}`;
  for (const point of points.slice(1)) path += `H${x(point.at).toFixed(1)}V${y(point.amount).toFixed(1)}`;
  return { path, last: { x: x(end.at), y: y(end.amount) } };
}

export function PriceChart({ state }: { state: LotState }) {
  const money = useMoney();
  const points = state.bids.map((bid) => ({ at: Date.parse(bid.created_at), amount: bid.amount })).reverse();
  const drawn = staircase(points);
  if (!drawn) return null;
  const label = `The last ${points.length} bids rose from ${money(points[0]!.amount)} to ${money(points.at(-1)!.amount)}`;
  return (
    <figure className="grid gap-1">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="w-full" preserveAspectRatio="none">
        <path d={`${drawn.path}V${height}H${inset}Z`} fill="var(--plate)" />
        <path d={drawn.path} fill="none" stroke="var(--ink)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
        <circle cx={drawn.last.x} cy={drawn.last.y} r="3.5" fill="var(--wax)" />
      </svg>
      <figcaption aria-hidden className="flex justify-between text-small text-ink-soft">
        <span>{money(points[0]!.amount)}</span>
        <span>{money(points.at(-1)!.amount)}</span>
      </figcaption>
    </figure>
  );
}

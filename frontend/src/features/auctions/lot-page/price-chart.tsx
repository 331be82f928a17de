// The last bids as a staircase: how the price came to where it is.
"use client";
import { useMoney } from "@/lib/house/house-context";
import type { LotState } from "../lot-state";

const width = 320;
const height = 96;
const inset = 6;

/** Staircase through the bids, oldest first, in the coordinates of the drawing. */
export function staircase(amounts: number[]): { path: string; last: { x: number; y: number } } | null {
  if (amounts.length < 2) return null;
  const low = Math.min(...amounts);
  const high = Math.max(...amounts);
  // One step a bid: on a scale of hours the storm of the last minute would be a single line.
  const x = (place: number) => inset + (place / amounts.length) * (width - 2 * inset);
  const y = (amount: number) => height - inset - ((amount - low) / Math.max(0.01, high - low)) * (height - 2 * inset);
  const path = amounts.map((amount, place) => (place === 0 ? `M${x(0).toFixed(1)} ${y(amount).toFixed(1)}` : `H${x(place).toFixed(1)}V${y(amount).toFixed(1)}`)).join("");
  const end = { x: x(amounts.length), y: y(amounts.at(-1) ?? low) };
  return { path: `${path}H${end.x.toFixed(1)}`, last: end };
}

export function PriceChart({ state }: { state: LotState }) {
  const money = useMoney();
  const amounts = state.bids.map((bid) => bid.amount).reverse();
  const drawn = staircase(amounts);
  if (!drawn) return null;
  const label = `The last ${amounts.length} bids rose from ${money(amounts[0]!)} to ${money(amounts.at(-1)!)}`;
  return (
    <figure className="grid gap-1">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="w-full" preserveAspectRatio="none">
        <path d={`${drawn.path}V${height}H${inset}Z`} fill="var(--plate)" />
        <path d={drawn.path} fill="none" stroke="var(--ink)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
        <circle cx={drawn.last.x} cy={drawn.last.y} r="3.5" fill="var(--wax)" />
      </svg>
      <figcaption aria-hidden className="flex justify-between text-small text-ink-soft">
        <span>{money(amounts[0]!)}</span>
        <span>{money(amounts.at(-1)!)}</span>
      </figcaption>
    </figure>
  );
}

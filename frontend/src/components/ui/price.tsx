// An amount of money with smaller cents, read aloud as one number.
"use client";
import { useCurrency } from "@/lib/house/house-context";
import { moneyParts } from "@/lib/house/money";
import { classNames } from "./class-names";

/** Large figures get small cents; in a ledger all figures are alike. */
export function Price({ amount, isLarge, className }: { amount: number; isLarge?: boolean; className?: string }) {
  const { whole, cents } = moneyParts(amount, useCurrency());
  return (
    <span className={classNames("whitespace-nowrap", className)}>
      {whole}
      <span className={isLarge ? "text-[0.62em]" : undefined}>{cents}</span>
    </span>
  );
}

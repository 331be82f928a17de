// An amount of money with smaller cents, read aloud as one number.
"use client";
import { useCurrency } from "@/lib/house/house-context";
import { moneyParts } from "@/lib/house/money";
import { classNames } from "./class-names";

export function Price({ amount, className }: { amount: number; className?: string }) {
  const { whole, cents } = moneyParts(amount, useCurrency());
  return (
    <span className={classNames("whitespace-nowrap", className)}>
      {whole}
      <span className="text-[0.62em]">{cents}</span>
    </span>
  );
}

// What pressing the button would do now: the amount, whether it can go, and whether to ask first.
import { amountMax, readAmount } from "@/lib/house/money";

export type BidPlan =
  | { kind: "ready"; amount: number; mustAsk: "ambiguous" | "far" | null }
  | { kind: "blocked"; reason: string };

/** A bid this many times the next minimum is more often a slip than a wish. */
const farTimes = 3;

const cents = (amount: number) => Math.round(amount * 100) / 100;

/** An empty field means the next minimum, which the button names. */
export function planBid(typed: string, nextMin: number, money: (amount: number) => string): BidPlan {
  if (nextMin > amountMax) return { kind: "blocked", reason: nothingHigher(money) };
  const reading = readAmount(typed);
  if (reading.kind === "wrong") return { kind: "blocked", reason: reading.reason };
  if (reading.kind === "empty") return { kind: "ready", amount: nextMin, mustAsk: null };
  if (reading.amount < nextMin) return { kind: "blocked", reason: `The next bid is at least ${money(nextMin)}.` };
  const mustAsk = reading.isAmbiguous ? "ambiguous" : reading.amount >= nextMin * farTimes ? "far" : null;
  return { kind: "ready", amount: reading.amount, mustAsk };
}

/** Where the next bid would have to be more than the house takes. */
export function nothingHigher(money: (amount: number) => string): string {
  return `This house takes no more than ${money(amountMax)}, so nobody can bid higher.`;
}

/** Up to three amounts to press: the next minimum, one step more, four steps more; none above what the house takes. */
export function quickAmounts(currentPrice: number, nextMin: number, bidCount: number): number[] {
  const step = bidCount > 0 && nextMin > currentPrice ? nextMin - currentPrice : Math.max(0.05, niceStep(nextMin / 20));
  return [nextMin, cents(nextMin + step), cents(nextMin + 4 * step)].filter((amount) => amount <= amountMax);
}

function niceStep(about: number): number {
  const power = 10 ** Math.floor(Math.log10(about));
  const lead = [1, 2, 5, 10].find((n) => n * power >= about) ?? 10;
  return cents(lead * power);
}

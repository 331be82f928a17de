// Money as people write and read it; amounts cross the border as numbers with at most two decimals.

const writers = new Map<string, Intl.NumberFormat>();

function writerFor(currency: string): Intl.NumberFormat {
  let writer = writers.get(currency);
  if (!writer) {
    writer = new Intl.NumberFormat("en-GB", { style: "currency", currency });
    writers.set(currency, writer);
  }
  return writer;
}

/** "€2,450.00" */
export function moneyText(amount: number, currency: string): string {
  return writerFor(currency).format(amount);
}

/** The same in two parts, for setting the cents smaller. */
export function moneyParts(amount: number, currency: string): { whole: string; cents: string } {
  let whole = "";
  let cents = "";
  for (const part of writerFor(currency).formatToParts(amount)) {
    if (part.type === "decimal" || part.type === "fraction") cents += part.value;
    else whole += part.value;
  }
  return { whole, cents };
}

export const amountMin = 0.01;
export const amountMax = 1e12;

export type AmountReading =
  | { kind: "amount"; amount: number; isAmbiguous: boolean }
  | { kind: "empty" }
  | { kind: "wrong"; reason: string };

const wrong = (reason: string): AmountReading => ({ kind: "wrong", reason });

/** Splits off the decimals: the last separator, unless it can only be grouping. */
function splitDecimals(text: string): { whole: string; decimals: string; isAmbiguous: boolean } | null {
  const separators = [...text.matchAll(/[.,]/g)].map((match) => match[0]);
  const last = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  if (last < 0) return { whole: text, decimals: "", isAmbiguous: false };
  const kinds = new Set(separators);
  const after = text.slice(last + 1);
  if (kinds.size === 1 && separators.length > 1) return { whole: text, decimals: "", isAmbiguous: false };
  // "1,234" is a thousand in one country and a slip in another: read as a thousand, and asked about.
  if (kinds.size === 1 && after.length === 3 && /^[1-9]\d{0,2}$/.test(text.slice(0, last))) return { whole: text, decimals: "", isAmbiguous: true };
  return { whole: text.slice(0, last), decimals: after, isAmbiguous: false };
}

/** Reads what a person typed: decimal comma or point, groups with space, comma, point or apostrophe. */
export function readAmount(typed: string): AmountReading {
  const text = typed.replace(/[\s\u00a0\u202f'’]/g, "").replace(/^[€$£]|[€$£]$/g, "").replace(/(,-|,—|\.-)$/, "");
  if (!text) return { kind: "empty" };
  if (/^-/.test(text)) return wrong("An amount cannot be negative.");
  if (!/^[\d.,]+$/.test(text)) return wrong("Please write the amount in figures, like 210 or 210,50.");
  const split = splitDecimals(text);
  if (!split) return wrong("Please write the amount in figures.");
  const groups = split.whole.split(/[.,]/);
  const isGrouped = groups.length === 1 || groups.every((group, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  if (!isGrouped) return wrong("Please write the amount in figures, like 1234,50.");
  if (split.decimals.length > 2) return wrong("Cents at most: two figures after the comma.");
  const amount = Number(`${groups.join("") || "0"}.${split.decimals || "0"}`);
  if (amount < amountMin) return wrong("The smallest amount is 0.01.");
  if (amount > amountMax) return wrong("That is more than this house can take.");
  return { kind: "amount", amount, isAmbiguous: split.isAmbiguous };
}

/** The same where nobody is asked afterwards: what can be read in two ways has to be written otherwise. */
export function readPlainAmount(typed: string): AmountReading {
  const read = readAmount(typed);
  if (read.kind !== "amount" || !read.isAmbiguous) return read;
  return wrong(`“${typed.trim()}” can be read in two ways. Write ${amountInput(read.amount)}, or two figures for cents.`);
}

/** An amount as it stands in an input: no grouping, cents only where there are some. */
export function amountInput(amount: number): string {
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(2);
}

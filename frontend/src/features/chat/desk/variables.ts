// Fills {name}, {lot} and {order} of a quick reply in; what is not known stays visible, so that nobody sends it unseen.
import type { Conversation, Seen } from "../types";

export const variables = ["name", "lot", "event", "order", "agent"] as const;
export type Variable = (typeof variables)[number];
export type Values = Partial<Record<Variable, string>>;

const place = /\{(\w+)\}/g;

export function fill(text: string, values: Values): string {
  return text.replace(place, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name as Variable] ?? whole) : whole));
}

/** The variables that are still to be filled in. */
export function unfilled(text: string): string[] {
  return [...text.matchAll(place)].flatMap(([whole, name]) => ((variables as readonly string[]).includes(name ?? "") ? [whole] : []));
}

/** What is known of a conversation. */
export function valuesOf(info: Conversation, seen: Seen | null, agent: string): Values {
  const values: Values = { name: info.participant1.username, agent };
  if (!info.context) return values;
  const { about, id } = info.context;
  if (about === "order") return { ...values, order: `order ${id}` };
  const title = seen?.title ? ` “${seen.title}”` : "";
  return { ...values, [about]: about === "lot" ? `lot ${id}${title}` : title ? `“${seen?.title}”` : `event ${id}` };
}

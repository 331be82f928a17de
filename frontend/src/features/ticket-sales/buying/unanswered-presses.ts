// Presses for tickets that have no answer yet, for the line that tells of them on every page.
import { browserDisk } from "@/lib/commands/safe-storage";
import { type PressKind, thingsWaiting } from "@/lib/commands/unanswered";
import { fetchSale } from "../sale-calls";
import { pendingWishes } from "./wish";

export function unansweredPresses(): PressKind {
  const pending = pendingWishes(browserDisk());
  return {
    name: "press",
    pending,
    thingsOf: (userId) => thingsWaiting(pending, userId, ({ saleId }) => saleId),
    pageOf: (id) => `/events/${id}`,
    nameOf: (id) => `event ${id}`,
    titleOf: (id) => fetchSale(id).then(({ title }) => title),
  };
}

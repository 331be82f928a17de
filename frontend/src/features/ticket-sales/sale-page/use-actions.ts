// What the buttons of a sale's page do: each press goes to the desk of its room, which is there a moment after the page.
import type { Choice } from "../buying/choice";
import type { Asked } from "../buying/wish";
import type { SaleRoom } from "../live/sale-room";

/** Presses that get tickets: what is chosen on the page is spent on them. */
const spends = new Set<Asked["kind"]>(["grab", "hold", "best"]);

export function useActions(room: SaleRoom | null, userId: number | null, choice: Choice, isWaiting: boolean) {
  return {
    isReady: room !== null,
    isWaiting: room === null || isWaiting,
    onAsk: (asked: Asked, what: string, spent = choice) => {
      if (!room || userId === null || isWaiting) return;
      room.clearAnswer();
      room.desk.press(userId, { saleId: room.id, what, ...asked, ...(spends.has(asked.kind) ? { spent } : {}) });
    },
    onAskAgain: (id: string) => room?.desk.askAgain(id),
    onPutAside: (id: string) => room?.desk.putAside(id),
  };
}

// A press goes to the desk of the sale's room with what it spends; before the room is there, the buttons know that they take none.
import { expect, test, vi } from "vitest";
import type { Choice } from "../buying/choice";
import type { SaleRoom } from "../live/sale-room";
import { useActions } from "./use-actions";

const choice: Choice = { counts: { 1: 2 }, seats: [] };
const grab = { kind: "grab", typeId: 1, quantity: 2 } as const;

function room() {
  const press = vi.fn();
  return { press, room: { id: 7, clearAnswer: vi.fn(), desk: { press } } as unknown as SaleRoom };
}

test("before the room is there the buttons wait", () => {
  expect(useActions(null, 1, choice, false)).toMatchObject({ isReady: false, isWaiting: true });
  expect(useActions(room().room, 1, choice, false)).toMatchObject({ isReady: true, isWaiting: false });
});

test("a press for tickets says what of the choice it spends, any other spends nothing", () => {
  const t = room();
  const { onAsk } = useActions(t.room, 1, choice, false);
  onAsk(grab, "2 × Regular");
  onAsk(grab, "2 × Balcony", { counts: {}, seats: [] });
  onAsk({ kind: "release", orderId: 9 }, "2 × Regular");
  expect(t.press.mock.calls).toEqual([
    [1, { saleId: 7, what: "2 × Regular", ...grab, spent: choice }],
    [1, { saleId: 7, what: "2 × Balcony", ...grab, spent: { counts: {}, seats: [] } }],
    [1, { saleId: 7, what: "2 × Regular", kind: "release", orderId: 9 }],
  ]);
});

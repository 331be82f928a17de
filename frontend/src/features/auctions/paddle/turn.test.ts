// Being outbid, winning and losing are told once, to the right person; receipts and lots are kept per person.
import { expect, test } from "vitest";
import { fakeDisk } from "@/lib/commands/fake-disk";
import type { LotState } from "../lot-state";
import { standingOf } from "../wording";
import { createPaddleStore } from "./paddle-store";
import { readReceipts, saveReceipt } from "./receipts";
import { turnBetween } from "./turn";

const open = { lotId: 7, status: "open", isActive: true, leaderId: 1 } as LotState;

test("losing the lead is news for the one who led", () => {
  const after = { ...open, leaderId: 2 };
  expect(turnBetween(open, after, 1)).toBe("outbid");
  expect(turnBetween(open, after, 2)).toBe("leading");
  expect(turnBetween(open, after, 3)).toBeNull();
});

test("the hammer tells winner and losers apart", () => {
  const sold = { ...open, status: "sold" as const, isActive: false };
  expect(turnBetween(open, sold, 1)).toBe("won");
  expect(turnBetween(open, sold, 2)).toBe("lost");
  expect(turnBetween(open, { ...sold, status: "unsold" }, 1)).toBe("lost");
  expect(turnBetween(open, { ...sold, status: "cancelled" }, 1)).toBe("withdrawn");
});

test("lots one has bid on survive a reload and belong to one person", () => {
  const store = fakeDisk();
  createPaddleStore(1, store).getState().addLots([7, 8]);
  expect(createPaddleStore(1, store).getState().lotIds).toEqual([7, 8]);
  expect(createPaddleStore(2, store).getState().lotIds).toEqual([]);
});

test("a press without an answer is watched, and is no bid", () => {
  const store = fakeDisk();
  const paddle = createPaddleStore(1, store);
  paddle.getState().setPressed([7]);
  expect(paddle.getState()).toMatchObject({ pressedLotIds: [7], lotIds: [] });
  expect(createPaddleStore(1, store).getState().lotIds).toEqual([]);
});

test("nobody was outbid where nobody has bid", () => {
  const nobody = { ...open, leaderId: null, bidCount: 0 };
  expect(standingOf(nobody, 1, true)).toBe("none");
  expect(standingOf({ ...nobody, leaderId: 2, bidCount: 1 }, 1, true)).toBe("outbid");
});

test("a receipt is kept once", () => {
  const store = fakeDisk();
  const receipt = { lotId: 7, commandId: "a", seq: 3, amount: 210, hash: "ff", explain: "", keptAt: "" };
  saveReceipt(store, 1, receipt);
  saveReceipt(store, 1, receipt);
  expect(readReceipts(store, 1)).toEqual([receipt]);
});

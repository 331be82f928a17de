// Receipts of accepted bids on one device: none is lost to another tab, to another person or to a newer page.
import { expect, test } from "vitest";
import { type FakeDisk, fakeDisk } from "@/lib/commands/fake-disk";
import type { KeyValueStore } from "@/lib/commands/safe-storage";
import { type Receipt, readReceipts, receiptsMax, saveReceipt } from "./receipts";

const receipt = (n: number): Receipt => ({ lotId: 7, commandId: `press-${n}`, seq: n, amount: 100 + n, hash: `hash-${n}`, explain: "You lead.", keptAt: new Date(1_000_000 + n * 1_000).toISOString() });
const commands = (disk: KeyValueStore, userId = 1) => readReceipts(disk, userId).map(({ commandId }) => commandId);

/** The disk as a tab knows it that has read everything a moment ago; what it writes lands on the real one. */
function tabThatReadBefore(disk: FakeDisk): KeyValueStore {
  const seen = new Map(disk.map);
  return { ...disk, getItem: (key) => seen.get(key) ?? null, keys: () => [...seen.keys()] };
}

test("two tabs that keep receipts at the same moment keep both", () => {
  const disk = fakeDisk();
  saveReceipt(disk, 1, receipt(1));
  const other = tabThatReadBefore(disk);
  saveReceipt(disk, 1, receipt(2));
  saveReceipt(other, 1, receipt(3));
  expect(commands(disk)).toEqual(["press-3", "press-2", "press-1"]);
});

test("receipts of an older page, which kept them as one list, stay readable beside new ones, each once", () => {
  const disk = fakeDisk();
  disk.setItem("saleroom.receipts.1", JSON.stringify([receipt(2), receipt(1)]));
  saveReceipt(disk, 1, receipt(3));
  saveReceipt(disk, 1, receipt(2));
  expect(commands(disk)).toEqual(["press-3", "press-2", "press-1"]);
  expect(readReceipts(disk, 1)[2]).toEqual(receipt(1));
  expect(disk.map.get("saleroom.receipts.1")).toBe(JSON.stringify([receipt(2), receipt(1)]));
});

test("each person has his own; 1 is not the beginning of 12", () => {
  const disk = fakeDisk();
  saveReceipt(disk, 12, receipt(1));
  expect(commands(disk, 1)).toEqual([]);
  expect(commands(disk, 12)).toEqual(["press-1"]);
});

test("a device keeps so many and no more; the oldest go", () => {
  const disk = fakeDisk();
  for (let n = 1; n <= receiptsMax + 2; n += 1) saveReceipt(disk, 1, receipt(n));
  expect(disk.map.size).toBe(receiptsMax);
  expect(commands(disk).at(-1)).toBe("press-3");
});

test("what is unreadable is no receipt, and hides no other", () => {
  const disk = fakeDisk();
  disk.setItem("saleroom.receipts.1", "{");
  disk.setItem("saleroom.receipt.1.x", "null");
  saveReceipt(disk, 1, receipt(1));
  expect(commands(disk)).toEqual(["press-1"]);
});

// One press, one id: on disk before it is sent, kept over a reload until somebody answered.
import { expect, test } from "vitest";
import { newCommandId } from "./command-id";
import { fakeDisk } from "./fake-disk";
import { PendingPresses } from "./pending-presses";
import { type KeyValueStore, safeStorage } from "./safe-storage";

interface Wish {
  lotId: number;
  amount: number;
}

const pendingOn = (disk: KeyValueStore) => new PendingPresses<Wish>(disk, "pending", (value) => typeof value.amount === "number");
const bid = { lotId: 7, amount: 210.5 };

test("a press is on disk before anything is sent, and survives a reload with its id", () => {
  const store = fakeDisk();
  const entry = pendingOn(store).press(1, bid);
  const reloaded = pendingOn(store);
  expect(reloaded.of(1)).toEqual([{ ...entry, sentCount: 0 }]);
});

test("each press makes a new id, each retry keeps it", () => {
  const commands = pendingOn(fakeDisk());
  const first = commands.press(1, bid);
  const second = commands.press(1, bid);
  expect(first.id).not.toBe(second.id);
  expect(commands.noteSent(first.id)?.id).toBe(first.id);
  expect(commands.noteSent(first.id)?.sentCount).toBe(2);
});

test("another person at the same device does not send my bid", () => {
  const commands = pendingOn(fakeDisk());
  commands.press(1, bid);
  expect(commands.of(2)).toEqual([]);
});

test("an answer clears the press; a second answer finds nothing", () => {
  const store = fakeDisk();
  const commands = pendingOn(store);
  const entry = commands.press(1, bid);
  expect(commands.find(entry.id)?.amount).toBe(210.5);
  commands.settle(entry.id);
  expect(commands.find(entry.id)).toBeNull();
  expect(commands.of(1)).toEqual([]);
  expect(store.map.get(`saleroom.pending.${entry.id}`)).toBeUndefined();
});

test("garbage on disk is nobody's bid", () => {
  const store = fakeDisk();
  store.map.set("saleroom.pending.a", "{");
  expect(pendingOn(store).of(1)).toEqual([]);
});

test("two tabs that press at once lose nothing of each other", () => {
  const store = fakeDisk();
  const stale = new Map(store.map);
  const entry = pendingOn(store).press(1, bid);
  // The other tab had read the disk before: whatever it writes from that, this press stays.
  const other: KeyValueStore = { ...store, getItem: (key) => stale.get(key) ?? null };
  const second = pendingOn(other).press(1, bid);
  expect(pendingOn(store).of(1).map(({ id }) => id).sort()).toEqual([entry.id, second.id].sort());
});

test("a disk holds so many presses and no more; the oldest go", () => {
  const store = fakeDisk();
  const ids = Array.from({ length: 201 }, () => pendingOn(store).press(1, bid).id);
  const kept = pendingOn(store).of(1).map(({ id }) => id);
  expect(kept).toHaveLength(200);
  expect(kept).not.toContain(ids[0]);
  expect(store.map.size).toBe(200);
});

test("a disk that refuses still remembers within the tab", () => {
  const storage = safeStorage(() => {
    throw new Error("denied");
  });
  const commands = pendingOn(storage);
  const entry = commands.press(1, bid);
  expect(commands.of(1)).toEqual([entry]);
});

test("ids are UUIDs", () => {
  expect(newCommandId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

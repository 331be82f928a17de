// One press, one id: on disk before it is sent, kept over a reload until somebody answered.
import { expect, test } from "vitest";
import { type KeyValueStore, PendingCommands, newCommandId } from "./pending-commands";
import { safeStorage } from "./safe-storage";

function disk(): KeyValueStore & { map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const bid = { lotId: 7, userId: 1, amount: 210.5 };

test("a press is on disk before anything is sent, and survives a reload with its id", () => {
  const store = disk();
  const entry = new PendingCommands(store).press(bid);
  const reloaded = new PendingCommands(store);
  expect(reloaded.on(7, 1)).toEqual([{ ...entry, sentCount: 0 }]);
});

test("each press makes a new id, each retry keeps it", () => {
  const commands = new PendingCommands(disk());
  const first = commands.press(bid);
  const second = commands.press(bid);
  expect(first.id).not.toBe(second.id);
  expect(commands.noteSent(first.id)?.id).toBe(first.id);
  expect(commands.noteSent(first.id)?.sentCount).toBe(2);
});

test("another person at the same device does not send my bid", () => {
  const commands = new PendingCommands(disk());
  commands.press(bid);
  expect(commands.on(7, 2)).toEqual([]);
});

test("an answer clears the press; a second answer finds nothing", () => {
  const store = disk();
  const commands = new PendingCommands(store);
  const entry = commands.press(bid);
  expect(commands.settle(entry.id)?.amount).toBe(210.5);
  expect(commands.settle(entry.id)).toBeNull();
  expect(commands.all()).toEqual([]);
});

test("garbage on disk is nobody's bid", () => {
  const store = disk();
  store.map.set("saleroom.pending", '["a",7]');
  store.map.set("saleroom.pending.a", "{");
  expect(new PendingCommands(store).all()).toEqual([]);
});

test("a disk that refuses still remembers within the tab", () => {
  const storage = safeStorage(() => {
    throw new Error("denied");
  });
  const commands = new PendingCommands(storage);
  const entry = commands.press(bid);
  expect(commands.on(7, 1)).toEqual([entry]);
});

test("ids are UUIDs", () => {
  expect(newCommandId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

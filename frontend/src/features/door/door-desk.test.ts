// At the door on a bad line: the same nonce until there is an answer, and one question a code.
import { expect, test } from "vitest";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { Problem, Unreachable } from "@/lib/api/problem";
import type { CheckinAnswer } from "@/lib/api/tickets";
import { FakeTimers } from "@/lib/realtime/fake-socket";
import { DoorDesk } from "./door-desk";

const ok: CheckinAnswer = {
  ok: true, code: "ok", previous_status: "valid", new_status: "checked_in", ticket_id: 7000001, event_id: 7, ticket_type: "Regular",
  seat: null, holder: null, at: null, gate: null, opens_at: null,
};
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function door(disk = fakeDisk()) {
  const timers = new FakeTimers();
  const nonces: string[] = [];
  const house = { answer: (): Promise<CheckinAnswer> => Promise.resolve(ok) };
  const desk = new DoorDesk(4, 7, {
    disk,
    timers,
    wallNow: () => 1_000_000 + timers.now(),
    post: (entry) => {
      nonces.push(entry.id);
      return house.answer();
    },
  });
  return { desk, timers, nonces, heard: () => desk.store.getState().answered, house, disk };
}

test("a code is asked about once and answered", async () => {
  const t = door();
  t.desk.ask("T1", "North", "entry");
  await settle();
  expect(t.heard()).toMatchObject([{ verdict: { tone: "go" }, ticketType: "Regular", scan: { gate: "North" } }]);
  expect(t.desk.store.getState().waiting).toEqual([]);
});

test("when the line is bad the same nonce is asked again", async () => {
  const t = door();
  t.house.answer = () => Promise.reject(new Unreachable());
  t.desk.ask("T1", "", "entry");
  await settle();
  expect(t.desk.store.getState().waiting).toMatchObject([{ phase: "checking" }]);
  t.house.answer = () => Promise.resolve(ok);
  t.timers.pass(1_000);
  await settle();
  expect(t.nonces).toHaveLength(2);
  expect(new Set(t.nonces).size).toBe(1);
  expect(t.heard()).toHaveLength(1);
});

test("a scan without an answer survives a reload with its nonce", async () => {
  const before = door();
  before.house.answer = () => Promise.reject(new Unreachable());
  before.desk.ask("T1", "", "entry");
  await settle();
  const after = door(before.disk);
  after.desk.open();
  await settle();
  expect(after.nonces).toEqual([before.nonces[0]]);
  expect(after.heard()).toHaveLength(1);
});

test("a code held before the camera is one scan; shown again later it is another", async () => {
  const t = door();
  for (let n = 0; n < 20; n += 1) {
    t.desk.see("T1", "", "entry");
    t.timers.pass(100);
  }
  await settle();
  expect(t.nonces).toHaveLength(1);
  t.timers.pass(5_000);
  t.desk.see("T1", "", "entry");
  await settle();
  expect(t.nonces).toHaveLength(2);
});

test("the next person's code does not wait for the first one's answer", async () => {
  const t = door();
  t.house.answer = () => new Promise(() => undefined);
  t.desk.see("T1", "", "entry");
  t.desk.see("T2", "", "entry");
  expect(t.nonces).toHaveLength(2);
});

test("a refusal is an answer", async () => {
  const t = door();
  t.house.answer = () => Promise.reject(new Problem({ status: 409, code: "already_in", detail: "", facts: { at: "2030-01-01T19:00:00Z", gate: "South" } }));
  t.desk.ask("T1", "", "entry");
  await settle();
  expect(t.heard()).toMatchObject([{ verdict: { tone: "ask", before: { gate: "South" } } }]);
});

test("what is no code at all is answered as loudly as a forged one, once while it is held there, and nobody is asked", async () => {
  const t = door();
  t.desk.ask("T1", "", "entry");
  await settle();
  for (let n = 0; n < 5; n += 1) t.desk.see("WIFI:S:Foyer;T:WPA;P:good evening;;", "", "entry");
  t.desk.ask("ä".repeat(3_000), "", "entry");
  expect(t.heard().map(({ verdict }) => [verdict.tone, verdict.title])).toEqual([["stop", "Not a ticket"], ["stop", "Not a ticket"], ["go", "Welcome"]]);
  expect(new Set(t.heard().map(({ id }) => id)).size).toBe(3);
  expect(t.nonces).toHaveLength(1);
});

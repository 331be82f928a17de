// Which conversation a question belongs to, before and after it has a number; and what is kept of what one typed.
import { expect, test } from "vitest";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { conversation } from "../specimens";
import { Drafts } from "./drafts";
import { isAt, isOfTarget, keyOfPlace } from "./saying";

const lot = { about: "lot", id: 7, seq: 3 } as const;

test("a question about a lot finds its conversation, whatever the lot has become since", () => {
  const info = conversation({ participant1_id: "1", context: { ...lot, seq: 99 } });
  expect(isOfTarget(info, { to: "help", context: lot }, "1")).toBe(true);
  expect(isOfTarget(info, { to: "seller", context: lot }, "1")).toBe(false);
  expect(isOfTarget(info, { to: "help", context: { ...lot, id: 8 } }, "1")).toBe(false);
  expect(isOfTarget(info, { to: "help", context: null }, "1")).toBe(false);
  expect(isOfTarget(info, { to: "help", context: lot }, "2")).toBe(false);
});

test("what waits stands at its place, by number or by what it is about", () => {
  const waiting = { talkId: null, target: { to: "help" as const, context: lot } };
  expect(isAt(waiting, { talkId: 5, target: { to: "help", context: { ...lot, seq: 8 } } })).toBe(true);
  expect(isAt(waiting, { talkId: 5, target: null })).toBe(false);
  expect(isAt({ talkId: 5, target: null }, { talkId: 5, target: null })).toBe(true);
  expect(isAt({ talkId: 5, target: null }, { talkId: 6, target: null })).toBe(false);
});

test("what was typed waits for the one who signs in on this page, and for nobody after him", () => {
  const kept = fakeDisk();
  const drafts = new Drafts(kept);
  const place = keyOfPlace({ talkId: null, target: { to: "seller", context: lot } });
  drafts.write(place, "Do you ship?");
  drafts.leaveToSignIn({ path: "/lots/7", to: "seller" });
  expect(drafts.comeBack("/lots/8")).toBeNull();
  expect(drafts.comeBack("/lots/7")).toEqual({ path: "/lots/7", to: "seller" });
  expect(drafts.comeBack("/lots/7")).toBeNull();
  expect(drafts.read(place)).toBe("Do you ship?");
  drafts.clear();
  expect(drafts.read(place)).toBe("");
  expect(kept.map.size).toBe(0);
});

// Green, amber or red, and never by colour alone.
import { expect, test } from "vitest";
import type { CheckinAnswer } from "@/lib/api/tickets";
import { verdictOf } from "./verdict";

const done = (over: Record<string, unknown>) => ({
  kind: "done" as const,
  success: { ok: false, code: "invalid", previous_status: null, new_status: null, ticket_id: null, event_id: null, ticket_type: null, seat: null, holder: null, at: null, gate: null, opens_at: null, ...over } as CheckinAnswer,
});
const entry = { direction: "entry" as const, eventId: 7 };
const exit = { direction: "exit" as const, eventId: 7 };

test("a good ticket is let in, and out again", () => {
  expect(verdictOf(done({ ok: true, code: "ok" }), entry)).toMatchObject({ tone: "go", title: "Welcome" });
  expect(verdictOf(done({ ok: true, code: "ok" }), exit)).toMatchObject({ tone: "go", title: "Out" });
});

test("a second time says when and where the first was", () => {
  expect(verdictOf(done({ code: "already_in", at: "2030-01-01T19:02:00Z", gate: "North" }), entry)).toMatchObject({
    tone: "ask", title: "Already inside", before: { at: "2030-01-01T19:02:00Z", gate: "North" },
  });
});

test("a refusal over the error door reads the same", () => {
  expect(verdictOf({ kind: "refused", code: "wrong_time", message: "", facts: { opens_at: "2030-01-01T18:00:00Z" } }, entry)).toMatchObject({ tone: "ask", opensAt: "2030-01-01T18:00:00Z" });
  expect(verdictOf({ kind: "refused", code: "cancelled", message: "", facts: {} }, entry)).toMatchObject({ tone: "stop", title: "Cancelled" });
});

test("a code nobody foresaw stops, with the house's own sentence", () => {
  expect(verdictOf({ kind: "refused", code: "new_rule", message: "Not tonight.", facts: {} }, entry)).toMatchObject({ tone: "stop", text: "Not tonight." });
  expect(verdictOf(done({}), entry).tone).toBe("stop");
});

test("a ticket of another evening is not let in here, however good it is", () => {
  expect(verdictOf(done({ ok: true, code: "ok", event_id: 8 }), entry)).toMatchObject({ tone: "stop", title: "Another event" });
  expect(verdictOf(done({ ok: true, code: "ok", event_id: 7 }), entry)).toMatchObject({ tone: "go" });
});

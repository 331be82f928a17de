// Who is signed in, and when that was asked: what was changed since need not stand in it.
import { afterEach, expect, test, vi } from "vitest";
import type { User } from "@/lib/api/types";
import { createSessionStore } from "./session-store";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("a reading counts from when it was asked for, not from its answer", async () => {
  const now = vi.spyOn(performance, "now").mockReturnValue(100);
  let answer: (response: Response) => void = () => undefined;
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => (answer = resolve)));
  const store = createSessionStore({ user: null, canRenew: false });
  expect(store.getState().askedAt).toBe(0);
  const reading = store.getState().reload();
  now.mockReturnValue(900);
  answer(new Response(JSON.stringify({ id: 1, favorite_lots: [3] } as User), { headers: { "content-type": "application/json" } }));
  await reading;
  expect(store.getState()).toMatchObject({ user: { id: 1 }, askedAt: 100 });
});

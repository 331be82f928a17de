// Renewing the session on a bad line: asked again while the house still knows the old token, and silence is no sign-out.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { renewSession } from "./browser";
import { Unreachable } from "./problem";

const asked: number[] = [];
let answer: (n: number) => Promise<Response>;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  asked.length = 0;
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => {
    asked.push(Date.now());
    const aborted = new Promise<Response>((_resolve, reject) => signal?.addEventListener("abort", () => reject(new Error("aborted"))));
    return Promise.race([answer(asked.length), aborted]);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const never = () => new Promise<Response>(() => undefined);
const status = (code: number) => Promise.resolve(new Response(null, { status: code }));

test("an answer that is lost is asked for again within the ten seconds in which the house gives it once more", async () => {
  answer = (n) => (n < 3 ? never() : status(200));
  const renewed = renewSession();
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await renewed).toBe(true);
  expect(asked).toEqual([0, 4_000, 8_000]);
});

test("callers at one time share one renewal, and nothing is asked after the answer", async () => {
  answer = () => status(200);
  expect(await Promise.all([renewSession(), renewSession()])).toEqual([true, true]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked).toEqual([0]);
});

test("the house says that the session is over", async () => {
  answer = () => status(401);
  expect(await renewSession()).toBe(false);
});

test.each([["a dead line", never], ["a gateway without a house", () => status(502)], ["a line that fails at once", () => Promise.reject(new TypeError("network"))]])(
  "%s says nothing about the session",
  async (_, silence) => {
    answer = silence;
    const renewed = renewSession().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await renewed).toBeInstanceOf(Unreachable);
  },
);

// @vitest-environment jsdom
// An open page follows the changes of the thing it shows, and goes back to nothing older.
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useFresh } from "./use-fresh";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const thing = (price: number, minute: number, id = 7) => ({ id, price, server_time: `2030-01-01T12:0${minute}:00Z` });
const pass = () => act(() => vi.advanceTimersByTimeAsync(2_000));

function page(answer: () => Promise<ReturnType<typeof thing>>) {
  const read = vi.fn(answer);
  const hook = renderHook(({ rendered, edition }) => useFresh(rendered, edition, read), { initialProps: { rendered: thing(5, 0), edition: 0 } });
  return { read, shown: () => hook.result.current.price, show: hook.rerender };
}

test("nothing is read before something changed, and then once a change", async () => {
  const { read, shown, show } = page(() => Promise.resolve(thing(7, 1)));
  await pass();
  expect([read.mock.calls.length, shown()]).toEqual([0, 5]);
  show({ rendered: thing(5, 0), edition: 4 });
  show({ rendered: thing(5, 0), edition: 4 });
  await pass();
  expect([read.mock.calls, shown()]).toEqual([[[7]], 7]);
});

test("without an answer the page stays as it is, and a newer rendering or another thing counts at once", async () => {
  const { shown, show } = page(() => Promise.reject(new Error("away")));
  show({ rendered: thing(5, 0), edition: 4 });
  await pass();
  expect(shown()).toBe(5);
  show({ rendered: thing(8, 2), edition: 4 });
  expect(shown()).toBe(8);
  const other = page(() => Promise.resolve(thing(7, 1)));
  other.show({ rendered: thing(5, 0), edition: 4 });
  await pass();
  other.show({ rendered: thing(1, 0, 9), edition: 0 });
  expect(other.shown()).toBe(1);
});

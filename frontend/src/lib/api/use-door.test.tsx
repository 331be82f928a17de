// @vitest-environment jsdom
// A door that is asked again and again shows what it knows, and never what was true before.
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useDoor } from "./use-door";

afterEach(cleanup);

function door(key = "a") {
  const answers: ((text: string) => Promise<void>)[] = [];
  const failures: (() => Promise<void>)[] = [];
  const read = () =>
    new Promise<string>((resolve, reject) => {
      answers.push((text) => act(async () => resolve(text)));
      failures.push(() => act(async () => reject(new Error("away"))));
    });
  const hook = renderHook(({ key: now, edition }) => useDoor(now, read, edition), { initialProps: { key, edition: 0 } });
  const shown = () => (hook.result.current.state.kind === "ready" ? hook.result.current.state.data : hook.result.current.state.kind);
  return { ...hook, answers, failures, shown, reload: () => act(() => hook.result.current.reload()), change: (text: string) => act(() => hook.result.current.change(() => text)) };
}

test("a house that answers more slowly than it is asked is still shown, and an older answer never covers a newer one", async () => {
  const { answers, shown, reload, rerender } = door();
  reload();
  await answers[0]?.("first");
  expect(shown()).toBe("first");
  rerender({ key: "a", edition: 1 });
  await answers[2]?.("third");
  await answers[1]?.("second");
  expect(shown()).toBe("third");
});

test("what was changed here is not taken back by a reading that was asked for before; it is read anew", async () => {
  const { answers, shown, reload, change } = door();
  await answers[0]?.("away");
  reload();
  change("at the desk");
  await answers[1]?.("away");
  expect(shown()).toBe("at the desk");
  await answers[2]?.("at the desk, read");
  expect(shown()).toBe("at the desk, read");
});

test("an answer about something else is not shown, and a failure that is asked again already is none", async () => {
  const { answers, failures, shown, reload, rerender } = door();
  rerender({ key: "b", edition: 0 });
  await answers[0]?.("of a");
  expect(shown()).toBe("loading");
  reload();
  await failures[1]?.();
  expect(shown()).toBe("loading");
  await answers[2]?.("of b");
  expect(shown()).toBe("of b");
});

// @vitest-environment jsdom
// What can be done with an order: a letter with tickets is sent only while there are some.
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ToastProvider } from "@/components/ui/toast";
import type { Order } from "@/lib/api/tickets";
import { Acts } from "./order-view";

afterEach(cleanup);

const buttons = (...states: string[]) => {
  cleanup();
  render(
    <ToastProvider>
      <Acts order={{ id: 7_000_001, tickets: states.map((status, n) => ({ id: n, status, inside: false })) } as unknown as Order} onGiveBack={() => undefined} />
    </ToastProvider>,
  );
  return screen.queryAllByRole("button").map((button) => button.textContent);
};

test("an order of which every ticket is void is neither printed nor sent again", () => {
  expect(buttons("valid", "cancelled")).toEqual(expect.arrayContaining(["Print", "Send the letter again"]));
  expect(buttons("cancelled", "cancelled")).toEqual([]);
});

// @vitest-environment jsdom
// What is wrong in the long form is gone to at once: the first of it on the page, whatever is checked first.
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ToastProvider } from "@/components/ui/toast";
import { type SaleDraft, emptySale, emptyType } from "./sale-draft";
import { SaleForm } from "./sale-form";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }));
vi.mock("@/lib/clock/clock-context", () => ({ useServerClock: () => ({ now: () => 0 }) }));
vi.mock("./hall-choice", () => ({ HallChoice: () => null }));
afterEach(cleanup);

const press = (first: SaleDraft) => {
  render(
    <ToastProvider>
      <SaleForm sale={null} writerId={1} first={first} isOldDraft={false} renderHall={() => null} />
    </ToastProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "List the event" }));
};

test("the title comes before the day", () => {
  press(emptySale);
  expect(screen.getByRole("textbox", { name: "Title" })).toHaveFocus();
});

test("a shared quota is gone to as well", () => {
  press({ ...emptySale, title: "Concert", start_time: "2030-02-01T19:00", types: [{ ...emptyType, seat_type: "Regular", price: "0", available_qty: "5" }], quotas: [{ name: "House", size: "" }] });
  expect(screen.getByLabelText("Places")).toHaveFocus();
});

// @vitest-environment jsdom
// Where one stands in the queue, the way in and out, and what came of one's turn, in words.
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OwnRequest, SaleQueue, TicketSale } from "@/lib/api/tickets";
import type { Asked } from "../buying/wish";
import { QueuePanel, lengthWords, ordinal } from "./queue-panel";
import type { QueueView } from "./use-queue";

const type = (id: number, seat_type: string, lane: "vip" | "regular") => ({ id, seat_type, price: 10, available_qty: 5, total_qty: 9, lane, section: null, quota: null, refund: null });
const sale = { id: 7, ticket_types: [type(1, "Box", "vip"), type(2, "Stalls", "regular")], order_max: null, limit_per_user: 3, lanes: "weighted" } as unknown as TicketSale;
const lengths: SaleQueue = { paused: true, waiting: 7, vip: 2, regular: 5, seq: 3, mine: [] };
const own = (over: Partial<OwnRequest>): OwnRequest => ({ request_id: 7_000_004, ticket_type: "Stalls", quantity: 2, status: "queued", position: 3, result: null, ...over });
const view = (over: Partial<QueueView>): QueueView => ({ queue: lengths, isFresh: true, waiting: [], done: [], isShown: true, watch: () => undefined, putAside: () => undefined, ...over });

const asked: [Asked, string][] = [];
const panel = (over: Partial<QueueView>, isSignedIn = true) =>
  render(<QueuePanel sale={sale} view={view(over)} seatedTypes={new Set()} isSignedIn={isSignedIn} isWaiting={false} onAsk={(...one) => asked.push(one)} />);

beforeEach(() => {
  asked.length = 0;
  document.title = "Winter Concert";
});
afterEach(cleanup);

test("says how long the lanes are, and takes a place for so many of a kind, within the limit", () => {
  panel({});
  expect(screen.getByText("7 requests wait: 2 VIP, 5 regular.")).toBeInTheDocument();
  fireEvent.change(screen.getByLabelText("Ticket"), { target: { value: "2" } });
  for (let n = 0; n < 5; n += 1) fireEvent.click(screen.getByRole("button", { name: "More: How many to queue for" }));
  fireEvent.click(screen.getByRole("button", { name: "Join the queue" }));
  expect(asked).toEqual([[{ kind: "queue", typeId: 2, quantity: 3 }, "3 × Stalls in the queue"]]);
});

test("tells the place over all lanes, in the tab as well, and lets one go", () => {
  const { unmount } = panel({ waiting: [own({})] });
  expect(screen.getByText("You are 3rd")).toBeInTheDocument();
  expect(screen.getByText("2 requests are served before yours, over all lanes.")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Join the queue" })).toBeNull();
  expect(document.title).toBe("3rd · Winter Concert");
  fireEvent.click(screen.getByRole("button", { name: "Leave the queue" }));
  expect(asked).toEqual([[{ kind: "leave", requestId: 7_000_004 }, "2 × Stalls in the queue"]]);
  unmount();
  expect(document.title).toBe("Winter Concert");
});

test("says that the place is kept while the house does not answer", () => {
  panel({ waiting: [own({ position: 1 })], isFresh: false });
  expect(screen.getByText("You are next")).toBeInTheDocument();
  expect(screen.getByText(/does not answer just now; your place is kept/)).toBeInTheDocument();
});

test("a turn brings an order, or the reason why it brought none", () => {
  const aside: number[] = [];
  const got = own({ status: "done", position: 0, result: { order_id: 7_000_009, code: null, reason: null } });
  const none = own({ request_id: 7_000_005, status: "done", position: 0, result: { order_id: null, code: "sold_out", reason: "There are not enough tickets of this type left." } });
  panel({ done: [got, none], putAside: (id) => aside.push(id) });
  expect(screen.getByText("It is your turn: 2 × Stalls")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "To the order" })).toHaveAttribute("href", "/orders/7000009");
  expect(screen.getByText("None left of these: 2 × Stalls")).toBeInTheDocument();
  expect(screen.getByText(/There are not enough tickets of this type left\. .* nothing is charged/)).toBeInTheDocument();
  expect(document.title).toBe("Your turn · Winter Concert");
  fireEvent.click(screen.getAllByRole("button", { name: "Put aside" })[1]!);
  expect(aside).toEqual([7_000_005]);
});

test("shows nothing where nobody queues, and the way to sign in to those without an account", () => {
  const { container, unmount } = panel({ isShown: false });
  expect(container).toBeEmptyDOMElement();
  unmount();
  panel({}, false);
  expect(screen.getByRole("link", { name: "Sign in to queue" })).toHaveAttribute("href", "/sign-in?next=%2Fevents%2F7");
});

test("places and lengths are said as people say them", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal)).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"]);
  expect(lengthWords({ ...lengths, waiting: 1, vip: 0, regular: 1 })).toBe("1 request waits.");
  expect(lengthWords({ ...lengths, waiting: 0, vip: 0, regular: 0 })).toBe("Nobody waits yet.");
});

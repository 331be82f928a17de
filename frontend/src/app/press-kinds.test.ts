// What waits for an answer leads to the page where it was pressed, by the title of the thing there.
import { beforeEach, expect, test, vi } from "vitest";
import { pendingBids } from "@/features/auctions/bidding/bid-wish";
import { fetchLot } from "@/features/auctions/lot-calls";
import { pendingWishes } from "@/features/ticket-sales/buying/wish";
import { fetchSale } from "@/features/ticket-sales/sale-calls";
import { type FakeDisk, fakeDisk } from "@/lib/commands/fake-disk";
import { pressKinds } from "./press-kinds";

const disks = vi.hoisted(() => ({ browser: null as unknown as FakeDisk }));
vi.mock("@/lib/commands/safe-storage", async (original) => ({ ...(await original<object>()), browserDisk: () => disks.browser }));
vi.mock("@/features/auctions/lot-calls", () => ({ fetchLot: vi.fn(async (id: number) => ({ title: `Lot's title ${id}` })) }));
vi.mock("@/features/ticket-sales/sale-calls", () => ({ fetchSale: vi.fn(async (id: number) => ({ title: `Concert's title ${id}` })) }));
beforeEach(() => {
  disks.browser = fakeDisk();
});

const told = async (userId: number) =>
  Promise.all(pressKinds().flatMap((kind) => kind.thingsOf(userId).map(async (id) => [kind.name, kind.pageOf(id), kind.nameOf(id), await kind.titleOf(id)])));

test("a bid leads to its lot, a press for tickets to its event, and nobody else is told of either", async () => {
  pendingBids(disks.browser).press(1, { lotId: 7, amount: 210 });
  pendingWishes(disks.browser).press(1, { saleId: 8, what: "2 × Guest", kind: "grab", typeId: 1, quantity: 2 });
  expect(await told(1)).toEqual([["bid", "/lots/7", "lot 7", "Lot's title 7"], ["press", "/events/8", "event 8", "Concert's title 8"]]);
  expect(await told(2)).toEqual([]);
  expect([vi.mocked(fetchLot).mock.calls, vi.mocked(fetchSale).mock.calls]).toEqual([[[7]], [[8]]]);
});

// @vitest-environment jsdom
// A press made once never vanishes: until the page is live the button says that it cannot be pressed, and the amount stays.
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Bid } from "@/lib/api/types";
import { ServerClock } from "@/lib/clock/server-clock";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { FakeNetwork, FakeSocket, FakeTimers } from "@/lib/realtime/fake-socket";
import { pendingBids } from "../bidding/bid-wish";
import { LotRoom } from "../live/lot-room";
import type { LotState } from "../lot-state";
import { BidPanel } from "./bid-panel";

vi.mock("@/lib/session/session-context", () => ({ useUser: () => ({ id: 1 }) }));
vi.mock("@/lib/clock/clock-context", () => ({ useServerClock: () => ({ now: () => 0 }) }));
vi.mock("../paddle/paddle-context", () => ({ useHasPaddleOn: () => false }));
vi.mock("../countdown", () => ({ CountdownRing: () => null, TimeLeft: () => null }));
beforeEach(() => localStorage.clear());
afterEach(cleanup);

const state: LotState = {
  lotId: 7, status: "open", isActive: true, currentPrice: 200, nextMin: 210, bidCount: 3, leaderId: 9, startTime: "2026-01-01T00:00:00Z",
  endTime: "2090-01-01T00:00:00Z", reserve: "none", bids: [] as Bid[], people: null, seq: 3, historySeq: 3, isHistoryTorn: false, extensions: 0, previousEndTime: null,
};

function liveRoom() {
  const sockets: FakeSocket[] = [];
  const openSocket = (address: string) => {
    const socket = new FakeSocket(address);
    sockets.push(socket);
    return socket;
  };
  return new LotRoom(7, state, { openSocket, timers: new FakeTimers(), network: new FakeNetwork(), clock: new ServerClock(() => 0, () => 0), pending: pendingBids(fakeDisk()) });
}

test("before the room is there nothing is taken and nothing is lost; then one press is one bid", () => {
  const { rerender } = render(<BidPanel room={null} state={state} sellerId={2} cancelReason="" />);
  const field = screen.getByLabelText("Your bid");
  fireEvent.change(field, { target: { value: "234,5" } });
  fireEvent.submit(field);
  expect(field).toHaveValue("234,5");
  expect(screen.getByRole("button", { name: "One moment…" })).toBeDisabled();
  const room = liveRoom();
  rerender(<BidPanel room={room} state={state} sellerId={2} cancelReason="" />);
  fireEvent.click(screen.getByRole("button", { name: "Bid €234.50" }));
  expect(room.view.getState().presses).toMatchObject([{ entry: { lotId: 7, amount: 234.5, userId: 1 } }]);
});

test("a lot that was cancelled says why, where a reason was given", () => {
  const cancelled: LotState = { ...state, status: "cancelled", isActive: false };
  const { rerender } = render(<BidPanel room={null} state={cancelled} sellerId={2} cancelReason="" />);
  expect(screen.queryByText(/The reason given/)).toBeNull();
  rerender(<BidPanel room={null} state={cancelled} sellerId={2} cancelReason="It is a forgery." />);
  expect(screen.getByText("The reason given: It is a forgery.")).toBeInTheDocument();
});

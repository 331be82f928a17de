// @vitest-environment jsdom
// The large answer is the one of whoever stands at the door now: the welcome of the one before goes when the line is bad.
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Press } from "@/lib/commands/press-desk";
import { BigAnswer } from "./big-answer";
import type { AnsweredScan } from "./door-desk";
import type { Scan } from "./scan";

afterEach(cleanup);

const scan: Scan = { eventId: 7, token: "sig1.first", gate: "", direction: "entry" };
const welcome: AnsweredScan = {
  id: "1", scan, verdict: { tone: "go", title: "Welcome", text: "Let them in.", before: null, opensAt: null }, ticketType: "Regular", place: null, holder: null, at: 1_000,
};
const waits = (pressedAt: number, phase: Press<Scan>["phase"]) => ({ phase, entry: { ...scan, token: "sig1.second", id: "2", userId: 4, pressedAt, sentCount: 1 } }) as Press<Scan>;
const show = (...waiting: Press<Scan>[]) => {
  cleanup();
  render(<BigAnswer waiting={waiting} answered={welcome} onAskAgain={() => undefined} onPutAside={() => undefined} />);
};

test("a scan without an answer takes the answer of the one before away", () => {
  show(waits(2_000, "checking"));
  expect(screen.getByText("No answer yet")).toBeInTheDocument();
  expect(screen.queryByText("Welcome")).toBeNull();
});

test("an answer that came after an earlier scan was left without one is shown, and a quick one is waited for in silence", () => {
  show(waits(500, "asking"));
  expect(screen.getByText("Welcome")).toBeInTheDocument();
  show(waits(2_000, "sending"));
  expect(screen.getByText("Welcome")).toBeInTheDocument();
});

// The live channel over a bad line: comes back by itself, asks for what it missed, and knows when to stop.
import { describe, expect, test } from "vitest";
import { Connection, type ConnectionState } from "./connection";
import { FakeNetwork, FakeSocket, FakeTimers } from "./fake-socket";

function room(renewed: boolean | Error = true) {
  const timers = new FakeTimers();
  const network = new FakeNetwork();
  const sockets: FakeSocket[] = [];
  const states: ConnectionState["name"][] = [];
  const heard: string[] = [];
  let seq = 0;
  const connection = new Connection({
    address: () => (seq ? `/ws/lots/7?after=${seq}` : "/ws/lots/7"),
    openSocket: (address) => {
      const socket = new FakeSocket(address);
      sockets.push(socket);
      return socket;
    },
    timers,
    network,
    random: () => 0.5,
    onText: (text) => {
      heard.push(text);
      seq = (JSON.parse(text) as { seq?: number }).seq ?? seq;
    },
    onState: (state) => states.push(state.name),
    probe: '{"type":"GET_HISTORY"}',
    renew: async () => {
      if (renewed instanceof Error) throw renewed;
      return renewed;
    },
  });
  return { connection, timers, network, sockets, states, heard, last: () => sockets.at(-1)! };
}

describe("a watcher's channel", () => {
  test("is live with the first frame, not with the open socket", () => {
    const { connection, states, last } = room();
    connection.start();
    last().onopen?.();
    expect(states).toEqual(["connecting"]);
    last().hears({ type: "LOT_STATUS", seq: 4 });
    expect(states).toEqual(["connecting", "live"]);
  });

  test("resumes after the last position it has seen", () => {
    const { connection, timers, states, last } = room();
    connection.start();
    last().hears({ type: "LOT_STATUS", seq: 4 });
    last().dies(1006);
    expect(connection.current).toEqual({ name: "resuming", retryInMs: 250 });
    timers.pass(250);
    expect(last().address).toBe("/ws/lots/7?after=4");
    last().hears({ type: "NEW_BID", seq: 6 });
    expect(states).toEqual(["connecting", "live", "resuming", "resuming", "live"]);
  });

  test("waits longer each time, never longer than the ceiling", () => {
    const { connection, timers, sockets, last } = room();
    connection.start();
    const waits: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      last().dies(1006);
      const state = connection.current;
      if (state.name !== "resuming") throw new Error(state.name);
      waits.push(state.retryInMs!);
      timers.pass(state.retryInMs!);
    }
    expect(sockets).toHaveLength(10);
    expect(waits[1]).toBeGreaterThan(waits[0]!);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_000);
  });

  test("notices a silent line: probes, then gives it up and never hears it again", () => {
    const { connection, timers, heard, sockets, last } = room();
    connection.start();
    const first = last();
    first.hears({ type: "LOT_STATUS", seq: 4 });
    timers.pass(25_000);
    expect(first.sent).toEqual(['{"type":"GET_HISTORY"}']);
    timers.pass(6_000);
    expect(first.isClosedByUs).toBe(true);
    first.hears({ type: "NEW_BID", seq: 5 });
    expect(heard).toHaveLength(1);
    timers.pass(15_000);
    expect(sockets.length).toBeGreaterThan(1);
  });

  test("gives a line up sooner when a bidder waits for an answer", () => {
    const { connection, timers, last } = room();
    connection.start();
    last().hears({ type: "LOT_STATUS", seq: 4 });
    connection.expectAnswer();
    timers.pass(6_000);
    expect(connection.current.name).toBe("resuming");
  });

  test("says offline when the device says so, and comes back at once", () => {
    const { connection, network, sockets, last } = room();
    connection.start();
    last().hears({ type: "LOT_STATUS", seq: 4 });
    network.goes(false);
    expect(connection.current.name).toBe("offline");
    expect(connection.send("x")).toBe(false);
    network.goes(true);
    expect(sockets).toHaveLength(2);
    expect(last().address).toBe("/ws/lots/7?after=4");
  });

  test.each([
    [4403, "forbidden"],
    [4404, "unknown"],
  ] as const)("stops for good on %i", (code, reason) => {
    const { connection, timers, sockets, last } = room();
    connection.start();
    last().dies(code);
    expect(connection.current).toEqual({ name: "closed", reason });
    timers.pass(60_000);
    expect(sockets).toHaveLength(1);
  });

  test("renews the session once on 4401, then comes back", async () => {
    const { connection, sockets, last } = room(true);
    connection.start();
    last().dies(4401);
    await Promise.resolve();
    expect(sockets).toHaveLength(2);
    last().dies(4401);
    expect(connection.current).toEqual({ name: "closed", reason: "signed_out" });
  });

  test("is closed when the session cannot be renewed", async () => {
    const { connection, last } = room(false);
    connection.start();
    last().dies(4401);
    await Promise.resolve();
    expect(connection.current).toEqual({ name: "closed", reason: "signed_out" });
  });

  test("a session that could not be renewed because nobody was reached is no end: it is tried again", async () => {
    const { connection, timers, sockets, last } = room(new Error("not reached"));
    connection.start();
    last().dies(4401);
    await Promise.resolve();
    await Promise.resolve();
    const { current } = connection;
    if (current.name !== "resuming") throw new Error(current.name);
    timers.pass(current.retryInMs!);
    expect(sockets).toHaveLength(2);
    last().dies(4401);
    await Promise.resolve();
    await Promise.resolve();
    expect(connection.current.name).toBe("resuming");
  });

  test("another network: a live line is asked at once whether it still lives", () => {
    const { connection, network, timers, last } = room();
    connection.start();
    last().hears({ type: "LOT_STATUS", seq: 4 });
    network.goes(true);
    expect(last().sent).toEqual(['{"type":"GET_HISTORY"}']);
    timers.pass(6_000);
    expect(connection.current.name).toBe("resuming");
  });

  test("another network: who waits to come back comes at once", () => {
    const { connection, network, sockets, last } = room();
    connection.start();
    last().dies(1006);
    network.goes(true);
    expect(sockets).toHaveLength(2);
  });

  test.each([
    [4408, 400],
    [4429, 6_000],
    [1012, 2_000],
  ])("resumes after %i within %i ms", (code, ms) => {
    const { connection, timers, sockets, last } = room();
    connection.start();
    last().hears({ type: "LOT_STATUS", seq: 4 });
    last().dies(code);
    timers.pass(code === 4429 ? 9_999 : 10);
    expect(sockets).toHaveLength(1);
    timers.pass(ms);
    expect(sockets).toHaveLength(2);
  });

  test("stays silent after stop", () => {
    const { connection, timers, sockets, last } = room();
    connection.start();
    last().hears({ type: "LOT_STATUS", seq: 4 });
    connection.stop();
    timers.pass(120_000);
    expect(sockets).toHaveLength(1);
    expect(connection.current.name).toBe("idle");
  });
});

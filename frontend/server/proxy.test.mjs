// The pass to the backend streams, waits for slow answers, and survives a backend that is away or dies.
import http from "node:http";
import net from "node:net";
import { afterEach, expect, test } from "vitest";
import { createBackendProxy } from "./proxy.mjs";

const open = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

function listen(server) {
  open.push(server);
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server.address().port)));
}

async function front(target) {
  const proxy = createBackendProxy({ target, trusted: new Set() });
  const server = http.createServer((request, response) => proxy.web(request, response));
  server.on("upgrade", (request, socket, head) => proxy.socket(request, socket, head));
  return listen(server);
}

function upgrade(port) {
  return new Promise((resolve) => {
    const request = http.request({ port, path: "/ws/lots/1", headers: { connection: "Upgrade", upgrade: "websocket" } });
    request.on("upgrade", (_response, socket) => resolve({ kind: "open", socket }));
    request.on("response", (response) => resolve({ kind: "answer", status: response.statusCode }));
    request.on("error", () => resolve({ kind: "closed" }));
    request.end();
  });
}

test("a backend that is away is a 502 problem, and the pages stay up", async () => {
  const port = await front("http://127.0.0.1:9");
  for (let i = 0; i < 2; i += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/lots`);
    expect(answer.status).toBe(502);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect((await answer.json()).code).toBe("backend_away");
  }
  expect(await upgrade(port)).toMatchObject({ kind: "answer", status: 502 });
});

test("a slow answer is waited for, and the path arrives as it was asked", async () => {
  const backend = await listen(http.createServer((request, response) => setTimeout(() => response.end(request.url), 3_600)));
  const port = await front(`http://127.0.0.1:${backend}`);
  const answer = await fetch(`http://127.0.0.1:${port}/api/lots/?limit=2`);
  expect(await answer.text()).toBe("/api/lots/?limit=2");
});

test("a socket whose backend dies is closed at once, and the other way round", async () => {
  const sockets = [];
  const server = http.createServer();
  server.on("upgrade", (_request, socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined).resume();
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  });
  const port = await front(`http://127.0.0.1:${await listen(server)}`);

  const first = await upgrade(port);
  const clientClosed = new Promise((resolve) => first.socket.on("close", resolve));
  first.socket.on("error", () => undefined).resume();
  sockets[0].destroy();
  await clientClosed;

  const second = await upgrade(port);
  const backendClosed = new Promise((resolve) => sockets[1].on("end", resolve));
  second.socket.destroy();
  await backendClosed;
});

test("a browser that is still sending reads why it was closed", async () => {
  const why = "the backend's last words";
  const server = http.createServer();
  server.on("upgrade", (_request, socket) => {
    socket.on("error", () => undefined);
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    // It stops reading in the middle of what is sent, says why, and goes.
    socket.once("data", () => socket.pause().end(why, () => setTimeout(() => socket.destroy(), 50)));
  });
  const port = await front(`http://127.0.0.1:${await listen(server)}`);
  for (let i = 0; i < 5; i += 1) {
    const { socket } = await upgrade(port);
    let heard = "";
    socket.on("error", () => undefined).pause();
    socket.write(Buffer.alloc(8 * 1024 * 1024));
    await new Promise((resolve) => setTimeout(resolve, 150)); // a busy browser: what came waits to be read
    socket.on("data", (chunk) => (heard += chunk)).resume();
    await new Promise((resolve) => socket.on("close", resolve));
    expect(heard).toBe(why);
  }
});

test("a browser that never ends its side is not kept for ever when the backend has gone", async () => {
  const server = http.createServer();
  server.on("upgrade", (_request, socket) => {
    socket.on("error", () => undefined).resume();
    socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  });
  const port = await front(`http://127.0.0.1:${await listen(server)}`);
  const stays = net.connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  stays.write("GET /ws/lots/1 HTTP/1.1\r\nHost: house\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n");
  stays.on("error", () => undefined).resume();
  await new Promise((resolve) => stays.on("end", resolve));
  const writing = setInterval(() => stays.write("still here"), 100);
  await new Promise((resolve) => stays.on("close", resolve));
  clearInterval(writing);
});

test("nothing but the backend's own bytes reaches an open socket, also when the backend's line is reset", async () => {
  const sockets = [];
  const server = http.createServer();
  server.on("upgrade", (_request, socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined).resume();
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  });
  const port = await front(`http://127.0.0.1:${await listen(server)}`);
  const { socket } = await upgrade(port);
  let heard = "";
  socket.on("error", () => undefined).on("data", (chunk) => (heard += chunk));
  const closed = new Promise((resolve) => socket.on("close", resolve));
  sockets[0].resetAndDestroy();
  await closed;
  expect(heard).toBe("");
});

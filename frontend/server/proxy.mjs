// Streams requests and WebSocket upgrades to the backend, and stays up when the backend is away.
import { createProxyServer } from "httpxy";
import http from "node:http";
import { setForwarded } from "./forwarded.mjs";

const upgradeTimeoutMs = 10_000;
const idleMsMax = 3_000;
const partingMsMax = 2_000;

function answerAway(response) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = JSON.stringify({
    type: "about:blank",
    title: "Bad Gateway",
    status: 502,
    code: "backend_away",
    detail: "The saleroom is not answering right now. Nothing was lost; please try again in a moment.",
  });
  response.writeHead(502, {
    "content-type": "application/problem+json",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "retry-after": "1",
  });
  response.end(body);
}

/**
 * Ends a browser's socket so that it reads the backend's last words, such as why it was closed: what it is still sending is passed
 * over for a while, since closing upon unread bytes resets the line, and the browser's side then forgets what it has not read yet.
 */
function part(socket) {
  socket.resume(); // each time anew: a pipe whose other end is gone pauses it
  if (socket.writableEnded) return;
  socket.end();
  const patience = setTimeout(() => socket.destroy(), partingMsMax);
  socket.on("close", () => clearTimeout(patience));
}

/** Makes the two passes `web(req, res)` and `socket(req, socket, head)` to one backend. */
export function createBackendProxy({ target, trusted }) {
  // A keep-alive pool: without it every call of a busy page pays for a new connection.
  // Idle ones are dropped before the backend drops them (5 s), so that no POST is sent into a closing connection.
  const agent = new http.Agent({ keepAlive: true, maxSockets: 512, timeout: idleMsMax });
  const proxy = createProxyServer({ target, agent });
  const socketProxy = createProxyServer({ target, upgradeTimeout: upgradeTimeoutMs });
  const open = new WeakSet();

  proxy.on("error", (_error, _request, response) => {
    if (response && "writeHead" in response) answerAway(response);
    else response?.destroy();
  });
  socketProxy.on("error", (_error, _request, socket) => {
    if (!socket || socket.destroyed || open.has(socket)) return; // an open one takes frames only: no words of HTTP
    socket.end("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    socket.destroySoon?.();
  });
  // One half gone means both go: a bidder must notice at once that he is not connected.
  socketProxy.on("proxyReqWs", (backendRequest, _request, socket) => {
    backendRequest.on("upgrade", (_response, backendSocket) => {
      // A half-closed WebSocket is a dead one; without this its room would count a ghost.
      socket.on("end", () => backendSocket.destroySoon());
      socket.on("close", () => backendSocket.destroy());
      backendSocket.on("end", () => part(socket));
      backendSocket.on("error", () => part(socket));
      backendSocket.on("close", () => part(socket));
      open.add(socket);
    });
  });

  return {
    web(request, response) {
      setForwarded(request.headers, request.socket.remoteAddress, { trusted });
      proxy.web(request, response).catch(() => answerAway(response));
    },
    socket(request, socket, head) {
      setForwarded(request.headers, request.socket.remoteAddress, { trusted });
      socketProxy.ws(request, socket, {}, head).catch(() => socket.destroy());
    },
    close() {
      agent.destroy();
    },
  };
}

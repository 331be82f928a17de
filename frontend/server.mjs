// The production server: Next's pages, and a streaming pass to the backend decided by the environment at start.
import http from "node:http";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseTrustedProxies, setForwarded } from "./server/forwarded.mjs";
import { createBackendProxy } from "./server/proxy.mjs";
import { isBackendRequest, isBackendSocket } from "./server/routes.mjs";

const isDev = process.argv.includes("--dev");
// Next and React choose their builds by this when they are loaded, so it is set before they are.
process.env.NODE_ENV ??= isDev ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
const { default: next } = await import("next");

const hostname = process.env.SALEROOM_HOST || "127.0.0.1";
const port = Number(process.env.SALEROOM_FRONTEND_PORT || 3000);
const target = process.env.SALEROOM_BACKEND_URL || "http://127.0.0.1:8000";
const trusted = parseTrustedProxies(process.env.SALEROOM_TRUSTED_PROXIES);

const proxy = createBackendProxy({ target, trusted });
// Node's five seconds are those after which many clients drop a connection too: a request was now and then sent into one that closed.
const server = http.createServer({ keepAliveTimeout: 75_000 });
// Next looks for upgrades on the server it is given; it gets one that hears only of those that are handed on below.
const pageSockets = http.createServer();
const app = next({ dev: isDev, dir: dirname(fileURLToPath(import.meta.url)), hostname, port, httpServer: pageSockets });
await app.prepare();
const pages = app.getRequestHandler();

server.on("request", (request, response) => {
  if (isBackendRequest(request.url)) {
    proxy.web(request, response);
    return;
  }
  // Server-side rendering hands these on to the backend, so that limits per address see the visitor.
  setForwarded(request.headers, request.socket.remoteAddress, { trusted });
  pages(request, response).catch((error) => {
    console.error("page failed", error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

server.on("upgrade", (request, socket, head) => {
  socket.on("error", () => socket.destroy());
  if (isBackendSocket(request.url)) proxy.socket(request, socket, head);
  // Only while developing does Next have sockets of its own (reloading pages), and it listens from its first page on.
  else if (!isDev || !pageSockets.emit("upgrade", request, socket, head)) socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
});

server.on("clientError", (_error, socket) => {
  if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
});

server.on("error", (error) => {
  console.error(error.code === "EADDRINUSE" ? `Port ${port} on ${hostname} is taken.` : error);
  process.exit(1);
});

server.listen(port, hostname, () => console.log(`Saleroom pages on http://${hostname}:${port}, backend ${target}`));

for (const signal of ["SIGTERM", "SIGINT"]) {
  // Clients resume by themselves, so stopping at once is kinder than draining.
  process.on(signal, () => process.exit(0));
}

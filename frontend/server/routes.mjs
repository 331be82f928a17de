// Says which addresses on the frontend's port belong to the backend; everything else is a page.

const http = ["/api", "/media", "/docs", "/openapi.json"];
const sockets = ["/ws", "/api/ws"];

function isBelow(path, prefixes) {
  return prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}

function pathOf(url) {
  return (url ?? "/").split("?", 1)[0];
}

/** True when a plain request for `url` is passed on to the backend. */
export function isBackendRequest(url) {
  return isBelow(pathOf(url), http);
}

/** True when a WebSocket upgrade of `url` is passed on to the backend. */
export function isBackendSocket(url) {
  return isBelow(pathOf(url), sockets);
}

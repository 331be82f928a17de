// A client's own forwarded headers are dropped unless the peer is a trusted proxy.
import { expect, test } from "vitest";
import { parseTrustedProxies, setForwarded } from "./forwarded.mjs";
import { isBackendRequest, isBackendSocket } from "./routes.mjs";

const trusted = parseTrustedProxies("10.0.0.1, ::1");

test("a stranger cannot pretend to be someone else", () => {
  const headers = { host: "sale.example", "x-forwarded-for": "1.2.3.4", forwarded: "for=1.2.3.4", "x-real-ip": "1.2.3.4" };
  setForwarded(headers, "::ffff:203.0.113.9", { trusted });
  expect(headers).toEqual({
    host: "sale.example",
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-proto": "http",
    "x-forwarded-host": "sale.example",
  });
});

test("a trusted proxy's chain is kept and continued", () => {
  const headers = { host: "inner", "x-forwarded-for": "1.2.3.4", "x-forwarded-proto": "https", "x-forwarded-host": "sale.example" };
  setForwarded(headers, "10.0.0.1", { trusted });
  expect(headers["x-forwarded-for"]).toBe("1.2.3.4, 10.0.0.1");
  expect(headers["x-forwarded-proto"]).toBe("https");
  expect(headers["x-forwarded-host"]).toBe("sale.example");
});

test("REST lives below /api; /lots/7 is a page", () => {
  expect(isBackendRequest("/api/lots/7?x=1")).toBe(true);
  expect(isBackendRequest("/openapi.json")).toBe(true);
  expect(isBackendRequest("/media/a.webp")).toBe(true);
  expect(isBackendRequest("/lots/7")).toBe(false);
  expect(isBackendRequest("/apiary")).toBe(false);
  expect(isBackendSocket("/ws/lots/7?after=3")).toBe(true);
  expect(isBackendSocket("/api/ws/lots/7")).toBe(true);
  expect(isBackendSocket("/_next/hmr")).toBe(false);
});

// Decides what the backend is told about who asked: address, scheme and host.
//
// A client can write any X-Forwarded-* header it likes, so they count only when the peer itself is a trusted proxy.

/** Turns "10.0.0.1, ::1" into a set of addresses. */
export function parseTrustedProxies(text) {
  return new Set(
    (text ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  );
}

/** IPv4 peers of a dual-stack socket arrive as ::ffff:10.0.0.1. */
export function plainAddress(address) {
  return (address ?? "").replace(/^::ffff:/, "");
}

/** Rewrites the forwarded headers of `headers` in place and returns them. */
export function setForwarded(headers, peer, { trusted, isTls = false }) {
  const address = plainAddress(peer);
  const isTrusted = trusted.has(address);
  const earlier = isTrusted ? headers["x-forwarded-for"] : undefined;
  const proto = isTrusted ? headers["x-forwarded-proto"] : undefined;
  const host = isTrusted ? headers["x-forwarded-host"] : undefined;
  for (const name of Object.keys(headers)) {
    if (name === "forwarded" || name === "x-real-ip" || name.startsWith("x-forwarded-")) delete headers[name];
  }
  headers["x-forwarded-for"] = earlier ? `${earlier}, ${address}` : address;
  headers["x-forwarded-proto"] = proto ?? (isTls ? "https" : "http");
  headers["x-forwarded-host"] = host ?? headers.host ?? "";
  return headers;
}

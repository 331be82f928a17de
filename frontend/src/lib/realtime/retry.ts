// When to try again after a socket closed, and when not to.

export type CloseAdvice =
  | { kind: "stop"; reason: "signed_out" | "forbidden" | "unknown" }
  | { kind: "renew" }
  | { kind: "retry"; waitMsMin: number; waitMsMax: number };

export const retryMsFirst = 400;
export const retryMsMax = 15_000;

/** Exponential ceiling for the n-th attempt in a row (0 is the first retry). */
export function ceilingMs(attempt: number): number {
  return Math.min(retryMsMax, retryMsFirst * 2 ** Math.min(attempt, 10));
}

/** How long to wait before the n-th attempt in a row, at random in between. */
export function waitFor(attempt: number): { waitMsMin: number; waitMsMax: number } {
  return { waitMsMin: ceilingMs(attempt) / 4, waitMsMax: ceilingMs(attempt) };
}

/** PROTOCOL's close codes, in words: what a client does next. */
export function adviceFor(code: number, attempt: number): CloseAdvice {
  switch (code) {
    case 4401:
      return { kind: "renew" };
    case 4403:
      return { kind: "stop", reason: "forbidden" };
    case 4404:
      return { kind: "stop", reason: "unknown" };
    case 4408:
      // We were too slow; the log is intact, so resume at once.
      return { kind: "retry", waitMsMin: 50, waitMsMax: 300 + ceilingMs(attempt) / 4 };
    case 4429:
      return { kind: "retry", waitMsMin: 10_000, waitMsMax: 20_000 };
    case 1012:
      // A restart throws everyone out in one instant: spread the return.
      return { kind: "retry", waitMsMin: 200, waitMsMax: Math.max(2_000, ceilingMs(attempt)) };
    default:
      return { kind: "retry", ...waitFor(attempt) };
  }
}

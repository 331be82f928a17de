// REST from the browser: same origin below /api, cookies, one refresh when the hour is over, honest errors.
import { Problem, Unreachable, problemFrom } from "./problem";
import { totalOf } from "./total";
import type { Page } from "./types";

const timeoutMs = 15_000;

export interface CallOptions {
  method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  body?: unknown;
  form?: FormData;
  /** Exactly-once key: made at the press, reused by every retry. */
  commandId?: string;
  /** For whom this was pressed: refused when somebody else has signed in since. */
  userId?: number;
  signal?: AbortSignal;
  /** Goes on when the page is left: for what the page shows as done at once. */
  keepalive?: boolean;
}

let refreshing: Promise<boolean> | null = null;
/**
 * The house answers a token once more for ten seconds after its successor was made, and after that takes it for stolen.
 * So an answer that is lost on the line has to be asked for again within them, not when somebody's patience ends.
 */
const refreshAtMs = [0, 4_000, 8_000];

async function askRefresh(): Promise<boolean> {
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), timeoutMs);
  const timers: ReturnType<typeof setTimeout>[] = [];
  const ask = async (atMs: number) => {
    if (atMs) await new Promise((resolve) => timers.push(setTimeout(resolve, atMs)));
    const { ok, status } = await fetch("/api/auth/cookie/refresh", { method: "POST", signal: stop.signal });
    if (ok) return true;
    if (status === 401 || status === 403) return false;
    throw new Unreachable();
  };
  try {
    return await Promise.any(refreshAtMs.map(ask));
  } catch {
    throw new Unreachable();
  } finally {
    clearTimeout(limit);
    timers.forEach(clearTimeout);
    stop.abort();
  }
}

async function refreshOnce(): Promise<boolean> {
  // Two tabs share one refresh token family, so they take turns where the browser can arrange it.
  if (typeof navigator !== "undefined" && navigator.locks) return await navigator.locks.request("saleroom-refresh", askRefresh);
  return askRefresh();
}

/**
 * Renews the access cookie; concurrent callers share one request. True when signed in again, false when the house says that
 * the session is over; throws Unreachable when nobody knows.
 */
export function renewSession(): Promise<boolean> {
  refreshing ??= refreshOnce().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function send(path: string, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json" };
  let body: BodyInit | undefined;
  if (options.form) body = options.form;
  else if (options.body !== undefined) {
    headers["content-type"] = "application/json";
    body = JSON.stringify(options.body);
  }
  if (options.commandId) headers["idempotency-key"] = options.commandId;
  if (options.userId !== undefined) headers["acting-user"] = String(options.userId);
  const limit = AbortSignal.timeout(options.form ? timeoutMs * 8 : timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  try {
    return await fetch(`/api${path}`, { method: options.method ?? "GET", headers, body, signal, cache: "no-store", keepalive: options.keepalive });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Unreachable();
  }
}

/** The raw answer, after at most one renewal of the session. */
export async function callResponse(path: string, options: CallOptions = {}): Promise<Response> {
  let response = await send(path, options);
  const isSignIn = path.startsWith("/auth/");
  if (response.status === 401 && !isSignIn && (await renewSession())) response = await send(path, options);
  if (response.ok) return response;
  const problem = await problemFrom(response);
  // A gateway without a backend did not decide anything.
  if (response.status === 502 || response.status === 504) throw new Unreachable(problem.message);
  throw problem;
}

/** Calls the backend and reads JSON; empty answers are undefined. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await callResponse(path, options);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Reads one page of a plain array that tells its whole length in `X-Total-Count`. */
export async function callList<T>(path: string, options: CallOptions = {}): Promise<Page<T>> {
  const response = await callResponse(path, options);
  const items = (await response.json()) as T[];
  return { items, total: totalOf(response, items.length) };
}

const missingDoor = new Set(["unknown_path", "wrong_method", "not_supported", "http_404", "http_405", "http_501", "NOT_FOUND"]);

/** True for a door that the backend does not have yet, which pages show as "not available". */
export function isMissingDoor(error: unknown): boolean {
  return error instanceof Problem && missingDoor.has(error.code);
}

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
  signal?: AbortSignal;
}

let refreshing: Promise<boolean> | null = null;

async function refreshOnce(): Promise<boolean> {
  const attempt = async () => {
    try {
      return (await fetch("/api/auth/cookie/refresh", { method: "POST" })).ok;
    } catch {
      return false;
    }
  };
  // Two tabs share one refresh token family, so they take turns where the browser can arrange it.
  if (typeof navigator !== "undefined" && navigator.locks) return navigator.locks.request("saleroom-refresh", attempt);
  return attempt();
}

/** Renews the access cookie; concurrent callers share one request. True when signed in again. */
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
  const limit = AbortSignal.timeout(options.form ? timeoutMs * 8 : timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  try {
    return await fetch(`/api${path}`, { method: options.method ?? "GET", headers, body, signal, cache: "no-store" });
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

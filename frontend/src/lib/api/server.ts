// REST while rendering on the server: straight to the backend, as the visitor, never cached.
import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { Problem, Unreachable, problemFrom } from "./problem";
import { totalOf } from "./total";
import type { Page, User } from "./types";

const timeoutMs = 8_000;

function backendUrl(): string {
  return process.env.SALEROOM_BACKEND_URL || "http://127.0.0.1:8000";
}

async function visitorHeaders(): Promise<Record<string, string>> {
  const from = await headers();
  const result: Record<string, string> = { accept: "application/json" };
  for (const name of ["cookie", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "user-agent"]) {
    const value = from.get(name);
    if (value) result[name] = value;
  }
  return result;
}

async function answerFor(path: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(backendUrl() + path, {
      headers: await visitorHeaders(),
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch {
    throw new Unreachable();
  }
  if (!response.ok) throw await problemFrom(response);
  return response;
}

/** Reads one JSON document of the backend on behalf of the visitor. */
export async function fetchAsVisitor<T>(path: string): Promise<T> {
  return (await (await answerFor(path)).json()) as T;
}

/** Reads one page of a plain array that tells its whole length in `X-Total-Count`. */
export async function fetchListAsVisitor<T>(path: string): Promise<Page<T>> {
  const response = await answerFor(path);
  const items = (await response.json()) as T[];
  return { items, total: totalOf(response, items.length) };
}

/** The value, or null when the backend says there is no such thing. */
export async function fetchOrNull<T>(path: string): Promise<T | null> {
  try {
    return await fetchAsVisitor<T>(path);
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 422)) return null;
    throw error;
  }
}

export interface Visitor {
  user: User | null;
  /** The hour is over but the thirty days are not: the browser renews and asks again. */
  canRenew: boolean;
}

/** Who is looking at the page; nobody when the backend is away. */
export const fetchVisitor = cache(async (): Promise<Visitor> => {
  const jar = await cookies();
  const canRenew = jar.has("refresh");
  if (!jar.has("auth")) return { user: null, canRenew };
  try {
    return { user: await fetchAsVisitor<User>("/users/me"), canRenew };
  } catch {
    return { user: null, canRenew };
  }
});

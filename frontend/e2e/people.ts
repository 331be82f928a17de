// The people of the tests: they open accounts, list lots and sign in through the same doors as everyone.
import { type APIRequestContext, type Browser, type BrowserContext, type Page, expect } from "@playwright/test";
import { randomUUID } from "node:crypto";

const password = "Passw0rd!";

export interface Person {
  name: string;
  context: BrowserContext;
  page: Page;
  api: APIRequestContext;
}

/** Somebody new, with a browser of his own, signed in unless told otherwise. */
export async function arrive(browser: Browser, role: string, options: Parameters<Browser["newContext"]>[0] & { isSignedIn?: boolean } = {}): Promise<Person> {
  const { isSignedIn = true, ...contextOptions } = options;
  const context = await browser.newContext(contextOptions);
  const name = `${role}-${randomUUID().slice(0, 8)}`;
  const registered = await context.request.post("/api/auth/register", { data: { username: name, password } });
  expect(registered.status()).toBe(201);
  const person = { name, context, page: await context.newPage(), api: context.request };
  if (isSignedIn) await signInQuietly(person);
  return person;
}

export async function signInQuietly(person: Person): Promise<void> {
  const answer = await person.api.post("/api/auth/cookie/login-refresh", { data: { username: person.name, password } });
  expect(answer.ok()).toBe(true);
}

/** Signs in on the sign-in page that is open. */
export async function signInByHand(person: Person): Promise<void> {
  await person.page.getByLabel("Mail or user name").fill(person.name);
  await person.page.getByLabel("Password").fill(password);
  await person.page.getByRole("button", { name: "Sign in" }).click();
}

export interface ListedLot {
  id: number;
  title: string;
}

/** A lot listed by this person, open now, closing in `seconds`. */
export async function listLot(seller: Person, seconds: number, over: Record<string, unknown> = {}): Promise<ListedLot> {
  const answer = await seller.api.post("/api/lots", {
    headers: { "idempotency-key": randomUUID() },
    data: {
      title: `Harbour ${randomUUID().slice(0, 6)}`,
      start_price: 100,
      end_time: new Date(Date.now() + seconds * 1_000).toISOString(),
      soft_close_seconds: 0,
      ...over,
    },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as ListedLot;
}

export async function watch(person: Person, lot: ListedLot): Promise<void> {
  await person.page.goto(`/lots/${lot.id}`);
  await expect(person.page.getByText("Live", { exact: true })).toBeVisible();
}

/** Types an amount and presses the button once. */
export async function bid(person: Person, amount: string): Promise<void> {
  await person.page.getByLabel("Your bid").fill(amount);
  await person.page.getByRole("button", { name: /^Bid( |$)/ }).click();
}

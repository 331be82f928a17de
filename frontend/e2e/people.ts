// The people of the tests: they open accounts, list lots and sign in through the same doors as everyone.
import { type APIRequestContext, type Browser, type BrowserContext, type BrowserContextOptions, type Page, test as base, expect } from "@playwright/test";
import { randomUUID } from "node:crypto";

export const password = "Passw0rd!";

export interface Person {
  name: string;
  context: BrowserContext;
  page: Page;
  api: APIRequestContext;
}

interface ArrivalOptions extends BrowserContextOptions {
  isSignedIn?: boolean;
  /** A mail address besides the user name: only then does the house write letters. */
  email?: string;
}

/** Somebody new, with a browser of his own, signed in unless told otherwise; whoever calls this closes the browser. */
export async function newcomer(browser: Browser, role: string, options: ArrivalOptions = {}): Promise<Person> {
  const { isSignedIn = true, email, ...contextOptions } = options;
  const context = await browser.newContext(contextOptions);
  const name = `${role}-${randomUUID().slice(0, 8)}`;
  const registered = await context.request.post("/api/auth/register", { data: { username: name, password, ...(email && { email }) } });
  expect(registered.status(), await registered.text()).toBe(201);
  const person = { name, context, page: await context.newPage(), api: context.request };
  if (isSignedIn) await signInQuietly(person);
  return person;
}

/** Whether the house lets this name in with this password; if so, the browser behind `api` is signed in from now on. */
export async function isLetIn(person: Pick<Person, "api">, username: string, secret: string): Promise<boolean> {
  const answer = await person.api.post("/api/auth/cookie/login-refresh", { data: { username, password: secret } });
  return answer.ok();
}

export async function signInQuietly(person: Person): Promise<void> {
  expect(await isLetIn(person, person.name, password)).toBe(true);
}

/** Signs in on the sign-in page that is open. */
export async function signInByHand(page: Page, name: string, secret = password): Promise<void> {
  await page.getByLabel("Mail or user name").fill(name);
  await page.getByLabel("Password").fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

type Arrive = (role: string, options?: ArrivalOptions) => Promise<Person>;

/** `arrive` brings people who leave when the test ends; `seller` only lists lots, so one serves all tests of a worker. */
export const test = base.extend<{ arrive: Arrive }, { seller: Person }>({
  arrive: async ({ browser }, lend) => {
    const here: Person[] = [];
    await lend(async (role, options) => {
      const person = await newcomer(browser, role, options);
      here.push(person);
      return person;
    });
    // A page that stays open goes on ticking and listening, and makes every later test slower.
    await Promise.all(here.map((person) => person.context.close()));
  },
  seller: [
    async ({ browser }, lend, worker) => {
      const person = await newcomer(browser, "seller", { baseURL: worker.project.use.baseURL });
      await lend(person);
      await person.context.close();
    },
    { scope: "worker" },
  ],
});

export interface ListedLot {
  id: number;
  title: string;
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

/** A lot listed by this person, open now, closing in `seconds`. */
export async function listLot(seller: Person, seconds: number, over: Record<string, unknown> = {}): Promise<ListedLot> {
  const answer = await seller.api.post("/api/lots", {
    headers: { "idempotency-key": randomUUID() },
    data: { title: `Harbour ${randomUUID().slice(0, 6)}`, start_price: 100, end_time: inSeconds(seconds), soft_close_seconds: 0, ...over },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as ListedLot;
}

/** The seller moves the end nearer once everybody is in the room, so that slow loading takes nobody's time to bid. */
export async function closeIn(seller: Person, lot: ListedLot, seconds: number, extension: { upTo: number } | null = null): Promise<void> {
  const soft = extension ? { soft_close_seconds: 60, hard_end_time: inSeconds(extension.upTo) } : {};
  const answer = await seller.api.patch(`/api/lots/${lot.id}`, { data: { end_time: inSeconds(seconds), ...soft } });
  expect(answer.status(), await answer.text()).toBe(200);
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

/** A bid through the REST door, by somebody whose page is not what the test looks at. */
export async function bidQuietly(person: Person, lot: ListedLot, amount: number): Promise<void> {
  const answer = await person.api.post(`/api/lots/${lot.id}/bids`, { headers: { "idempotency-key": randomUUID() }, data: { amount } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

export async function countBids(person: Person, lot: ListedLot): Promise<number> {
  const history = (await (await person.api.get(`/api/lots/${lot.id}/bids`)).json()) as { bids: unknown[] };
  return history.bids.length;
}

// Every page there is, in light and dark, on a phone and on a desk: no barrier, nothing sideways, nothing foreign.
import { type Locator, type Page, type Request, type WebSocket, expect } from "@playwright/test";
import type axe from "axe-core";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { hallOf, listEvent, takeQuietly } from "./box-office";
import { type ListedLot, type Person, bid, bidQuietly, isLetIn, listLot, newcomer, test, watch } from "./people";
import { showPicture } from "./pictures";

type RunOnly = { type: "tag" | "rule"; values: string[] };

/** Routes as addresses, from the folders of src/app. */
function routes(folder: string, address = ""): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "page.tsx") found.push(address || "/");
    // A folder in brackets groups pages and is no part of their address.
    if (entry.isDirectory()) found.push(...routes(join(folder, entry.name), entry.name.startsWith("(") ? address : `${address}/${entry.name}`));
  }
  return found;
}

const axeSource = readFileSync(join(import.meta.dirname, "../node_modules/axe-core/axe.min.js"), "utf8");
const all = [...routes(join(import.meta.dirname, "../src/app")), "/no-such-page"].sort();
const looks = [
  { theme: "light", width: 1280 },
  { theme: "light", width: 360 },
  { theme: "dark", width: 360 },
  { theme: "dark", width: 1280 },
] as const;
/** Large letters on a phone, and the smallest phone: what does not fit stands in more lines, and nothing is out of sight. */
const narrow = [
  { width: 360, letters: "32px" },
  { width: 320, letters: "" },
] as const;
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
// A theme changes colours and nothing else, so in the dark only they are looked at again.
const rulesInTheDark = ["color-contrast"];

let people: { anna: Person; office: Person; lot: ListedLot; won: ListedLot; own: ListedLot };
/** What the pages that are about one thing are opened with. */
let addresses: Record<string, string>;

test.beforeAll(async ({ browser, seller }) => {
  const [anna, office] = await Promise.all([newcomer(browser, "anna"), newcomer(browser, "office", { isSignedIn: false })]);
  const words = { description: "Signed lower right.", author: "Elise Marchetti" };
  const [lot, won, own] = await Promise.all([listLot(seller, 1_800, words), listLot(seller, 5, words), listLot(anna, 1_800, words)]);
  await bidQuietly(anna, won, 100);
  await Promise.all([showPicture(seller, lot), showPicture(anna, own)]);
  expect((await anna.api.post(`/api/favorites/add/${lot.id}`)).ok()).toBe(true);
  // By hand, so that her browser keeps a receipt.
  await watch(anna, lot);
  await bid(anna, "100");
  await expect(anna.page.getByText("Accepted")).toBeVisible();
  const statusOf = async () => ((await (await anna.api.get(`/api/lots/${won.id}`)).json()) as { status: string }).status;
  await expect.poll(statusOf).toBe("sold");
  // The demo administrator; without him the office pages show their "staff only" door, which is checked just as well.
  people = { anna, office: (await isLetIn(office, "admin", "admin123")) ? office : anna, lot, won, own };
  addresses = { ...(await boxOffice(anna)), "/lots/[id]": `/lots/${lot.id}`, "/sell/[id]": `/sell/${own.id}`, ...(await talk(anna)) };
});

/** An event of hers in a hall of hers, with a free ticket that she has, and seats that she holds and is about to pay. */
async function boxOffice(anna: Person): Promise<Record<string, string>> {
  const hall = await hallOf(anna, 4, 8);
  const map = (await (await anna.api.post("/api/seat-maps", { data: hall })).json()) as { id: number };
  const kinds = [{ seat_type: "Free entry", price: 0, available_qty: 20 }, { seat_type: "Seat", price: 12.5, available_qty: 32, section: "Small Hall" }];
  const event = await listEvent(anna, kinds, { hall });
  const order = await takeQuietly(anna, event);
  const held = (await (await anna.api.post(`/api/events/${event.id}/tickets?ticket_type_id=2&quantity=2`)).json()) as { id: number };
  const paying = (await (await anna.api.post(`/api/events/${event.id}/tickets?ticket_type_id=2&quantity=1`)).json()) as { id: number };
  const till = (await (await anna.api.post(`/api/holds/${paying.id}/checkout`)).json()) as { payment_url: string };
  return {
    "/events/[id]": `/events/${event.id}`,
    "/events/[id]/office": `/events/${event.id}/office`,
    "/orders/[id]": `/orders/${order.id}`,
    "/orders/[id]/checkout": `/orders/${held.id}/checkout`,
    "/pay/[token]": new URL(till.payment_url).pathname,
    "/tickets/[id]": `/tickets/${order.tickets[0]!.id}`,
    "/scan/[eventId]": `/scan/${event.id}`,
    "/sell/events/[id]": `/sell/events/${event.id}`,
    "/sell/halls/[id]": `/sell/halls/${map.id}`,
  };
}

/** A conversation with the help desk in which something was said. */
async function talk(anna: Person): Promise<Record<string, string>> {
  const begun = (await (await anna.api.post("/api/conversations", { data: { to: "help" } })).json()) as { id: number };
  const said = await anna.api.post("/api/messages", { data: { conversation_id: begun.id, content: "Which gate is mine?" } });
  expect(said.status(), await said.text()).toBe(201);
  return { "/messages/[id]": `/messages/${begun.id}`, "/desk/[id]": `/desk/${begun.id}`, "/admin/conversations/[id]": `/admin/conversations/${begun.id}` };
}

test.afterAll(async () => {
  await Promise.all([people.anna.context.close(), people.office.context.close()]);
});

/** Pages that are about something of one's own, and what they must show, so that no empty page passes for a full one. */
const contents: Record<string, (page: Page) => Locator> = {
  "/lots/[id]": (page) => page.getByText("Receipt", { exact: true }),
  "/me/bids": (page) => page.getByRole("button", { name: "Check the receipt" }),
  "/me/favourites": (page) => page.getByRole("link", { name: people.lot.title }),
  "/me/won": (page) => page.getByRole("link", { name: people.won.title }),
  "/me/lots": (page) => page.getByRole("link", { name: people.own.title }),
  "/sell/[id]": (page) => page.getByAltText("Picture 1"),
  "/orders/[id]": (page) => page.getByText("Free entry"),
  "/messages/[id]": (page) => page.getByText("Which gate is mine?"),
  "/desk/[id]": (page) => page.getByText("Which gate is mine?"),
};

function addressOf(route: string): string {
  return addresses[route] ?? route.replace("[token]", "a-token");
}

async function settle(page: Page): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible();
  await expect(page.getByRole("status", { name: /loading/i })).toHaveCount(0);
  await expect(page.getByText("Connecting…")).toHaveCount(0);
}

/** Collects every request and socket of `page` that goes to another house, until told to stop. */
function listenForForeign(page: Page): { foreign: string[]; stop: () => void } {
  const foreign: string[] = [];
  const own = new URL(test.info().project.use.baseURL ?? "").host;
  const note = (address: string) => {
    const { protocol, host } = new URL(address);
    if (/^(https?|wss?):$/.test(protocol) && host !== own) foreign.push(address);
  };
  const hear = (one: Request | WebSocket) => note(one.url());
  page.on("request", hear).on("websocket", hear);
  return { foreign, stop: () => page.off("request", hear).off("websocket", hear) };
}

/** What is wrong with the page as it looks now; axe is in the page already. */
function examine(page: Page, runOnly: RunOnly): Promise<{ barriers: string[]; sidewaysPx: number }> {
  return page.evaluate(async (only) => {
    const frame = () => new Promise(requestAnimationFrame);
    await document.fonts.ready;
    // Colours of the new theme count from the next frame on, and only when nothing is on its way to them any more.
    await frame();
    await frame();
    const running = () => document.getAnimations().filter(({ playState }) => playState === "running");
    while (running().length > 0) {
      await Promise.allSettled(running().map((animation) => animation.finished));
      await frame();
    }
    const inPage = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await inPage.run(document, { runOnly: only, resultTypes: ["violations"] });
    return {
      barriers: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`),
      sidewaysPx: document.documentElement.scrollWidth - window.innerWidth,
    };
  }, runOnly);
}

for (const route of all) {
  test(`everybody can use ${route}`, async () => {
    const person = /^\/(admin|desk)/.test(route) ? people.office : people.anna;
    // One page for all routes: a new one costs more than everything that is looked at in it.
    const { page } = person;
    const { foreign, stop } = listenForForeign(page);
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(addressOf(route));
    await settle(page);
    await expect(contents[route]?.(page).first() ?? page.locator("h1").first()).toBeVisible();
    await page.evaluate(axeSource);
    for (const { theme, width } of looks) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 800 });
      const runOnly: RunOnly = theme === "dark" ? { type: "rule", values: rulesInTheDark } : { type: "tag", values: rules };
      const { barriers, sidewaysPx } = await examine(page, runOnly);
      expect.soft(barriers, `${route} ${theme} ${width}`).toEqual([]);
      expect.soft(sidewaysPx, `sideways at ${width}`).toBeLessThanOrEqual(0);
    }
    for (const { width, letters } of narrow) {
      await page.setViewportSize({ width, height: 740 });
      const sidewaysPx = await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
        return document.documentElement.scrollWidth - window.innerWidth;
      }, letters);
      expect.soft(sidewaysPx, `sideways at ${width} with letters of ${letters || "the usual size"}`).toBeLessThanOrEqual(0);
    }
    expect(foreign).toEqual([]);
    stop();
  });
}

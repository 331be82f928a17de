// Every page there is, in light and dark, on a phone and on a desk: no barrier, nothing sideways, nothing foreign.
import { type Page, expect } from "@playwright/test";
import axe from "axe-core";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type ListedLot, type Person, bidQuietly, isLetIn, listLot, newcomer, test } from "./people";

/** Routes as addresses, from the folders of src/app. */
function routes(folder: string, address = ""): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "page.tsx") found.push(address || "/");
    if (entry.isDirectory()) found.push(...routes(join(folder, entry.name), `${address}/${entry.name}`));
  }
  return found;
}

const all = [...routes(join(import.meta.dirname, "../src/app")), "/no-such-page"].sort();
const looks = [
  { theme: "light", width: 1280 },
  { theme: "light", width: 360 },
  { theme: "dark", width: 360 },
  { theme: "dark", width: 1280 },
] as const;
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let people: { anna: Person; office: Person; lot: ListedLot };

test.beforeAll(async ({ browser, seller }) => {
  const lot = await listLot(seller, 1_800, { description: "Signed lower right.", author: "Elise Marchetti" });
  const [anna, office] = await Promise.all([newcomer(browser, "anna"), newcomer(browser, "office", { isSignedIn: false })]);
  await bidQuietly(anna, lot, 100);
  // The demo administrator; without him the office pages show their "staff only" door, which is checked just as well.
  people = { anna, office: (await isLetIn(office, "admin", "admin123")) ? office : anna, lot };
});

test.afterAll(async () => {
  await Promise.all([people.anna.context.close(), people.office.context.close()]);
});

function addressOf(route: string): string {
  return route.replace("[id]", String(people.lot.id)).replace("[token]", "a-token");
}

async function settle(page: Page): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible();
  await expect(page.getByRole("status", { name: /loading/i })).toHaveCount(0);
  await expect(page.getByText("Connecting…")).toHaveCount(0);
}

/** Collects every request and socket of `page` that goes to another house. */
function listenForForeign(page: Page): string[] {
  const foreign: string[] = [];
  const own = new URL(test.info().project.use.baseURL ?? "").host;
  const note = (address: string) => {
    const { protocol, host } = new URL(address);
    if (/^(https?|wss?):$/.test(protocol) && host !== own) foreign.push(address);
  };
  page.on("request", (request) => note(request.url()));
  page.on("websocket", (socket) => note(socket.url()));
  return foreign;
}

/** What is wrong with the page as it looks now; axe is in the page already. */
function examine(page: Page): Promise<{ barriers: string[]; sidewaysPx: number }> {
  return page.evaluate(async (values) => {
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
    const { violations } = await inPage.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] });
    return {
      barriers: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`),
      sidewaysPx: document.documentElement.scrollWidth - window.innerWidth,
    };
  }, rules);
}

for (const route of all) {
  test(`everybody can use ${route}`, async () => {
    const person = route.startsWith("/admin") ? people.office : people.anna;
    const page = await person.context.newPage();
    const foreign = listenForForeign(page);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(addressOf(route));
    await settle(page);
    await page.evaluate(axe.source);
    for (const { theme, width } of looks) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 800 });
      const { barriers, sidewaysPx } = await examine(page);
      expect.soft(barriers, `${route} ${theme} ${width}`).toEqual([]);
      expect.soft(sidewaysPx, `sideways at ${width}`).toBeLessThanOrEqual(0);
    }
    expect(foreign).toEqual([]);
    await page.close();
  });
}

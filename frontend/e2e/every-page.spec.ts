// Every page there is, in light and dark, on a phone and on a desk: no barrier, nothing sideways, nothing foreign.
import { AxeBuilder } from "@axe-core/playwright";
import { type Page, expect, test } from "@playwright/test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type ListedLot, type Person, arrive, bid, listLot, watch } from "./people";

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
  { theme: "dark", width: 1280 },
  { theme: "dark", width: 360 },
] as const;

let people: { seller: Person; anna: Person; office: Person; lot: ListedLot };

test.beforeAll(async ({ browser }) => {
  const [seller, anna] = await Promise.all([arrive(browser, "seller"), arrive(browser, "anna")]);
  const lot = await listLot(seller, 1_800, { description: "Signed lower right.", author: "Elise Marchetti" });
  await watch(anna, lot);
  await bid(anna, "100");
  await expect(anna.page.getByText("Accepted")).toBeVisible();
  const office = await arrive(browser, "office", { isSignedIn: false });
  // The demo administrator; without him the office pages show their "staff only" door, which is checked just as well.
  const answer = await office.api.post("/api/auth/cookie/login-refresh", { data: { username: "admin", password: "admin123" } });
  people = { seller, anna, office: answer.ok() ? office : anna, lot };
});

function addressOf(route: string): string {
  return route.replace("[id]", String(people.lot.id)).replace("[token]", "a-token");
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await expect(page.getByRole("status", { name: /loading/i })).toHaveCount(0);
  await expect(page.locator("h1").first()).toBeVisible();
}

for (const route of all) {
  test(`everybody can use ${route}`, async () => {
    const person = route.startsWith("/admin") ? people.office : people.anna;
    const page = await person.context.newPage();
    const foreign: string[] = [];
    const own = new URL(addressOf(route), test.info().project.use.baseURL).host;
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (/^(https?|wss?):$/.test(protocol) && host !== own) foreign.push(request.url());
    });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(addressOf(route));
    await settle(page);
    for (const { theme, width } of looks) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 800 });
      const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
      const told = found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`);
      expect.soft(told, `${route} ${theme} ${width}`).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `sideways at ${width}`).toBeLessThanOrEqual(0);
    }
    expect(foreign).toEqual([]);
    await page.close();
  });
}

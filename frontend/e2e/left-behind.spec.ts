// Whoever left before the answer came is told on any page that there is none yet, and finds it where he pressed.
import { type Page, expect } from "@playwright/test";
import { choose, listEvent, ordersOf, take } from "./box-office";
import { type Person, bid, countBids, listLot, signInByHand, test } from "./people";

/** From now on nothing that this page says about lots and tickets reaches the house, while all else does. */
async function losePresses(page: Page): Promise<() => Promise<void>> {
  await page.routeWebSocket(/\/ws\/(lots|events)\//, () => undefined);
  const lose = /\/api\/(events\/\d+\/(tickets|holds)|lots\/\d+\/bids$)/;
  await page.route(lose, (route) => (route.request().method() === "GET" ? route.continue() : route.abort()));
  return () => page.unroute(lose);
}

const lineAbout = ({ page }: Person, words: string) => page.getByRole("status").filter({ hasText: `${words} has no answer yet.` });

test("a press for tickets that was left behind is told of on every page, to nobody else, and answered where it was made", async ({ arrive, seller }) => {
  test.setTimeout(120_000);
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben", { isSignedIn: false })]);
  const { page } = anna;
  const event = await listEvent(seller, [{ seat_type: "Guest", price: 0, available_qty: 9 }]);
  const line = lineAbout(anna, `Your press on “${event.title}”`);
  const comeBack = await losePresses(page);
  await page.goto(`/events/${event.id}`);
  await choose(anna, "Guest", 2);
  await take(anna);
  await expect(page.getByText("Your press for 2 × Guest: no answer yet")).toBeVisible();
  await expect(line).toHaveCount(0);

  await page.goto("/");
  await expect(line).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.goto("/me/orders");
  await expect(line).toBeVisible();

  // Somebody else at the same screen: told nothing, and nothing is sent in his name.
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(line).toHaveCount(0);
  await comeBack();
  await page.goto("/sign-in");
  await signInByHand(page, ben.name);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.goto("/events");
  await page.waitForTimeout(2_500);
  await expect(line).toHaveCount(0);
  expect(await ordersOf(anna, event)).toEqual([]);

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto("/sign-in");
  await signInByHand(page, anna.name);
  await expect(line).toBeVisible();
  await line.getByRole("link", { name: "See what became of it" }).click();
  await expect(page).toHaveURL(new RegExp(`/events/${event.id}$`));
  const again = page.getByRole("button", { name: "Ask again" });
  const yours = page.getByText("Yours: 2 × Guest");
  await expect(yours.or(again)).toBeVisible();
  if (await again.isVisible()) await again.click();
  await expect(yours).toBeVisible();
  await expect(line).toHaveCount(0);
  expect(await ordersOf(anna, event)).toHaveLength(1);
  await page.goto("/");
  await page.waitForTimeout(2_500);
  await expect(line).toHaveCount(0);
});

test("so is a bid that was left behind", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const { page } = anna;
  const lot = await listLot(seller, 600);
  const line = lineAbout(anna, `Your bid on “${lot.title}”`);
  const comeBack = await losePresses(page);
  await page.goto(`/lots/${lot.id}`);
  await bid(anna, "100");
  await expect(page.getByText("Your bid of €100.00: no answer yet")).toBeVisible();
  await page.goto("/events");
  await expect(line).toBeVisible();
  await comeBack();
  // Within two minutes it goes on by itself, also from here; the answer takes the line away.
  await expect(line).toHaveCount(0);
  await page.goto(`/lots/${lot.id}`);
  await expect(page.getByText("Accepted: your bid of €100.00")).toBeVisible();
  expect(await countBids(anna, lot)).toBe(1);
});

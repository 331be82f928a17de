// The same room for a thumb on a phone, for a keyboard alone, and for a slip of the finger.
import { type Locator, type Page, expect } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { bid, countBids, listLot, test, watch } from "./people";

/** Presses Tab until `wanted` has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const hasFocus = () => wanted.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 40 && !(await hasFocus()); presses += 1) await page.keyboard.press("Tab");
  await expect(wanted).toBeFocused();
}

test("somebody bids on a phone-sized screen without scrolling sideways", async ({ arrive, seller }) => {
  const anna = await arrive("anna", { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  const overflow = await anna.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await anna.page.getByRole("group", { name: "Quick amounts" }).getByRole("button").first().tap();
  await anna.page.getByRole("button", { name: "Bid €100.00" }).tap();
  await expect(anna.page.getByText("Accepted: your bid of €100.00")).toBeVisible();
});

test("a very dear lot with a very long word pushes no page sideways on a phone", async ({ arrive }) => {
  const seller = await arrive("seller", { viewport: { width: 360, height: 740 } });
  const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";
  const lot = await listLot(seller, 300, { title: `${word} ${randomUUID().slice(0, 8)}`, author: word, description: word.repeat(4), start_price: 12_345_678.9 });
  for (const address of [`/?q=${lot.id}`, `/lots/${lot.id}`, "/me/lots", `/sell/${lot.id}`]) {
    await seller.page.goto(address);
    await expect(seller.page.getByText(word).or(seller.page.getByLabel("Title")).first()).toBeVisible();
    expect(await seller.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), address).toBeLessThanOrEqual(0);
  }
});

test("somebody finds a lot and bids by keyboard only", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const lot = await listLot(seller, 300);
  await anna.page.goto("/");
  await anna.page.keyboard.press("Tab");
  await expect(anna.page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await anna.page.keyboard.press("Enter");
  await anna.page.keyboard.press("Tab");
  await expect(anna.page.getByRole("searchbox")).toBeFocused();
  await anna.page.keyboard.type(lot.title);
  await anna.page.keyboard.press("Enter");
  const link = anna.page.getByRole("link", { name: lot.title });
  await expect(link).toBeVisible();
  await expect(anna.page.getByRole("heading", { level: 1 })).toContainText("Results for");
  await tabTo(anna.page, link);
  await anna.page.keyboard.press("Enter");
  await expect(anna.page.getByText("Live", { exact: true })).toBeVisible();
  await tabTo(anna.page, anna.page.getByLabel("Your bid"));
  await anna.page.keyboard.type("105");
  await anna.page.keyboard.press("Enter");
  await expect(anna.page.getByText("Accepted: your bid of €105.00")).toBeVisible();
});

test("a slip of the finger is asked about before it binds", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  await bid(anna, "1,250");
  const question = anna.page.getByRole("dialog", { name: "Bid €1,250.00?" });
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Not yet" }).click();
  await expect(question).toBeHidden();
  expect(await countBids(anna, lot)).toBe(0);
});

test("a star stays after a reload and the lot waits among the favourites", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  const saved = anna.page.waitForResponse(/favorites\/add/);
  await anna.page.getByRole("button", { name: `Favourite: ${lot.title}` }).click();
  await saved;
  await anna.page.reload();
  await expect(anna.page.getByRole("button", { name: `Favourite: ${lot.title}` })).toHaveAttribute("aria-pressed", "true");
  await anna.page.goto("/me/favourites");
  await expect(anna.page.getByRole("link", { name: lot.title })).toBeVisible();
});

test("two tabs refresh at once and both stay signed in", async ({ arrive }) => {
  const anna = await arrive("anna");
  await anna.context.clearCookies({ name: "auth" });
  const other = await anna.context.newPage();
  await Promise.all([anna.page.goto("/"), other.goto("/")]);
  await expect(anna.page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await expect(other.getByRole("button", { name: "Sign out" })).toBeVisible();
  expect((await anna.api.get("/api/users/me")).status()).toBe(200);
});

test("a connection outlives a long pause, so that the next press does not run into its end", async ({ arrive }) => {
  const anna = await arrive("anna");
  expect((await anna.api.get("/sign-in")).headers()["keep-alive"]).toBe("timeout=75");
});

// What the house is for: people bid against each other and each press gets one honest answer.
import { expect, test } from "@playwright/test";
import { arrive, bid, listLot, signInByHand, watch } from "./people";

test("two people bid against each other to the close", async ({ browser }) => {
  const [seller, anna, ben] = await Promise.all([arrive(browser, "seller"), arrive(browser, "anna"), arrive(browser, "ben")]);
  const lot = await listLot(seller, 16);
  await Promise.all([watch(anna, lot), watch(ben, lot)]);

  await bid(anna, "100");
  await expect(anna.page.getByText("Accepted: your bid of €100.00")).toBeVisible();
  await expect(anna.page.getByText("Your €100.00 is the highest bid.")).toBeVisible();

  await bid(ben, "110,50");
  await expect(ben.page.getByText("Your €110.50 is the highest bid.")).toBeVisible();
  await expect(anna.page.getByRole("alert").getByText("You have been outbid")).toBeVisible();
  await expect(anna.page.getByRole("table").getByText("Bidder 2")).toBeVisible();
  await expect(ben.page.getByRole("table").getByText("You")).toBeVisible();

  await expect(ben.page.getByText("The lot is yours")).toBeVisible({ timeout: 25_000 });
  await expect(anna.page.getByText("The lot went to another bidder")).toBeVisible();
  await expect(anna.page.getByLabel("Your bid")).toHaveCount(0);
});

test("a bidder who loses the network sees it, and comes back to what he missed", async ({ browser }) => {
  const [seller, anna, ben] = await Promise.all([arrive(browser, "seller"), arrive(browser, "anna"), arrive(browser, "ben")]);
  const lot = await listLot(seller, 300);
  await Promise.all([watch(anna, lot), watch(ben, lot)]);

  await anna.context.setOffline(true);
  await expect(anna.page.getByText("You are offline")).toBeVisible();
  await bid(ben, "100");
  await expect(ben.page.getByText("Accepted")).toBeVisible();
  await anna.context.setOffline(false);
  await expect(anna.page.getByText("Live", { exact: true })).toBeVisible();
  await expect(anna.page.getByRole("table").getByText("Bidder 1")).toBeVisible();
  await expect(anna.page.getByText("€100.00").first()).toBeVisible();
});

test("a bid pressed while the line is dead is kept, never called failed, and placed exactly once", async ({ browser }) => {
  const [seller, anna] = await Promise.all([arrive(browser, "seller"), arrive(browser, "anna")]);
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  await anna.context.setOffline(true);
  await expect(anna.page.getByText("You are offline")).toBeVisible();
  await bid(anna, "120");
  await expect(anna.page.getByText("No answer yet to your bid of €120.00")).toBeVisible();
  await anna.context.setOffline(false);
  await expect(anna.page.getByText("Accepted: your bid of €120.00")).toBeVisible({ timeout: 20_000 });
  const history = (await (await anna.api.get(`/api/lots/${lot.id}/bids`)).json()) as { bids: unknown[] };
  expect(history.bids).toHaveLength(1);
});

test("a reload in the middle of a press asks again with the same press", async ({ browser }) => {
  const [seller, anna] = await Promise.all([arrive(browser, "seller"), arrive(browser, "anna")]);
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  await anna.context.setOffline(true);
  await expect(anna.page.getByText("You are offline")).toBeVisible();
  await bid(anna, "130");
  await expect(anna.page.getByText("No answer yet to your bid of €130.00")).toBeVisible();
  await anna.context.setOffline(false);
  await anna.page.reload();
  await expect(anna.page.getByText("Accepted: your bid of €130.00")).toBeVisible({ timeout: 20_000 });
  const history = (await (await anna.api.get(`/api/lots/${lot.id}/bids`)).json()) as { bids: unknown[] };
  expect(history.bids).toHaveLength(1);
});

test("what a visitor typed is still there after signing in", async ({ browser }) => {
  const [seller, anna] = await Promise.all([arrive(browser, "seller"), arrive(browser, "anna", { isSignedIn: false })]);
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  await anna.page.getByLabel("Your bid").fill("234,50");
  await anna.page.getByRole("link", { name: "Sign in to bid" }).click();
  await signInByHand(anna);
  await expect(anna.page).toHaveURL(new RegExp(`/lots/${lot.id}$`));
  await expect(anna.page.getByLabel("Your bid")).toHaveValue("234,50");
  await expect(anna.page.getByRole("button", { name: "Bid €234.50" })).toBeVisible();
});

test("a bidder on another page is told that he was outbid", async ({ browser }) => {
  const [seller, anna, ben] = await Promise.all([arrive(browser, "seller"), arrive(browser, "anna"), arrive(browser, "ben")]);
  const lot = await listLot(seller, 300);
  await Promise.all([watch(anna, lot), watch(ben, lot)]);
  await bid(anna, "100");
  await expect(anna.page.getByText("Accepted")).toBeVisible();
  await anna.page.getByRole("link", { name: "Saleroom, to the catalogue" }).click();
  await expect(anna.page).toHaveURL(/\/$/);
  await anna.page.waitForTimeout(1_500);
  await bid(ben, "150");
  await expect(anna.page.getByText(`Outbid on “${lot.title}”`)).toBeVisible();
  await expect(anna.page).toHaveTitle(/^\(1\) Outbid/);
  await anna.page.getByRole("link", { name: "Go to the lot" }).click();
  await expect(anna.page.getByText("You have been outbid")).toBeVisible();
  await expect(anna.page).not.toHaveTitle(/Outbid/);
});

test("too low, one's own lot, and leading already are said in plain words", async ({ browser }) => {
  const [seller, anna] = await Promise.all([arrive(browser, "seller"), arrive(browser, "anna")]);
  const lot = await listLot(seller, 300);
  await Promise.all([watch(seller, lot), watch(anna, lot)]);
  await expect(seller.page.getByText("This is your lot")).toBeVisible();
  await bid(anna, "99");
  await expect(anna.page.getByText("The next bid is at least €100.00.")).toBeVisible();
  await anna.page.getByLabel("Your bid").fill("100");
  await anna.page.keyboard.press("Enter");
  await expect(anna.page.getByRole("button", { name: "You are leading" })).toBeVisible();
});

// What the house writes to people: they open the letter, follow its link, and it is true.
import { expect } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { letterTo, mailboxUrl } from "./mailbox";
import { bid, bidQuietly, closeIn, isLetIn, listLot, password, signInByHand, test, watch } from "./people";

const newAddress = (name: string) => `${name}-${randomUUID().slice(0, 8)}@example.com`;

test("two people bid against each other to the close and the winner opens the mail", async ({ arrive, seller }) => {
  const address = newAddress("ben");
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben", { email: address })]);
  const lot = await listLot(seller, 600);
  await Promise.all([watch(anna, lot), watch(ben, lot)]);
  await closeIn(seller, lot, 16, { upTo: 24 });

  await bid(anna, "100");
  await expect(anna.page.getByText("Accepted: your bid of €100.00")).toBeVisible();
  await expect(anna.page.getByText("Your €100.00 is the highest bid.")).toBeVisible();
  for (const { page } of [anna, ben]) await expect(page.getByText(/^Extended to .*: somebody bid in the last moments\./)).toBeVisible();

  await bid(ben, "110,50");
  await expect(ben.page.getByText("Your €110.50 is the highest bid.")).toBeVisible();
  await expect(anna.page.getByRole("alert").getByText("You have been outbid")).toBeVisible();
  await expect(anna.page.getByRole("table").getByText("Bidder 2")).toBeVisible();
  await expect(ben.page.getByRole("table").getByText("You")).toBeVisible();
  for (const { page } of [anna, ben]) await expect(page.getByText(/^Extended to /)).toBeVisible();

  await expect(ben.page.getByText("The lot is yours")).toBeVisible();
  await expect(anna.page.getByText("The lot went to another bidder")).toBeVisible();
  await expect(anna.page.getByLabel("Your bid")).toHaveCount(0);

  const letter = await letterTo(address, new RegExp(`^You won lot ${lot.id}: `));
  const mailbox = await ben.context.newPage();
  await mailbox.goto(`${mailboxUrl}/#${encodeURIComponent(letter.id)}`);
  await expect(mailbox.getByRole("heading", { name: letter.subject })).toBeVisible();
  const opened = ben.context.waitForEvent("page");
  await mailbox.frameLocator("iframe[title='The letter']").getByRole("link", { name: "See what happens now" }).click();
  const page = await opened;
  await expect(page).toHaveURL(new RegExp(`/lots/${lot.id}$`));
  await expect(page.getByText("The lot is yours")).toBeVisible();
  await expect(page.getByText("The hammer fell at €110.50.")).toBeVisible();
});

test("somebody who is signed in ends letters of one kind with the link in a letter", async ({ arrive, seller }) => {
  const address = newAddress("ben");
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben", { email: address })]);
  const lot = await listLot(seller, 600);
  await bidQuietly(ben, lot, 100);
  await bidQuietly(anna, lot, 120);
  const letter = await letterTo(address, /^You were outbid/);
  await ben.page.goto(letter.links.find((one) => one.includes("/unsubscribe/")) ?? "");
  await ben.page.getByRole("button", { name: "Stop these letters" }).click();
  await expect(ben.page.getByRole("heading", { name: "It is done" })).toBeVisible();
  await ben.page.goto("/me/mail");
  await expect(ben.page.getByRole("checkbox", { name: /When I am outbid/ })).not.toBeChecked();
  await expect(ben.page.getByRole("checkbox", { name: /goes to someone else/ })).toBeChecked();
});

test("somebody forgets the password, follows the letter, and signs in with the new one", async ({ page }) => {
  const address = newAddress("clara");
  const chosen = "A-new-paddle-7";
  await page.goto("/register");
  await page.getByLabel("Mail", { exact: true }).fill(address);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Open account" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Forgotten password" }).click();
  await expect(page).toHaveURL(/\/forgot-password$/);
  await page.getByLabel("Mail", { exact: true }).fill(address);
  await page.getByRole("button", { name: "Send me the letter" }).click();
  await expect(page.getByText("Look into your mailbox")).toBeVisible();

  const letter = await letterTo(address, /password/i);
  const link = letter.links.find((one) => one.includes("/reset-password/"));
  expect(link, letter.text).toBeTruthy();
  await page.goto(link ?? "");
  await page.getByLabel("New password").fill(chosen);
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByText("Your new password counts from now on")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();

  await signInByHand(page, address);
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await isLetIn({ api: page.request }, address, password)).toBe(false);
  await signInByHand(page, address, chosen);
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();

  await page.goto(link ?? "");
  await page.getByLabel("New password").fill("Another-one-8");
  await page.getByRole("button", { name: "Save the new password" }).click();
  await expect(page.getByText("This link no longer works")).toBeVisible();
});

// Selling, and the office: a lot is listed with pictures, and an administrator ends it.
import { expect } from "@playwright/test";
import { bid, isLetIn, listLot, password, test, watch } from "./people";
import { png, showPicture } from "./pictures";

test("a seller lists a lot with pictures, and the draft survives a reload", async ({ arrive }) => {
  const seller = await arrive("seller");
  const page = seller.page;
  await page.goto("/sell");
  await page.getByLabel("Title").fill("Small Bronze Hare");
  await page.getByLabel("Starting price").fill("49,50");
  await page.reload();
  await expect(page.getByLabel("Title")).toHaveValue("Small Bronze Hare");
  await page.getByLabel("Choose pictures").setInputFiles([
    { name: "front.png", mimeType: "image/png", buffer: png(64, 48, [140, 40, 30]) },
    { name: "back.png", mimeType: "image/png", buffer: png(64, 48, [30, 60, 50]) },
  ]);
  await expect(page.getByAltText("front.png")).toBeVisible();
  await page.getByRole("button", { name: "Show first" }).click();
  await page.getByRole("button", { name: "List the lot" }).click();
  await expect(page).toHaveURL(/\/lots\/\d+$/);
  await expect(page.getByRole("heading", { level: 1, name: "Small Bronze Hare" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Picture 2 of 2" })).toBeVisible();
  await expect(page.getByText("€49.50").first()).toBeVisible();
  await page.goto("/sell");
  await expect(page.getByLabel("Title")).toHaveValue("");
});

test("whoever looks at a lot sees its new picture and its new words without a reload", async ({ arrive }) => {
  const [seller, anna] = await Promise.all([arrive("seller"), arrive("anna")]);
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  await expect(anna.page.getByRole("img", { name: `No picture of lot ${lot.id}` })).toBeVisible();
  await showPicture(seller, lot);
  await expect(anna.page.getByRole("button", { name: `Look closer at ${lot.title}` })).toBeVisible();
  const renamed = await seller.api.patch(`/api/lots/${lot.id}`, { data: { title: "Harbour, Early" } });
  expect(renamed.ok(), await renamed.text()).toBe(true);
  await expect(anna.page.getByRole("heading", { level: 1, name: "Harbour, Early" })).toBeVisible();
});

test("whoever looks at a lot that is withdrawn reads why without a reload, and so does who comes later", async ({ arrive }) => {
  const [seller, anna] = await Promise.all([arrive("seller"), arrive("anna")]);
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  await seller.page.goto("/me/lots");
  await seller.page.getByRole("button", { name: /Withdraw/ }).click();
  await seller.page.getByLabel("Reason").fill("The frame broke.");
  await seller.page.getByRole("dialog").getByRole("button", { name: /Withdraw/ }).click();
  await expect(anna.page.getByText("The reason given: The frame broke.")).toBeVisible();
  await anna.page.reload();
  await expect(anna.page.getByText("The reason given: The frame broke.")).toBeVisible();
});

test("an administrator finishes a lot and the winner sees the hammer fall", async ({ arrive, seller }) => {
  const office = await arrive("office", { isSignedIn: false });
  test.skip(!(await isLetIn(office, "admin", "admin123")), "no demo administrator here");
  const anna = await arrive("anna");
  const lot = await listLot(seller, 900);
  await watch(anna, lot);
  await bid(anna, "100");
  await expect(anna.page.getByText("Accepted")).toBeVisible();
  await office.page.goto("/admin/lots");
  await office.page.getByLabel("Number, title or author").fill(lot.title);
  await office.page.getByRole("button", { name: `Finish lot ${lot.id} now` }).click();
  const dialog = office.page.getByRole("dialog", { name: "Let the hammer fall now?" });
  await dialog.getByLabel("Reason").fill("The house closes early.");
  await dialog.getByRole("button", { name: "Finish now" }).click();
  await expect(anna.page.getByText("The lot is yours")).toBeVisible();
  await office.page.goto("/admin/acts");
  await expect(office.page.getByText("“The house closes early.”").first()).toBeVisible();
  await anna.page.goto("/me/won");
  await expect(anna.page.getByRole("link", { name: lot.title })).toBeVisible();
});

test("somebody signs out another device from the list", async ({ arrive, browser }) => {
  const anna = await arrive("anna");
  const elsewhere = await browser.newContext();
  expect(await isLetIn({ api: elsewhere.request }, anna.name, password)).toBe(true);
  await anna.page.goto("/me/devices");
  await anna.page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(anna.page.getByText("Signed out everywhere else").last()).toBeVisible();
  await expect.poll(async () => (await elsewhere.request.get("/api/users/me")).status()).toBe(401);
  await elsewhere.close();
});

test("an open lot on a device that is signed out from elsewhere says so, keeps what was typed, and comes to rest", async ({ arrive, seller, browser }) => {
  const anna = await arrive("anna");
  const lot = await listLot(seller, 600);
  const elsewhere = await browser.newContext();
  expect(await isLetIn({ api: elsewhere.request }, anna.name, password)).toBe(true);
  const page = await elsewhere.newPage();
  await watch({ ...anna, context: elsewhere, page, api: elsewhere.request }, lot);
  await page.getByLabel("Your bid").fill("123,45");
  const opened: string[] = [];
  page.on("websocket", (socket) => opened.push(new URL(socket.url()).pathname));
  expect((await anna.api.delete("/api/users/me/sessions")).ok()).toBe(true);
  await expect(page.getByText("You are signed out here")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in to bid" })).toBeVisible();
  await expect(page.getByLabel("Your bid")).toHaveValue("123,45");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  // The room's line is opened once more, as a visitor's; nothing else comes back.
  expect(opened).toEqual([`/ws/lots/${lot.id}`]);
  await elsewhere.close();
});

test("somebody leaves for good, is told so, and cannot sign in again", async ({ arrive }) => {
  const anna = await arrive("anna");
  await anna.page.goto("/me/profile");
  await anna.page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = anna.page.getByRole("dialog");
  await dialog.getByLabel("I understand, erase me").check();
  await dialog.getByRole("button", { name: "Delete my account" }).click();
  await expect(anna.page).toHaveURL(/\/$/);
  await expect(anna.page.getByText("Your account is erased")).toBeVisible();
  await expect(anna.page.getByText("You are signed out here")).toHaveCount(0);
  await expect(anna.page.getByRole("link", { name: "Sign in" })).toBeVisible();
  expect(await isLetIn(anna, anna.name, password)).toBe(false);
});

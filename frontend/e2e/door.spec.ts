// The door without a camera: who is not allowed one is told so, and goes on letting people in.
import { expect } from "@playwright/test";
import { listEvent, takeQuietly } from "./box-office";
import config from "./playwright.config";
import { test } from "./people";

const launch = config.use?.launchOptions;
// A camera that is there, and somebody who says no when he is asked.
test.use({ launchOptions: { ...launch, args: [...(launch?.args ?? []), "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream=deny"] } });

test("somebody who may not use the camera is told why, and how to go on without it", async ({ arrive }) => {
  const [organiser, anna] = await Promise.all([arrive("organiser", { viewport: { width: 360, height: 740 } }), arrive("anna")]);
  const { page } = organiser;
  const event = await listEvent(organiser, [{ seat_type: "Guest", price: 0, available_qty: 5 }]);
  const { tickets } = await takeQuietly(anna, event, 2);
  await page.goto(`/scan/${event.id}`);
  await page.getByRole("button", { name: "Scan with the camera" }).click();
  const told = page.getByRole("alert").filter({ hasText: "The camera is not allowed" });
  await expect(told).toContainText("Allow it in the settings");
  await expect(told).toContainText("A keyboard scanner is heard on this page at once");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

  await told.getByRole("button", { name: "Type the code" }).click();
  await expect(page.getByLabel("Code")).toBeFocused();
  await page.keyboard.insertText(tickets[0]!.qr_token);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Welcome").first()).toBeVisible();

  // Pressed again, it is said again, and a scanner is heard from where the focus is then.
  await page.getByRole("button", { name: "Scan with the camera" }).click();
  await expect(told).toBeVisible();
  await page.evaluate((code) => {
    for (const key of [...code, "Enter"]) document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }, tickets[1]!.qr_token);
  await expect(page.getByRole("heading", { name: "Last scans" }).locator("..").getByText("Welcome")).toHaveCount(2);
});

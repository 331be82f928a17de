// What an organiser sees of his sale while it runs, and what he owes.
import { expect } from "@playwright/test";
import { listEvent, takeQuietly } from "./box-office";
import { test } from "./people";

interface OfficeAnswer {
  failed_refunds: { count: number; amount_cents: number; newest: { refund_id: number; order_id: number; amount_cents: number; failed_at: string }[] };
}

test("an organiser is told of a refund that the provider will not carry out, while his page is open", async ({ arrive }) => {
  const [organiser, anna] = await Promise.all([arrive("organiser"), arrive("anna")]);
  const { page } = organiser;
  const event = await listEvent(organiser, [{ seat_type: "Standing", price: 0, available_qty: 9 }]);
  const order = await takeQuietly(anna, event);
  let hasFailed = false;
  // The practice till refuses nothing for good by itself: what the house would tell then is written into its own answer.
  await page.route(`**/api/events/${event.id}/office`, async (route) => {
    const response = await route.fetch();
    const office = (await response.json()) as OfficeAnswer;
    const newest = [{ refund_id: order.id + 1, order_id: order.id, amount_cents: 4_250, failed_at: new Date().toISOString() }];
    await route.fulfill({ response, json: { ...office, ...(hasFailed && { failed_refunds: { count: 1, amount_cents: 4_250, newest } }) } });
  });
  await page.goto(`/events/${event.id}/office`);
  await expect(page.getByText("Takings")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Refunds that failed" })).toHaveCount(0);

  hasFailed = true;
  await expect(page.getByRole("main").getByRole("alert")).toContainText("1 refund failed: €42.50 to pay another way");
  const owed = page.getByRole("list", { name: "Refunds that failed, the newest first" }).getByRole("listitem");
  await expect(owed).toContainText(`Order ${order.id}`);
  await expect(owed).toContainText(anna.name);
  await expect(owed).toContainText("€42.50");
});

// The one test that waits a whole minute, which is the shortest hold there is; its name makes it the first, so that others run beside it.
import { expect } from "@playwright/test";
import { choose, listEvent, take, visit } from "./box-office";
import { test } from "./people";

test("a hold that nobody pays for lapses, and the ticket comes back to everyone", async ({ arrive, seller }) => {
  test.setTimeout(120_000);
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben")]);
  const event = await listEvent(seller, [{ seat_type: "Regular", price: 10, available_qty: 1 }], { hold_seconds: 60 });
  await Promise.all([visit(anna, event), visit(ben, event)]);
  await choose(anna, "Regular");
  await take(anna);
  await expect(anna.page.getByText("Held for you: 1 × Regular")).toBeVisible();
  await expect(ben.page.getByText("Sold out", { exact: true }).first()).toBeVisible();
  await expect(anna.page.getByText("The hold on 1 × Regular has lapsed")).toBeVisible({ timeout: 75_000 });
  await expect(ben.page.getByText("the last one in all")).toBeVisible();
  await choose(ben, "Regular");
  await take(ben);
  await expect(ben.page.getByText("Held for you: 1 × Regular")).toBeVisible();
});

// What an organiser sees of his sale while it runs, and what he owes.
import { expect } from "@playwright/test";
import { type ListedEvent, listEvent, onceOnly, takeQuietly } from "./box-office";
import { type Person, test } from "./people";

/** Buys a ticket at the till that sends no money back, and gives it back: the number of the order whose refund fails. */
async function giveBackInVain(person: Person, event: ListedEvent): Promise<number> {
  const { page } = person;
  const order = await takeQuietly(person, event);
  await page.goto(`/orders/${order.id}/checkout`);
  await page.getByRole("button", { name: /^Pay/ }).click();
  await page.getByRole("button", { name: "Pay, but send nothing back" }).click();
  await expect(page.getByText("Paid. Enjoy the evening")).toBeVisible();
  const answer = await person.api.post(`/api/orders/${order.id}/cancel`, { headers: onceOnly(), data: {} });
  expect(answer.status(), await answer.text()).toBe(200);
  return order.id;
}

test("an organiser is told of a refund that the provider will not carry out, pays it another way, and says so", async ({ arrive }) => {
  const [organiser, anna] = await Promise.all([arrive("organiser"), arrive("anna")]);
  const { page } = organiser;
  const event = await listEvent(organiser, [{ seat_type: "Standing", price: 42.5, available_qty: 9 }]);
  await page.goto(`/events/${event.id}/office`);
  await expect(page.getByText("Takings")).toBeVisible();
  const heading = page.getByRole("heading", { name: "Refunds that failed" });
  await expect(heading).toHaveCount(0);

  const order = await giveBackInVain(anna, event);
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("1 refund failed: €42.50 to pay another way");
  const owed = page.getByRole("list", { name: "Refunds that failed, the newest first" }).getByRole("listitem");
  await expect(owed).toContainText(`Order ${order}`);
  await expect(owed).toContainText(anna.name);
  await expect(owed).toContainText("€42.50");
  await anna.page.reload();
  await expect(anna.page.getByText("did not go through", { exact: true })).toBeVisible();
  await expect(anna.page.getByText("Refund failed")).toBeVisible();

  await owed.getByRole("button", { name: `Mark as paid: order ${order}` }).click();
  const dialog = page.getByRole("dialog", { name: "€42.50 paid another way?" });
  const press = dialog.getByRole("button", { name: "Mark as paid" });
  await press.click();
  await expect(dialog.getByRole("alert")).toHaveText("Say how you paid it back.");
  await dialog.getByLabel("How was it paid?").fill("bank transfer on 3 March");
  await press.click();
  await expect(page.getByText(`€42.50 of order ${order} noted as paid`)).toBeVisible();
  await expect(alert).toHaveCount(0);
  await expect(heading).toBeFocused();
  await page.getByText("1 refund paid another way: €42.50").click();
  const settled = page.getByRole("list", { name: "Refunds paid another way, the newest first" }).getByRole("listitem");
  await expect(settled).toContainText("bank transfer on 3 March");
  await expect(settled).toContainText(`by ${organiser.name}`);
  await anna.page.reload();
  await expect(anna.page.getByText("paid another way")).toBeVisible();
  await expect(anna.page.getByText("Refunded by hand")).toBeVisible();
  await expect(anna.page.getByText("bank transfer on 3 March")).toBeVisible();
});

// Waiting one's turn, sitting where one can, and whoever decides which seats there are.
import { expect } from "@playwright/test";
import { hallOf, listEvent, onceOnly, ordersOf, take, visit } from "./box-office";
import { test } from "./people";

test("somebody queues, moves up when another leaves, and is told of his turn", async ({ arrive, seller }) => {
  test.setTimeout(120_000);
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben")]);
  const event = await listEvent(seller, [{ seat_type: "Regular", price: 20, available_qty: 9 }, { seat_type: "VIP", price: 90, available_qty: 3 }]);
  const office = seller.page;
  await office.goto(`/events/${event.id}/office`);
  await office.getByRole("button", { name: "Pause" }).click();
  await expect(office.getByText("Paused", { exact: true })).toBeVisible();

  await visit(anna, event);
  await anna.page.getByLabel("Ticket", { exact: true }).selectOption({ label: "VIP · VIP lane" });
  await anna.page.getByRole("button", { name: "Join the queue" }).click();
  await expect(anna.page.getByText("You are next")).toBeVisible();
  await visit(ben, event);
  await ben.page.getByRole("button", { name: "More: How many to queue for" }).click();
  await ben.page.getByRole("button", { name: "Join the queue" }).click();
  await expect(ben.page.getByText("You are 2nd")).toBeVisible();
  await expect(office.getByText("2 requests wait")).toBeVisible();

  await anna.page.getByRole("button", { name: "Leave the queue" }).click();
  await expect(anna.page.getByText("You left the queue")).toBeVisible();
  await expect(ben.page.getByText("You are next")).toBeVisible();
  await ben.page.reload();
  await expect(ben.page.getByText("You are next")).toBeVisible();

  await office.getByRole("button", { name: "Serve now" }).click();
  await expect(ben.page.getByText("It is your turn: 2 × Regular")).toBeVisible();
  await expect(ben.page.getByText("You hold 2 × Regular")).toBeVisible();
  await expect(ben.page).toHaveTitle(/^Your turn/);
  expect(await ordersOf(ben, event)).toHaveLength(1);
  expect(await ordersOf(anna, event)).toHaveLength(0);
});

test("a wheelchair place is found among the best seats, and the next one is told that none is left", async ({ arrive, seller }) => {
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben")]);
  const hall = await hallOf(seller, 2, 6);
  hall.sections[0]!.rows[1]!.seats[0]!.kind = "accessible";
  const event = await listEvent(seller, [{ seat_type: "Stalls", price: 45, available_qty: 12, section: "Small Hall" }], { hall });
  await Promise.all([visit(anna, event), visit(ben, event)]);
  for (const { page } of [anna, ben]) await page.getByLabel("One of them a wheelchair place").check();
  await anna.page.getByRole("button", { name: "Find 2 together" }).click();
  await expect(anna.page.getByText("Held for you: the best 2 × Stalls, one a wheelchair place")).toBeVisible();
  await expect(anna.page.getByText("Small Hall, row B, seat 1; Small Hall, row B, seat 2")).toBeVisible();
  await expect(ben.page.getByText("No wheelchair place is left here at this moment.")).toBeVisible();
  await ben.page.getByRole("button", { name: "Find 2 together" }).click();
  await expect(ben.page.getByText("No wheelchair place is left here", { exact: true })).toBeVisible();
  expect(await ordersOf(ben, event)).toHaveLength(0);
});

test("a parent takes a seat for himself and the one beside it for a child", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const kinds = [{ seat_type: "Adult", price: 40, available_qty: 12, section: "Small Hall" }, { seat_type: "Child", price: 15, available_qty: 12, section: "Small Hall" }];
  const event = await listEvent(seller, kinds, { hall: await hallOf(seller, 2, 6) });
  await visit(anna, event);
  await expect(anna.page.getByText("12 left in all")).toBeVisible();
  const map = anna.page.getByRole("listbox", { name: "Seats of Small Hall" });
  await map.focus();
  for (const key of ["Enter", "ArrowRight", "Enter"]) await anna.page.keyboard.press(key);
  await anna.page.getByLabel("Ticket for Small Hall, row A, seat 1").selectOption({ label: "Child · €15.00" });
  await expect(anna.page.getByRole("button", { name: "Take 2 tickets · €55.00" })).toBeVisible();
  await take(anna);
  await expect(anna.page.getByText("Held for you: 1 × Adult (A2) and 1 × Child (A1)")).toBeVisible();
  const [order] = await ordersOf(anna, event);
  expect(order!.lines.map((line) => [line.ticket_type, line.seat_ids])).toEqual([["Adult", ["A2"]], ["Child", ["A1"]]]);
});

test("an organiser keeps house seats while the sale goes on, but none that somebody has", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const event = await listEvent(seller, [{ seat_type: "Stalls", price: 45, available_qty: 6, section: "Small Hall" }], { hall: await hallOf(seller, 1, 6) });
  const page = seller.page;
  await page.goto(`/sell/events/${event.id}`);
  const map = page.getByRole("region", { name: "House seats" }).getByRole("listbox");
  await map.focus();
  for (const key of ["Enter", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  await page.getByRole("button", { name: "Block 2 seats" }).click();
  await expect(page.getByText("2 seats are blocked now.")).toBeVisible();
  await visit(anna, event);
  await expect(anna.page.getByText("4 left in all")).toBeVisible();

  await map.focus();
  for (const key of ["ArrowRight", "Enter", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  const held = await anna.api.post(`/api/events/${event.id}/holds`, { headers: onceOnly(), data: { seats: ["A3"] } });
  expect(held.status(), await held.text()).toBe(201);
  await page.getByRole("button", { name: "Block 2 seats" }).click();
  await expect(page.getByText("Held or sold already, so they cannot be blocked: A3.")).toBeVisible();
  await page.getByRole("button", { name: "Block 1 seat" }).click();
  await expect(page.getByText("3 seats are blocked now.")).toBeVisible();
  await expect(anna.page.getByText("2 left in all")).toBeVisible();
});

test("a hall is changed by hand, taken along as a file, and read again as it was", async ({ arrive }) => {
  const { page } = await arrive("olga");
  await page.goto("/sell/halls/new");
  await page.getByLabel("Name of the hall").fill("Chapel");
  await page.getByLabel("Rows", { exact: true }).fill("3");
  await page.getByLabel("Seats in the front row").fill("6");
  await page.getByLabel("Aisles after seats").fill("");
  await expect(page.getByText("18 seats in 3 rows")).toBeVisible();
  const map = page.getByRole("listbox");
  const press = async (tool: string) => {
    await page.getByRole("button", { name: tool, exact: true }).first().click();
    await map.focus();
    await page.keyboard.press("Enter");
  };
  await press("Wheelchair place");
  await press("Aisle");
  await expect(map.getByRole("option")).toHaveText("Chapel, row A, seat 1, Chapel, wheelchair place, aisle behind it");
  await page.getByRole("button", { name: "Another zone" }).click();
  await page.getByLabel("Name of zone Zone 2").fill("House");
  await page.getByRole("button", { name: "Its row" }).click();
  await map.focus();
  await page.keyboard.press("Enter");
  await expect(map.getByRole("option")).toHaveText("Chapel, row A, seat 1, House, wheelchair place, aisle behind it");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
  const file = await download.path();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(map.getByRole("option")).toHaveText("Chapel, row A, seat 1, Chapel, wheelchair place, aisle behind it");
  await page.getByLabel("Read from a file").setInputFiles(file);
  await expect(map.getByRole("option")).toHaveText("Chapel, row A, seat 1, House, wheelchair place, aisle behind it");
  await page.getByRole("button", { name: "Keep this hall" }).click();
  await page.getByRole("link", { name: "Chapel" }).click();
  await expect(page.getByRole("listbox").getByRole("option")).toHaveText("Chapel, row A, seat 1, House, wheelchair place, aisle behind it");
});

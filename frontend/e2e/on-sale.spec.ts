// What the box office is for: tickets are taken, paid, given back and let in, and each press gets one honest answer.
import { expect } from "@playwright/test";
import { choose, hallOf, listEvent, onceOnly, openIn, opensIn, ordersOf, take, takeQuietly, visit } from "./box-office";
import { isLetIn, test } from "./people";

test("somebody takes a free ticket, once he has been told to choose one, and has its code at once", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const event = await listEvent(seller, [{ seat_type: "Guest", price: 0, available_qty: 20 }]);
  await visit(anna, event);
  const untold = anna.page.getByRole("button", { name: "Take tickets" });
  await expect(untold).toHaveAccessibleDescription("Choose how many tickets you would like.");
  await untold.click();
  await expect(anna.page.getByRole("main").getByRole("alert")).toHaveText("Choose how many tickets you would like.");
  await choose(anna, "Guest");
  await take(anna);
  await expect(anna.page.getByText("Yours: 1 × Guest")).toBeVisible();
  await expect(anna.page.getByText("19 left in all")).toBeVisible();
  await anna.page.getByRole("link", { name: "See the tickets" }).click();
  await expect(anna.page.getByText("Yours. Enjoy the evening")).toBeVisible();
  await anna.page.getByRole("link", { name: /^Show the code of ticket/ }).click();
  await expect(anna.page.getByRole("img", { name: /^Code of ticket/ })).toBeVisible();
  expect(await ordersOf(anna, event)).toHaveLength(1);
});

test("somebody picks two seats by keyboard, pays, and has two tickets", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const event = await listEvent(seller, [{ seat_type: "Stalls", price: 45, available_qty: 24, section: "Small Hall" }], { hall: await hallOf(seller, 3, 8) });
  await visit(anna, event);
  const map = anna.page.getByRole("listbox", { name: "Seats of Small Hall" });
  await map.focus();
  await anna.page.keyboard.press("Enter");
  await anna.page.keyboard.press("ArrowRight");
  await expect(map.getByRole("option")).toHaveText("Small Hall, row A, seat 2, Stalls, €45.00, free");
  await anna.page.keyboard.press("Enter");
  await take(anna);
  await expect(anna.page.getByText("Held for you: 2 × Stalls (A1, A2)")).toBeVisible();
  await expect(map.getByRole("option")).toHaveText(/seat 2, Stalls, €45.00, yours/);
  await anna.page.getByRole("link", { name: "Go and pay €90.00" }).click();
  await anna.page.getByRole("button", { name: "Pay €90.00" }).click();
  await expect(anna.page.getByText("This is a test till")).toBeVisible();
  await anna.page.getByRole("button", { name: "Pay", exact: true }).click();
  await expect(anna.page.getByText("Paid. Enjoy the evening")).toBeVisible();
  await expect(anna.page.getByRole("link", { name: /^Show the code of ticket/ })).toHaveCount(2);
  await anna.page.goto("/me/tickets");
  await expect(anna.page.getByText("Small Hall, row A, seat 1")).toBeVisible();
});

test("an open page follows the organiser's changes, so that nobody presses or pays for what is not so any more", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const event = await listEvent(seller, [{ seat_type: "Regular", price: 5, available_qty: 5 }]);
  await visit(anna, event);
  await choose(anna, "Regular");
  await expect(anna.page.getByRole("button", { name: "Take 1 ticket · €5.00" })).toBeVisible();
  const times = { sale_start_time: "2020-01-01T00:00:00Z", start_time: "2090-01-01T20:00:00Z" };
  const data = { title: `${event.title}, moved`, ...times, ticket_types: event.ticket_types.map((type) => ({ ...type, price: 7 })) };
  const answer = await seller.api.put(`/api/events/${event.id}`, { headers: onceOnly(), data });
  expect(answer.status(), await answer.text()).toBe(200);
  await expect(anna.page.getByRole("button", { name: "Take 1 ticket · €7.00" })).toBeVisible();
  await expect(anna.page.getByRole("heading", { name: data.title })).toBeVisible();
  await take(anna);
  await expect(anna.page.getByRole("link", { name: "Go and pay €7.00" })).toBeVisible();
  const calledOff = await seller.api.delete(`/api/events/${event.id}?reason=The%20singer%20is%20ill.`, { headers: onceOnly() });
  expect(calledOff.status(), await calledOff.text()).toBe(200);
  await expect(anna.page.getByText("The reason given: The singer is ill.")).toBeVisible();
  await expect(anna.page.getByText("The hold on 1 × Regular is over with the event")).toBeVisible();
  await expect(anna.page.getByRole("link", { name: /^Go and pay/ })).toHaveCount(0);
});

test("a refused payment charges nothing and may be tried again", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const event = await listEvent(seller, [{ seat_type: "Regular", price: 12.5, available_qty: 5 }]);
  const order = await takeQuietly(anna, event);
  await anna.page.goto(`/orders/${order.id}/checkout`);
  await anna.page.getByRole("button", { name: "Pay €12.50" }).click();
  await anna.page.getByRole("button", { name: "Refuse", exact: true }).click();
  await expect(anna.page.getByText(/not paid yet$/)).toBeVisible();
  await anna.page.getByRole("link", { name: "Go and pay" }).click();
  await anna.page.getByRole("button", { name: "Pay €12.50" }).click();
  await anna.page.getByRole("button", { name: "Pay, and tell the house twice" }).click();
  await expect(anna.page.getByText("Paid. Enjoy the evening")).toBeVisible();
  expect((await ordersOf(anna, event)).flatMap((one) => one.tickets)).toHaveLength(1);
});

test("two people press for the last ticket: one has it, the other is told so and offered another", async ({ arrive, seller }) => {
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben")]);
  const event = await listEvent(seller, [
    { seat_type: "Seat", price: 0, available_qty: 1 },
    { seat_type: "Cushion", price: 0, available_qty: 5 },
  ]);
  await Promise.all([visit(anna, event), visit(ben, event)]);
  await Promise.all([choose(anna, "Seat"), choose(ben, "Seat")]);
  await Promise.all([take(anna), take(ben)]);
  const yours = [anna, ben].map(({ page }) => page.getByText("Yours: 1 × Seat"));
  const none = [anna, ben].map(({ page }) => page.getByText("None left of these"));
  await expect.poll(async () => (await Promise.all([...yours, ...none].map((one) => one.count()))).reduce((sum, n) => sum + n, 0)).toBe(2);
  const annaHasIt = (await yours[0]!.count()) === 1;
  const [winner, other] = annaHasIt ? [anna, ben] : [ben, anna];
  await other.page.getByRole("button", { name: "Take 1 × Cushion instead" }).click();
  await expect(other.page.getByText("Yours: 1 × Cushion")).toBeVisible();
  expect(await ordersOf(winner, event)).toHaveLength(1);
  expect(await ordersOf(other, event)).toHaveLength(1);
});

test("a seat somebody takes is taken before everyone's eyes", async ({ arrive, seller }) => {
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben")]);
  const event = await listEvent(seller, [{ seat_type: "Stalls", price: 45, available_qty: 12, section: "Small Hall" }], { hall: await hallOf(seller, 2, 6) });
  await Promise.all([visit(anna, event), visit(ben, event)]);
  await ben.page.getByRole("button", { name: "List", exact: true }).click();
  await expect(ben.page.getByText("6 of 6 free").first()).toBeVisible();
  await anna.page.getByRole("button", { name: "Find 2 together" }).click();
  await expect(anna.page.getByText("Held for you: the best 2 × Stalls")).toBeVisible();
  await expect(ben.page.getByText("4 of 6 free")).toBeVisible();
  await anna.page.getByRole("button", { name: "Give back" }).click();
  await expect(ben.page.getByText("6 of 6 free")).toHaveCount(2);
});

test("a choice that would leave a single seat is explained, and the better one is one press away", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const event = await listEvent(seller, [{ seat_type: "Stalls", price: 45, available_qty: 6, section: "Small Hall" }], { hall: await hallOf(seller, 1, 6) });
  await visit(anna, event);
  await anna.page.getByRole("listbox", { name: "Seats of Small Hall" }).focus();
  for (const key of ["ArrowRight", "Enter", "ArrowRight", "Enter"]) await anna.page.keyboard.press(key);
  await take(anna);
  await expect(anna.page.getByText("That would leave a single seat")).toBeVisible();
  await anna.page.getByRole("button", { name: /^Take .+ instead$/ }).click();
  await expect(anna.page.getByText(/^Held for you: seats/)).toBeVisible();
});

test("before the on-sale second the page counts down, and opens by itself", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const event = await listEvent(seller, [{ seat_type: "Regular", price: 0, available_qty: 50 }], opensIn(3_600));
  await visit(anna, event);
  await expect(anna.page.getByRole("timer")).toBeVisible();
  await choose(anna, "Regular");
  await expect(anna.page.getByRole("button", { name: /^Take/ })).toHaveCount(0);
  await openIn(seller, event, 3);
  await anna.page.getByRole("button", { name: "Take 1 ticket · free" }).click();
  await expect(anna.page.getByText("Yours: 1 × Regular")).toBeVisible();
});

test("a press made while the line is dead is never called failed, and buys exactly once", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const event = await listEvent(seller, [{ seat_type: "Regular", price: 0, available_qty: 9 }]);
  await visit(anna, event);
  await choose(anna, "Regular", 2);
  await anna.context.setOffline(true);
  await expect(anna.page.getByText("You are offline")).toBeVisible();
  await take(anna);
  await expect(anna.page.getByText("Your press for 2 × Regular: no answer yet")).toBeVisible();
  await anna.context.setOffline(false);
  await expect(anna.page.getByText("Yours: 2 × Regular")).toBeVisible();
  expect(await ordersOf(anna, event)).toHaveLength(1);
});

test("somebody gives one ticket of two back, and it is on sale again", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const event = await listEvent(seller, [{ seat_type: "Guest", price: 0, available_qty: 2 }]);
  const order = await takeQuietly(anna, event, 2);
  await anna.page.goto(`/orders/${order.id}`);
  await anna.page.getByRole("button", { name: `Give back ticket ${order.tickets[0]!.id}` }).click();
  await anna.page.getByRole("dialog").getByRole("button", { name: "Give back" }).click();
  await expect(anna.page.getByText("void")).toBeVisible();
  await expect(anna.page.getByRole("link", { name: /^Show the code of ticket/ })).toHaveCount(1);
  await visit(anna, event);
  await expect(anna.page.getByText("the last one in all")).toBeVisible();
});

test("an organiser draws a hall by formula, lists an event in it, and watches it sell", async ({ arrive }) => {
  const [olga, anna] = await Promise.all([arrive("olga"), arrive("anna")]);
  const page = olga.page;
  await page.goto("/sell/events/new");
  await page.getByLabel("Title", { exact: true }).fill("Chamber Evening");
  await page.getByLabel("Begins").fill("2035-02-01T19:30");
  await page.getByRole("link", { name: "Draw a hall" }).click();
  await page.getByLabel("Name of the hall").fill("Chamber Hall");
  await page.getByLabel("Rows", { exact: true }).fill("4");
  await page.getByLabel("Seats in the front row").fill("10");
  await page.getByLabel("Aisles after seats").fill("5");
  await expect(page.getByText("40 seats in 4 rows")).toBeVisible();
  await page.getByRole("button", { name: "Keep this hall" }).click();
  await expect(page).toHaveURL(/\/sell\/events\/new\?hall=\d+$/);
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Chamber Evening");
  await page.getByRole("button", { name: "Make one ticket of each zone" }).click();
  await page.getByLabel("Price (EUR)").fill("20");
  await page.getByRole("button", { name: "List the event" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Chamber Evening" })).toBeVisible();
  await expect(page.getByText("40 left in all")).toBeVisible();
  const id = Number(/\/events\/(\d+)/.exec(page.url())?.[1]);

  await page.getByRole("link", { name: "Box office" }).click();
  await expect(page.getByText("It adds up")).toBeVisible();
  await anna.page.goto(`/events/${id}`);
  await anna.page.getByRole("button", { name: "Find 2 together" }).click();
  await expect(anna.page.getByText("Held for you: the best 2 × Chamber Hall")).toBeVisible();
  await expect(page.getByRole("row", { name: /In all 40 0 0 2 38/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /2 × Chamber Hall Held €40.00/ })).toBeVisible();
});

test("the door lets a ticket in once, and says when it was", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const event = await listEvent(seller, [{ seat_type: "Guest", price: 0, available_qty: 5 }]);
  const order = await takeQuietly(anna, event);
  const page = seller.page;
  await page.goto(`/scan/${event.id}`);
  await expect(page.getByText("Expected")).toBeVisible();
  await page.getByLabel("This gate").fill("North entrance");
  const scan = async (code: string) => {
    await page.getByLabel("Code").fill(code);
    await page.keyboard.press("Enter");
  };
  await scan(order.tickets[0]!.qr_token);
  await expect(page.getByText("Welcome").first()).toBeVisible();
  await scan(order.tickets[0]!.qr_token);
  await expect(page.getByText("Somebody went in with this code before.")).toBeVisible();
  await expect(page.getByText(/North entrance\.$/)).toBeVisible();
  await scan("no-such-ticket");
  await expect(page.getByText("This code was not issued by this house.")).toBeVisible();
  await page.getByRole("button", { name: "Out", exact: true }).click();
  await scan(order.tickets[0]!.qr_token);
  await expect(page.getByText("May come back in with the same code.")).toBeVisible();
});

test("a keyboard scanner is heard wherever the focus is, and presses no button", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const event = await listEvent(seller, [{ seat_type: "Guest", price: 0, available_qty: 5 }]);
  const order = await takeQuietly(anna, event);
  const page = seller.page;
  await page.goto(`/scan/${event.id}`);
  await page.getByRole("button", { name: "Out", exact: true }).focus();
  // In one burst, as the device types; a test's own keyboard is as slow as a person's on a busy machine.
  const isLeftToButtons = () =>
    page.evaluate((code) => {
      const type = (key: string) => document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      return [...code, "Enter"].map(type).at(-1);
    }, order.tickets[0]!.qr_token);
  // The button is there a moment before the page listens.
  await expect.poll(isLeftToButtons).toBe(false);
  await expect(page.getByText("Welcome").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "In", exact: true })).toHaveAttribute("aria-pressed", "true");
});

test("the box office and the door stay shut for others", async ({ arrive, seller }) => {
  const [anna, sam] = await Promise.all([arrive("anna"), arrive("sam")]);
  const event = await listEvent(seller, [{ seat_type: "Guest", price: 0, available_qty: 5 }]);
  for (const address of [`/events/${event.id}/office`, `/scan/${event.id}`]) {
    await anna.page.goto(address);
    await expect(anna.page.getByText("Staff only")).toBeVisible();
  }
  const office = await arrive("office", { isSignedIn: false });
  test.skip(!(await isLetIn(office, "admin", "admin123")), "no demo administrator here");
  const listed = (await (await office.api.get(`/api/admin/users?q=${sam.name}`)).json()) as { items: { id: number; roles: string[] }[] };
  const person = listed.items[0]!;
  expect((await office.api.patch(`/api/admin/users/${person.id}`, { data: { roles: [...person.roles, "scanner"] } })).ok()).toBe(true);
  await sam.page.goto(`/scan/${event.id}`);
  await expect(sam.page.getByText("Show a code to the camera, or scan it.")).toBeVisible();
});

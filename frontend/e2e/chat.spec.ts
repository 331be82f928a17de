// The help desk and the talk of two people, in as many windows: asked, queued, answered, seen, cut and resumed.
import { type Locator, type Page, expect } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { type ListedLot, type Person, bidQuietly, isLetIn, listLot, signInByHand, test, watch } from "./people";
import { png } from "./pictures";

// There is one desk in the house, so its tests take turns.
test.describe.configure({ mode: "serial" });

/** Somebody whom the demo's administrator has made an agent. */
async function becomeAgent(person: Person, office: Person): Promise<void> {
  expect(await isLetIn(office, "admin", "admin123")).toBe(true);
  const { id } = (await (await person.api.get("/api/users/me")).json()) as { id: number };
  const answer = await office.api.patch(`/api/admin/users/${id}`, { data: { roles: ["buyer", "agent"] } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const atDesk = new Set<Person>();

async function takeSeats(agent: Person, seats: number): Promise<void> {
  if (seats > 0) atDesk.add(agent);
  else atDesk.delete(agent);
  const answer = await agent.api.put("/api/help-desk/me", { data: { is_available: seats > 0, capacity: Math.max(1, seats) } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

// Whoever is still at the desk when a test fails would be given the questions of the next one.
test.afterEach(async () => {
  for (const agent of atDesk) await takeSeats(agent, 0);
});

/** Opens the panel of a lot's page and asks; the words are the answer's place to look for. */
async function askOn(person: Person, lot: ListedLot, button: "Help" | "Ask the seller", words: string): Promise<Locator> {
  await watch(person, lot);
  await person.page.getByRole("button", { name: button }).click();
  const panel = person.page.getByRole("dialog", { name: button === "Help" ? "Help desk" : "Ask the seller" });
  await panel.getByLabel("Your question").fill(words);
  await panel.getByRole("button", { name: "Send" }).click();
  await expect(panel.getByText(words)).toBeVisible();
  await expect(panel.getByText("Sending…")).toHaveCount(0);
  return panel;
}

/** The place in the queue that somebody reads; others may wait before him. */
async function placeOf(panel: Locator): Promise<number> {
  const words = await panel.getByText(/^You are (next|no\.)/).innerText();
  return Number(/^You are no\. (\d+)/.exec(words)?.[1] ?? 1);
}

const talkOf = (page: Page) => page.getByRole("log", { name: "Conversation" });

async function write(page: Page, words: string): Promise<void> {
  await page.getByRole("textbox", { name: "Write a message" }).fill(words);
  await page.keyboard.press("Enter");
}

test("a buyer asks, waits with a place in the queue, and an agent answers from a quick reply and with a picture", async ({ arrive, seller }) => {
  const [anna, bruno, agent, office] = await Promise.all([arrive("anna"), arrive("bruno"), arrive("agent"), arrive("office", { isSignedIn: false })]);
  await becomeAgent(agent, office);
  const lot = await listLot(seller, 300);
  const code = `frame-${randomUUID().slice(0, 6)}`;
  const kept = await agent.api.post("/api/quick-replies", { data: { code, content: "Dear {name}, the frame of {lot} is original." } });
  expect(kept.status(), await kept.text()).toBe(201);

  const asking = await askOn(anna, lot, "Help", "Is the frame original?");
  await expect(asking.getByText(/Nobody is at the desk/)).toBeVisible();
  const waiting = await askOn(bruno, lot, "Help", "Do you deliver?");
  const place = await placeOf(waiting);
  expect(place).toBeGreaterThan(await placeOf(asking));

  await agent.page.goto("/desk");
  await agent.page.getByRole("list", { name: "Queue" }).getByRole("link", { name: new RegExp(anna.name) }).click();
  await agent.page.getByRole("button", { name: "Take it" }).click();
  await takeSeats(agent, 1);
  await expect.poll(() => placeOf(waiting)).toBeLessThan(place);
  await agent.page.getByRole("link", { name: "Mine" }).click();
  await agent.page.getByRole("list", { name: "Mine" }).getByRole("link", { name: new RegExp(anna.name) }).click();
  await expect(talkOf(agent.page).getByText("Is the frame original?")).toBeVisible();
  await expect(agent.page.getByRole("complementary", { name: "The person" }).getByRole("link", { name: lot.title })).toBeVisible();

  const field = agent.page.getByRole("textbox", { name: /^Your answer/ });
  await field.fill(`/${code.slice(0, 9)}`);
  await expect(agent.page.getByRole("option", { name: new RegExp(code) })).toBeVisible();
  await field.press("Enter");
  const answer = `Dear ${anna.name}, the frame of lot ${lot.id} “${lot.title}” is original.`;
  await expect(field).toHaveValue(answer);
  await field.press("Enter");
  await expect(asking.getByText(answer)).toBeVisible();
  await expect(talkOf(agent.page).getByText("Read", { exact: true })).toHaveCount(1);

  await agent.page.locator("input[type=file]").setInputFiles({ name: "frame.png", mimeType: "image/png", buffer: png(640, 480, [120, 60, 40]) });
  const picture = asking.getByRole("img", { name: /frame/ });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  // She walks on; what is written then waits for her with its number.
  await anna.page.goto("/");
  await expect(anna.page.getByRole("link", { name: "Messages" })).toBeVisible();
  await field.fill("And it is dry.");
  await field.press("Enter");
  const badge = anna.page.getByRole("link", { name: "Messages 1 unread" });
  await expect(badge).toBeVisible();
  await expect(anna.page).toHaveTitle(/^\(1\) New · /);
  await badge.click();
  await anna.page.getByRole("list", { name: "Conversations" }).getByRole("link").first().click();
  await expect(talkOf(anna.page).getByText("And it is dry.")).toBeVisible();
  await expect(anna.page.getByRole("link", { name: "Messages", exact: true })).toBeVisible();
  await expect(anna.page).toHaveTitle(/^Messages/);

  // Whoever has room is given what waits.
  await agent.page.getByRole("button", { name: "Settle" }).click();
  await takeSeats(agent, 50);
  await expect(agent.page.getByRole("list", { name: "Mine" }).getByRole("link", { name: new RegExp(bruno.name) })).toBeVisible();
  await expect(waiting.getByText("An agent has your question.")).toBeVisible();
});

test("two people talk over a cut line: everything arrives once, in order, on every device", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const lot = await listLot(seller, 300);
  await askOn(anna, lot, "Ask the seller", "Do you ship?");
  await anna.page.getByRole("link", { name: "Whole page" }).click();
  await expect(anna.page.getByRole("heading", { name: seller.name })).toBeVisible();
  const desk = await seller.context.newPage();
  const phone = await seller.context.newPage();
  for (const page of [desk, phone]) {
    await page.goto("/messages");
    await page.getByRole("list", { name: "Conversations" }).getByRole("link", { name: new RegExp(anna.name) }).click();
    await expect(talkOf(page).getByText("Do you ship?")).toBeVisible();
  }

  // The buyer's line is cut: what she writes waits, is not called failed, and goes out once.
  await anna.context.setOffline(true);
  await expect(anna.page.getByText("You are offline")).toBeVisible();
  await write(anna.page, "To Sweden, I mean");
  await expect(talkOf(anna.page).getByText("Waiting for the line…")).toBeVisible();
  await anna.context.setOffline(false);
  await expect(talkOf(anna.page).getByText("Waiting for the line…")).toBeHidden();
  for (const page of [desk, phone]) await expect(talkOf(page).getByText("To Sweden, I mean")).toHaveCount(1);

  // The seller's line is cut: what he missed comes in order when it is back.
  await seller.context.setOffline(true);
  for (const words of ["one", "two", "three"]) await write(anna.page, `Question ${words}`);
  await expect(talkOf(anna.page).getByText("Sending…")).toHaveCount(0);
  await seller.context.setOffline(false);
  for (const page of [desk, phone]) await expect(talkOf(page).getByText(/^Question /)).toHaveText(["Question one", "Question two", "Question three"]);
  await write(desk, "Yes, to all of them");
  await expect(talkOf(phone).getByText("Yes, to all of them")).toHaveCount(1);
  await expect(talkOf(anna.page).getByText("Yes, to all of them")).toHaveCount(1);

  // Taken back, it is gone from every device.
  await talkOf(desk).getByRole("listitem").filter({ hasText: "Yes, to all of them" }).getByRole("button", { name: "What can be done with this message" }).last().click();
  await talkOf(desk).getByRole("button", { name: "Take back" }).click();
  for (const page of [desk, phone, anna.page]) {
    await expect(talkOf(page).getByText("Removed by its author")).toBeVisible();
    await expect(talkOf(page).getByText("Yes, to all of them")).toHaveCount(0);
  }
  await Promise.all([desk.close(), phone.close()]);
});

test("somebody who is not signed in keeps what he typed, signs in, and sends it", async ({ arrive, seller }) => {
  const carl = await arrive("carl", { isSignedIn: false, viewport: { width: 360, height: 740 } });
  const lot = await listLot(seller, 300);
  await watch(carl, lot);
  await carl.page.getByRole("button", { name: "Help" }).click();
  const panel = carl.page.getByRole("dialog", { name: "Help desk" });
  await panel.getByLabel("Your question").fill("May I see it before the sale?");
  await panel.getByRole("link", { name: "Sign in" }).click();
  await signInByHand(carl.page, carl.name);
  await expect(panel.getByLabel("Your question")).toHaveValue("May I see it before the sale?");
  await panel.getByRole("button", { name: "Send" }).click();
  await expect(panel.getByLabel("Your question")).toHaveValue("");
  await expect(talkOf(carl.page).getByText("May I see it before the sale?")).toBeVisible();
  await expect(talkOf(carl.page).getByText("Sent", { exact: true })).toHaveCount(1);
  expect(await carl.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

test("what somebody does not take is told with its reason, and the text stays", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const lot = await listLot(seller, 300);
  await askOn(anna, lot, "Ask the seller", "Buy my carpets");
  const desk = await seller.context.newPage();
  await desk.goto("/messages");
  await desk.getByRole("list", { name: "Conversations" }).getByRole("link", { name: new RegExp(anna.name) }).click();
  await desk.getByRole("button", { name: "What can be done with this conversation" }).click();
  await desk.getByRole("button", { name: /^Block / }).click();
  await expect(desk.getByText("You take no messages from this person")).toBeVisible();
  await anna.page.getByLabel("Your question").fill("Very cheap carpets");
  await anna.page.keyboard.press("Enter");
  const refused = anna.page.getByRole("alert").filter({ hasText: "Not sent: This person takes no messages from you." });
  await expect(refused).toBeVisible();
  await expect(talkOf(anna.page).getByText("Very cheap carpets")).toBeVisible();

  await desk.getByRole("button", { name: "What can be done with this conversation" }).click();
  await desk.getByRole("button", { name: /^Take messages from / }).click();
  await expect(desk.getByText("You take no messages from this person")).toBeHidden();
  await refused.getByRole("button", { name: "Send again" }).click();
  await expect(refused).toBeHidden();
  await expect(talkOf(desk).getByText("Very cheap carpets")).toHaveCount(1);
  await desk.close();
});

test("an agent reads along with two others and writes nowhere, and an administrator sees to what one of them reports", async ({ arrive, seller }) => {
  const [anna, agent, office] = await Promise.all([arrive("anna"), arrive("agent"), arrive("office", { isSignedIn: false })]);
  await becomeAgent(agent, office);
  const lot = await listLot(seller, 300);
  const rude = `You crook ${randomUUID().slice(0, 6)}`;
  const asking = await askOn(anna, lot, "Ask the seller", rude);
  const inbox = await seller.context.newPage();
  await inbox.goto("/messages");
  await inbox.getByRole("list", { name: "Conversations" }).getByRole("link", { name: new RegExp(anna.name) }).click();
  await write(inbox, "Please be kind");
  await talkOf(inbox).getByRole("button", { name: "What can be done with this message" }).first().click();
  await talkOf(inbox).getByRole("button", { name: "Report" }).click();
  await inbox.getByRole("button", { name: "Report it" }).click();
  await expect(inbox.getByText("An administrator will look at it.")).toBeVisible();

  await agent.page.goto("/desk?list=all");
  await agent.page.getByLabel("Search all conversations").fill(rude);
  const found = agent.page.getByRole("list", { name: "Found" });
  await expect(found.getByRole("link")).toHaveCount(1);
  await expect(found.getByText(rude)).toHaveCount(0);
  await found.getByRole("link", { name: new RegExp(`${anna.name} and ${seller.name}`) }).click();
  await expect(talkOf(agent.page).getByText("Please be kind")).toBeVisible();
  await expect(agent.page.getByText("You read along")).toBeVisible();
  await expect(agent.page.getByRole("textbox", { name: /answer|message/ })).toHaveCount(0);

  await office.page.goto("/admin/reports");
  const report = office.page.getByRole("article").filter({ hasText: rude });
  await report.getByRole("button", { name: "What was said around it" }).click();
  await expect(report.getByText("Please be kind")).toBeVisible();
  await report.getByRole("button", { name: "Take it away…" }).click();
  await office.page.getByRole("dialog").getByRole("button", { name: "Take it away" }).click();
  await expect(report).toHaveCount(0);
  await expect(asking.getByText("Removed by the help desk")).toBeVisible();
  await office.page.getByRole("link", { name: "Seen to" }).click();
  await expect(office.page.getByRole("article").filter({ hasText: anna.name }).first()).toContainText("Taken away");
  await office.page.goto("/admin/acts");
  await expect(office.page.getByText(new RegExp(`${agent.name} read along in`)).first()).toBeVisible();
  await inbox.close();
});

test("a role that is given opens the desk on an open page, with the person's bids beside him, and one that is taken closes it", async ({ arrive, seller }) => {
  const [anna, agent, office] = await Promise.all([arrive("anna"), arrive("agent"), arrive("office", { isSignedIn: false })]);
  const lot = await listLot(seller, 300);
  await bidQuietly(anna, lot, 100);
  await askOn(anna, lot, "Help", "Do I lead?");
  await agent.page.goto("/");
  await expect(agent.page.getByRole("link", { name: "Messages" })).toBeVisible();
  await becomeAgent(agent, office);
  await agent.page.getByRole("link", { name: "Desk" }).click();
  await agent.page.getByRole("list", { name: "Queue" }).getByRole("link", { name: new RegExp(anna.name) }).click();
  const beside = agent.page.getByRole("complementary", { name: "The person" });
  await expect(beside.getByText("leading", { exact: true })).toBeVisible();
  await agent.page.getByRole("button", { name: "Settle" }).click();
  await expect(talkOf(agent.page).getByText("Do I lead?")).toBeVisible();
  const { id } = (await (await agent.api.get("/api/users/me")).json()) as { id: number };
  expect((await office.api.patch(`/api/admin/users/${id}`, { data: { roles: ["buyer"] } })).ok()).toBe(true);
  await expect(talkOf(agent.page)).toHaveCount(0);
  await expect(agent.page.getByRole("link", { name: "Desk" })).toHaveCount(0);
});

// What the house is for: people bid against each other and each press gets one honest answer.
import { expect } from "@playwright/test";
import { type ListedLot, type Person, bid, bidQuietly, closeIn, countBids, isLetIn, listLot, password, signInByHand, signInQuietly, test, watch } from "./people";

/** Once it is turned slow, what the house tells this page comes late: all at once, after the answer to its own press. */
async function slowLine(person: Person): Promise<{ turnSlow: () => void }> {
  let late: (string | Buffer)[] | null = null;
  await person.page.routeWebSocket(/\/ws\/lots\//, (line) => {
    const house = line.connectToServer();
    house.onMessage((frame) => {
      if (!late) {
        line.send(frame);
        return;
      }
      late.push(frame);
      if (!frame.includes('"command_id"')) return;
      late.forEach((one) => line.send(one));
      late = null;
    });
  });
  return { turnSlow: () => (late = []) };
}

async function untilClosed(person: Person, lot: ListedLot): Promise<void> {
  const status = async () => ((await (await person.api.get(`/api/lots/${lot.id}`)).json()) as { status: string }).status;
  await expect.poll(status, { intervals: [200] }).toBe("sold");
}

test("a late press after the close is told honestly that it came too late", async ({ arrive, seller }) => {
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben")]);
  const lot = await listLot(seller, 300);
  const line = await slowLine(anna);
  await watch(anna, lot);
  // From here on her page hears nothing, also not that the end comes nearer: however slow it is, it takes her press.
  line.turnSlow();
  await closeIn(seller, lot, 4);
  await bidQuietly(ben, lot, 100);
  await untilClosed(anna, lot);
  await bid(anna, "120");
  await expect(anna.page.getByRole("alert").getByText("Your bid of €120.00 came after the hammer")).toBeVisible();
  await expect(anna.page.getByText("It was not counted; the lot ended at €100.00.")).toBeVisible();
  await expect(anna.page.getByText("Accepted")).toHaveCount(0);
  await expect(anna.page.getByLabel("Your bid")).toHaveCount(0);
  expect(await countBids(anna, lot)).toBe(1);
});

test("a bidder who loses the network sees it, and comes back to what he missed", async ({ arrive, seller }) => {
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben")]);
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

test("a bid pressed while the line is dead is kept, never called failed, and placed exactly once", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  await anna.context.setOffline(true);
  await expect(anna.page.getByText("You are offline")).toBeVisible();
  await bid(anna, "120");
  await expect(anna.page.getByText("Your bid of €120.00: no answer yet")).toBeVisible();
  await anna.context.setOffline(false);
  await expect(anna.page.getByText("Accepted: your bid of €120.00")).toBeVisible();
  expect(await countBids(anna, lot)).toBe(1);
});

test("a reload in the middle of a press asks again with the same press", async ({ arrive, seller }) => {
  const anna = await arrive("anna");
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  await anna.context.setOffline(true);
  await expect(anna.page.getByText("You are offline")).toBeVisible();
  await bid(anna, "130");
  await expect(anna.page.getByText("Your bid of €130.00: no answer yet")).toBeVisible();
  await anna.context.setOffline(false);
  await anna.page.reload();
  await expect(anna.page.getByText("Accepted: your bid of €130.00")).toBeVisible();
  expect(await countBids(anna, lot)).toBe(1);
});

test("what one person pressed on a dead line is not placed for who signs in after him, and goes on when he is back", async ({ arrive, seller }) => {
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben")]);
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  await anna.context.setOffline(true);
  await expect(anna.page.getByText("You are offline")).toBeVisible();
  await bid(anna, "140");
  await expect(anna.page.getByText("Your bid of €140.00: no answer yet")).toBeVisible();
  expect(await isLetIn(anna, ben.name, password)).toBe(true);
  await anna.context.setOffline(false);
  await expect(anna.page.getByText("Your bid of €140.00 has no answer")).toBeVisible();
  expect(await countBids(anna, lot)).toBe(0);
  await signInQuietly(anna);
  await anna.page.reload();
  await expect(anna.page.getByText("Accepted: your bid of €140.00")).toBeVisible();
  expect(await countBids(anna, lot)).toBe(1);
});

test("what a visitor typed is still there after signing in", async ({ arrive, seller }) => {
  const anna = await arrive("anna", { isSignedIn: false });
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  await anna.page.getByLabel("Your bid").fill("234,50");
  await anna.page.getByRole("link", { name: "Sign in to bid" }).click();
  await signInByHand(anna.page, anna.name);
  await expect(anna.page).toHaveURL(new RegExp(`/lots/${lot.id}$`));
  await expect(anna.page.getByLabel("Your bid")).toHaveValue("234,50");
  await expect(anna.page.getByRole("button", { name: "Bid €234.50" })).toBeVisible();
});

test("a bidder on another page is told that he was outbid", async ({ arrive, seller }) => {
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben")]);
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  await bid(anna, "100");
  await expect(anna.page.getByText("Accepted")).toBeVisible();
  await anna.page.getByRole("link", { name: "Saleroom, to the catalogue" }).click();
  await expect(anna.page).toHaveURL(/\/$/);
  await bidQuietly(ben, lot, 150);
  await expect(anna.page.getByText(`Outbid on “${lot.title}”`)).toBeVisible();
  await expect(anna.page).toHaveTitle(/^\(1\) Outbid/);
  await anna.page.getByRole("link", { name: "Go to the lot" }).click();
  await expect(anna.page.getByText("You have been outbid")).toBeVisible();
  await expect(anna.page).not.toHaveTitle(/Outbid/);
});

test("too low, one's own lot, and leading already are said in plain words", async ({ arrive }) => {
  const [seller, anna] = await Promise.all([arrive("seller"), arrive("anna")]);
  const lot = await listLot(seller, 300);
  await Promise.all([watch(seller, lot), watch(anna, lot)]);
  await expect(seller.page.getByText("This is your lot")).toBeVisible();
  await bid(anna, "99");
  await expect(anna.page.getByText("The next bid is at least €100.00.")).toBeVisible();
  await anna.page.getByLabel("Your bid").fill("100");
  await anna.page.keyboard.press("Enter");
  await expect(anna.page.getByRole("button", { name: "You are leading" })).toBeVisible();
});

test("somebody is told that he was outbid while he was on his way out of the lot page, right after his first bid", async ({ arrive, seller }) => {
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben")]);
  const lot = await listLot(seller, 300);
  await watch(anna, lot);
  // Whatever her pages ask about the lot over REST is slow, so only what she hears over the line can tell her.
  await anna.page.route(new RegExp(`/api/lots/${lot.id}$`), async (route) => {
    await new Promise((go) => setTimeout(go, 1_500));
    await route.continue();
  });
  await bid(anna, "100");
  await expect(anna.page.getByText("Accepted")).toBeVisible();
  // The next page takes its time, and so she is still on the lot's for a while.
  await anna.page.route(/\?_rsc=/, async (route) => {
    await new Promise((go) => setTimeout(go, 4_000));
    await route.continue();
  });
  await anna.page.getByRole("link", { name: "Saleroom, to the catalogue" }).click();
  await bidQuietly(ben, lot, 150);
  await expect(anna.page).toHaveURL(/\/$/);
  await expect(anna.page.getByText(`Outbid on “${lot.title}”`)).toBeVisible();
});

test("somebody checks the receipt of his bid against the log, on the lot page and later among his bids", async ({ arrive, seller }) => {
  const [anna, ben] = await Promise.all([arrive("anna"), arrive("ben")]);
  const lot = await listLot(seller, 300);
  await bidQuietly(ben, lot, 100);
  await watch(anna, lot);
  await bid(anna, "150");
  await anna.page.getByText("Receipt", { exact: true }).click();
  await anna.page.getByRole("button", { name: "Check the receipt" }).click();
  await expect(anna.page.getByText("The seal fits")).toBeVisible();
  await anna.page.goto("/me/bids");
  await anna.page.getByRole("button", { name: "Check the receipt" }).click();
  await expect(anna.page.getByText("The seal fits")).toBeVisible();

  // A house that shows another amount than the one it sealed is found out.
  await anna.page.route(/\/bids\/\d+\/proof$/, async (route) => {
    const answer = await route.fetch();
    const proof = (await answer.json()) as { fact: string };
    await route.fulfill({ response: answer, json: { ...proof, fact: btoa(atob(proof.fact).replace(":15000", ":16000")) } });
  });
  await anna.page.getByRole("button", { name: "Check the receipt" }).click();
  await expect(anna.page.getByText("The seal does not fit")).toBeVisible();
});

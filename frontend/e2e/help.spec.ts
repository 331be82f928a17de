// Help: always to be found, on a phone never on top of what one came to press, and never taking the focus with it.
import { type Page, expect } from "@playwright/test";
import { choose, hallOf, listEvent, opensIn, visit } from "./box-office";
import { type Person, bid, bidQuietly, listLot, test, watch } from "./people";

const narrow = [320, 360, 430];
const wide = [1024, 1280, 1920];
const height = 640;
const onPhone = { viewport: { width: 360, height }, isMobile: true, hasTouch: true, reducedMotion: "reduce" } as const;

/** Scrolls through the whole page, down and up again; what lay under a help button at any stop, and how many things were looked at. */
function scrollThrough(page: Page): Promise<{ covered: string[]; looks: number }> {
  return page.evaluate(async () => {
    // Less than a help button and a small button are high together, so that no meeting of the two is stepped over.
    const stepPx = 75;
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const helps = () => [...document.querySelectorAll("button")].filter((button) => button.textContent?.trim() === "Help" && shown(button));
    const actions = () => [...document.querySelectorAll("main :is(button, a[href], input, summary, canvas, svg, [role=listbox])")].filter(shown);
    const covered = new Set<string>();
    let looks = 0;
    const look = () => {
      for (const help of helps()) {
        const h = help.getBoundingClientRect();
        for (const action of actions()) {
          const a = action.getBoundingClientRect();
          looks += 1;
          if (h.left < a.right && a.left < h.right && h.top < a.bottom && a.top < h.bottom) covered.add(`${action.textContent?.trim() || action.getAttribute("name")} at ${window.scrollY}`);
        }
      }
    };
    const end = document.documentElement.scrollHeight - window.innerHeight;
    const stops = Array.from({ length: Math.ceil(end / stepPx) + 1 }, (_, n) => Math.min(end, n * stepPx));
    for (const y of [...stops.filter((_, n) => n % 3 === 0), ...stops.toReversed()]) {
      window.scrollTo(0, y);
      await new Promise(requestAnimationFrame);
      look();
    }
    return { covered: [...covered], looks };
  });
}

async function expectNothingCovered(page: Page, state: string, widths = narrow): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    const { covered, looks } = await scrollThrough(page);
    expect(looks, `something was looked at: ${state}, ${width}`).toBeGreaterThan(0);
    expect.soft(covered, `${state}, ${width}`).toEqual([]);
  }
}

/** At the top of the page help is in sight, on the smallest screen too, and opens. */
async function expectHelp({ page }: Person): Promise<void> {
  await page.setViewportSize({ width: 320, height });
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), "sideways").toBeLessThanOrEqual(0);
  const help = page.getByRole("button", { name: "Help" });
  await expect(help).toBeInViewport({ ratio: 1 });
  await help.tap();
  const panel = page.getByRole("dialog", { name: "Help desk" });
  await expect(panel.getByLabel("Your question")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(help).toBeFocused();
}

test("help never lies on the bidding desk, however it stands and wherever one has scrolled", async ({ arrive, seller }) => {
  test.setTimeout(120_000);
  const [anna, ben] = await Promise.all([arrive("anna", onPhone), arrive("ben", { ...onPhone, isSignedIn: false })]);
  const { page } = anna;
  const over = await listLot(seller, 5);
  const lot = await listLot(seller, 600, { description: "Oil on canvas, signed lower right. ".repeat(20) });
  await watch(ben, lot);
  await expectNothingCovered(ben.page, "not signed in");
  await watch(anna, lot);
  await expectNothingCovered(page, "open");
  await page.getByLabel("Your bid").fill("50");
  await page.getByRole("button", { name: /^Bid/ }).click();
  await expectNothingCovered(page, "a hint");
  await bid(anna, "100");
  await expect(page.getByText("Accepted: your bid of €100.00")).toBeVisible();
  await page.getByText("Receipt", { exact: true }).click();
  await expectNothingCovered(page, "accepted and leading");
  await bidQuietly(await arrive("cleo"), lot, 150);
  await expect(page.getByText(/others have bid since/)).toBeVisible();
  await expectNothingCovered(page, "outbid");
  await page.context().setOffline(true);
  await expect(page.getByText("You are offline")).toBeVisible();
  await bid(anna, "200");
  await expect(page.getByText(/is on its way|no answer yet/)).toBeVisible();
  await expectNothingCovered(page, "no answer yet");
  await page.context().setOffline(false);
  await expect(page.getByText("Accepted: your bid of €200.00")).toBeVisible();
  await watch(anna, over);
  await expect(page.getByText(/^Unsold/).first()).toBeVisible();
  await expectNothingCovered(page, "over");
  await expectHelp(anna);
});

test("help never lies on the counter, the bar of chosen seats or the checkout", async ({ arrive, seller }) => {
  test.setTimeout(120_000);
  const anna = await arrive("anna", onPhone);
  const { page } = anna;
  const soon = await listEvent(seller, [{ seat_type: "Standing", price: 20, available_qty: 9 }], opensIn(3_600));
  await visit(anna, soon);
  await expectNothingCovered(page, "soon");
  const kinds = [{ seat_type: "Standing", price: 20, available_qty: 9 }, { seat_type: "Stalls", price: 45, available_qty: 12, section: "Small Hall" }];
  const event = await listEvent(seller, kinds, { hall: await hallOf(seller, 2, 6), description: "A long evening of music. ".repeat(30) });
  await visit(anna, event);
  await expectNothingCovered(page, "open");
  await choose(anna, "Standing", 2);
  await expectNothingCovered(page, "two chosen");
  await page.getByRole("listbox", { name: "Seats of Small Hall" }).press("Enter");
  const now = page.getByRole("button", { name: /^Take 3 tickets .* now$/ });
  await expect(now).toBeVisible();
  await expectNothingCovered(page, "a seat chosen as well");
  await now.click();
  await expect(page.getByText(/^Held for you: /)).toBeVisible();
  await expectNothingCovered(page, "held");
  await page.getByRole("link", { name: "Go and pay" }).click();
  await expect(page).toHaveURL(/checkout/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNothingCovered(page, "checkout");
  await expectHelp(anna);
});

test("on a wide page help lies on no seat of a map and on no desk, and is in sight beside the ways", async ({ arrive, seller }) => {
  test.setTimeout(120_000);
  const anna = await arrive("anna");
  const { page } = anna;
  const event = await listEvent(seller, [{ seat_type: "Stalls", price: 45, available_qty: 600, section: "Small Hall" }], { hall: await hallOf(seller, 20, 30), description: "A long evening of music. ".repeat(30) });
  await visit(anna, event);
  await expect(page.getByRole("listbox", { name: "Seats of Small Hall" })).toBeVisible();
  await expectNothingCovered(page, "a hall", wide);
  const lot = await listLot(seller, 600, { description: "Oil on canvas, signed lower right. ".repeat(20) });
  await watch(anna, lot);
  await expectNothingCovered(page, "a lot", wide);
  await page.setViewportSize({ width: 1024, height });
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(page.getByRole("button", { name: "Help" })).toBeInViewport({ ratio: 1 });
});

test("on a wide page the panel gives the focus back to help as well, and who has scrolled stays where he is", async ({ arrive, seller }) => {
  const { page } = await arrive("anna");
  const lot = await listLot(seller, 600, { description: "Oil on canvas, signed lower right. ".repeat(80) });
  await page.goto(`/lots/${lot.id}`);
  const help = page.getByRole("button", { name: "Help" });
  await help.press("Enter");
  await expect(page.getByRole("dialog", { name: "Help desk" }).getByLabel("Your question")).toBeFocused();
  await page.evaluate(() => window.scrollTo(0, 300));
  await page.keyboard.press("Escape");
  await expect(help).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(300);
});

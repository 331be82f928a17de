// A real browser against a running saleroom; nothing is started here.
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// Chromium without its windows takes half the processor for the same tests; the whole one does where that is missing.
const chromium = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync);
// The sweep over all pages is a tier of its own.
const everyPage = "every-page.spec.ts";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  // How long somebody waits is no promise of the house: these only end what hangs, on a machine that is busy elsewhere too.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  // On a machine that nobody watches a test is tried once more; the run names it at its end, for somebody to look into.
  retries: process.env.CI ? 1 : 0,
  workers: Number(process.env.E2E_WORKERS || 2),
  reporter: [["list"]],
  projects: [
    { name: "people", testIgnore: everyPage },
    { name: "pages", testMatch: everyPage },
  ],
  use: {
    baseURL: process.env.E2E_BASE_URL || "http://127.0.0.1:3000",
    // Recording costs more than the tests themselves; asked for when something has to be looked into.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: chromium,
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});

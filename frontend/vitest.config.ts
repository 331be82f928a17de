// Unit tests run without a browser: pure logic in node, components in jsdom on request.
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "server/**/*.test.mjs"],
    setupFiles: ["./vitest.setup.ts"],
    testTimeout: 10_000,
  },
});

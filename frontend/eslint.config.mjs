// The architecture that fails the check: features are islands, lib and ui know no feature.
import vitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const features = readdirSync(`${here}/src/features`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const islands = features.map((feature) => ({
  target: `./src/features/${feature}`,
  from: "./src/features",
  except: [`./${feature}`],
  message: "Features are islands: compose them in src/app, share through src/lib or src/components/ui.",
}));

export const zones = [
  ...islands,
  { target: ["./src/features", "./src/components", "./src/lib"], from: "./src/app", message: "Nothing below imports a route." },
  { target: ["./src/components", "./src/lib"], from: "./src/features", message: "Parts and libraries know no feature." },
  { target: "./src/lib", from: "./src/components", message: "lib draws nothing." },
];

const config = [
  { ignores: [".next/**", "node_modules/**", "next-env.d.ts", "src/lib/api/schema.gen.ts"] },
  ...vitals,
  ...typescript,
  {
    rules: {
      "import/no-restricted-paths": ["error", { basePath: here, zones }],
      "max-lines": ["error", { max: 300 }],
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" }],
      // Pictures are re-encoded and sized by the backend; next/image would proxy them a second time.
      "@next/next/no-img-element": "off",
    },
  },
  { files: ["src/app/**/{page,layout,loading,error,not-found,route}.tsx"], rules: { "max-lines": ["error", { max: 60 }] } },
  { files: ["server.mjs", "server/**", "scripts/**"], rules: { "no-console": "off" } },
];

export default config;

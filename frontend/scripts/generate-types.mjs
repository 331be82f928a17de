// Makes src/lib/api/schema.gen.ts from the backend's OpenAPI document.
//
// Usage: npm run types -- openapi.json   (or SALEROOM_OPENAPI=openapi.json npm run types); --check only compares.
import openapiTypescript, { astToString } from "openapi-typescript";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const out = join(dirname(fileURLToPath(import.meta.url)), "../src/lib/api/schema.gen.ts");
const args = process.argv.slice(2);
const isCheck = args.includes("--check");
const source = args.find((arg) => !arg.startsWith("--")) ?? process.env.SALEROOM_OPENAPI;

if (!source) {
  console.error("Say where the OpenAPI document lies: npm run types -- openapi.json");
  process.exit(2);
}

const tree = await openapiTypescript(pathToFileURL(resolve(source)), { defaultNonNullable: false });
const text = `// Generated from the backend's OpenAPI document by \`npm run types\`; never edited by hand.\n/* eslint-disable */\n${astToString(tree)}`;
const before = await readFile(out, "utf8").catch(() => "");

if (before === text) {
  console.log("schema.gen.ts is up to date");
} else if (isCheck) {
  console.error("schema.gen.ts is stale: run npm run types");
  process.exit(1);
} else {
  await writeFile(out, text);
  console.log("schema.gen.ts written");
}

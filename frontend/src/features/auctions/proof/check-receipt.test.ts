// A receipt fits the log it was made from and no other; what could not be looked up is never called changed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Problem, Unreachable } from "@/lib/api/problem";
import type { BidProof } from "@/lib/api/types";
import { type KeptReceipt, checkReceipt } from "./check-receipt";
import { sealOf } from "./seal";

/** Written by a real log; the backend's tests compute the same file. */
const golden = JSON.parse(readFileSync(join(import.meta.dirname, "proof.golden.json"), "utf8")) as { bidderId: number; receipt: KeptReceipt; proof: BidProof };
const { bidderId, receipt, proof } = golden;

const check = (shown: Partial<BidProof>, kept: Partial<KeptReceipt> = {}, userId = bidderId) =>
  checkReceipt({ ...receipt, ...kept }, userId, () => Promise.resolve({ ...proof, ...shown }));

test("the seal computed here is the one that the log computed", async () => {
  expect(await sealOf(proof)).toBe(receipt.hash);
});

test("a receipt fits the bid it was given for", async () => {
  expect(await check({})).toEqual({ kind: "fits", at: new Date(Math.floor(proof.at_micros / 1_000)).toISOString() });
});

const otherFact = btoa(atob(proof.fact).replace("21000", "20000"));
test.each([
  ["another past", { previous_hash: "00".repeat(32) }],
  ["another place", { seq: proof.seq + 1 }],
  ["another lot", { stream_id: proof.stream_id + 1 }],
  ["another press", { command_id: "00000000-0000-4000-8000-000000000000" }],
  ["another ordinal", { ordinal: 1 }],
  ["another type", { type: 6 }],
  ["another shape", { schema_version: 2 }],
  ["another moment", { at_micros: proof.at_micros + 1 }],
  ["another content of the press", { fingerprint: "00".repeat(16) }],
  ["another amount", { fact: otherFact }],
  ["bytes that are no bid", { fact: btoa("[]") }],
] as [string, Partial<BidProof>][])("%s does not fit", async (_what, change) => {
  const { hash: _hash, ...shown } = { ...proof, ...change };
  // A house that rewrites its log would rewrite the hash as well.
  const hash = await sealOf({ ...proof, ...change });
  expect(hash).not.toBe(receipt.hash);
  expect(await check({ ...shown, hash })).toEqual({ kind: "differs", seal: hash });
});

test("a log whose own hash is another one does not fit", async () => {
  expect(await check({ hash: "00".repeat(32) })).toMatchObject({ kind: "differs" });
});

test("a receipt that says another amount or belongs to somebody else does not fit", async () => {
  expect(await check({}, { amount: 211 })).toMatchObject({ kind: "differs" });
  expect(await check({}, { lotId: receipt.lotId + 1 })).toMatchObject({ kind: "differs" });
  expect(await check({}, {}, bidderId + 1)).toMatchObject({ kind: "differs" });
});

test("a bid that is gone is missing, and a house that cannot be reached is neither", async () => {
  const refused = (code: string) => () => Promise.reject(new Problem({ status: 404, detail: "", code, facts: {} }));
  expect(await checkReceipt(receipt, bidderId, refused("unknown_bid"))).toEqual({ kind: "missing" });
  expect(await checkReceipt(receipt, bidderId, refused("forbidden"))).toEqual({ kind: "missing" });
  await expect(checkReceipt(receipt, bidderId, refused("busy"))).rejects.toThrow(Problem);
  await expect(checkReceipt(receipt, bidderId, () => Promise.reject(new Unreachable()))).rejects.toThrow(Unreachable);
});

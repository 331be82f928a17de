// Whatever the backend's property tests wrote down: the frames applied to a snapshot equal the newer snapshot.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { LotServerFrame } from "@/lib/api/frames";
import { type LotState, settledPart } from "./lot-state";
import { apply } from "./lot-store";

interface Golden {
  snapshot: LotServerFrame[];
  frames: LotServerFrame[];
  newer: LotServerFrame[];
}

export function emptyState(lotId: number): LotState {
  return {
    lotId,
    status: "scheduled",
    isActive: false,
    currentPrice: 0,
    nextMin: 0,
    bidCount: 0,
    leaderId: null,
    startTime: "",
    endTime: "",
    reserve: "none",
    bids: [],
    people: null,
    seq: -1,
    historySeq: -1,
    isHistoryTorn: false,
    extensions: 0,
    previousEndTime: null,
  };
}

const folder = join(import.meta.dirname, "golden");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

test("there is at least one golden file", () => {
  expect(files.length).toBeGreaterThan(0);
});

test.each(files)("%s: frames on the snapshot equal the newer snapshot", (name) => {
  const parsed = JSON.parse(readFileSync(join(folder, name), "utf8")) as Golden | Golden[];
  for (const golden of Array.isArray(parsed) ? parsed : [parsed]) {
    const first = [...golden.snapshot, ...golden.newer].find((frame) => frame.type === "LOT_STATUS");
    if (!first) throw new Error(`${name} has no LOT_STATUS`);
    const start = emptyState(first.lot_id);
    const lived = [...golden.snapshot, ...golden.frames].reduce(apply, start);
    const fresh = golden.newer.reduce(apply, start);
    expect(settledPart(lived)).toEqual(settledPart(fresh));
  }
});

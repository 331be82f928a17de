// What a scan asks: which code, at which gate, in or out; kept on disk until it is answered.
import type { KeyValueStore } from "@/lib/commands/safe-storage";
import { PendingPresses } from "@/lib/commands/pending-presses";

export type Direction = "entry" | "exit";

export interface Scan {
  eventId: number;
  token: string;
  gate: string;
  direction: Direction;
}

export function pendingScans(disk: KeyValueStore): PendingPresses<Scan> {
  return new PendingPresses<Scan>(disk, "scan", (value) => typeof value.eventId === "number" && typeof value.token === "string");
}

const tokenLengthMax = 2_000;

/** The code in what was read: scanners add blanks and line ends, and some codes are addresses that end in the token. */
export function tokenIn(text: string): string | null {
  const trimmed = text.trim();
  const token = /^https?:\/\//i.test(trimmed) ? (trimmed.split(/[?#]/)[0]!.split("/").filter(Boolean).at(-1) ?? "") : trimmed;
  return token && token.length <= tokenLengthMax && /^[\x21-\x7e]+$/.test(token) ? token : null;
}

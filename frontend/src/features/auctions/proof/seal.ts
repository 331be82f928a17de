// Computes the seal of one bid from what the house shows of it, as docs/architecture.md says what a hash covers.
import type { BidProof } from "@/lib/api/types";

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function bytesOfBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Whole numbers with the highest byte first, as Postgres sends them. */
function bytesOfNumber(value: number, size: 2 | 8): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  if (size === 2) view.setInt16(0, value);
  else view.setBigInt64(0, BigInt(value));
  return new Uint8Array(view.buffer);
}

/** SHA-256 over the seal before it and everything that the log holds of the bid, in hexadecimal. */
export async function sealOf(proof: BidProof): Promise<string> {
  const parts = [
    bytesOfHex(proof.previous_hash),
    bytesOfNumber(proof.stream_id, 8),
    bytesOfNumber(proof.seq, 8),
    bytesOfHex(proof.command_id.replaceAll("-", "")),
    bytesOfNumber(proof.ordinal, 2),
    bytesOfNumber(proof.type, 2),
    bytesOfNumber(proof.schema_version, 2),
    bytesOfNumber(proof.at_micros, 8),
    bytesOfHex(proof.fingerprint),
    bytesOfBase64(proof.fact),
  ];
  const whole = new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bid that the log's bytes tell of; null for bytes that are no bid. */
export function bidIn(proof: BidProof): { bidderId: number; amountMinor: number } | null {
  try {
    const fact = JSON.parse(new TextDecoder().decode(bytesOfBase64(proof.fact))) as Record<string, unknown>;
    const { bidder_id: bidderId, amount_minor: amountMinor } = fact;
    return Number.isInteger(bidderId) && Number.isInteger(amountMinor) ? { bidderId: bidderId as number, amountMinor: amountMinor as number } : null;
  } catch {
    return null;
  }
}

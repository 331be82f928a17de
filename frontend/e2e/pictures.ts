// Pictures made here, so that no file is needed, and handed in as a seller does.
import { expect } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import type { ListedLot, Person } from "./people";

/** A small plain PNG. */
export function png(width: number, height: number, colour: [number, number, number]): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), body]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(body.length, 0);
    frame.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

/** The seller shows one more picture of a lot, through the same door as the page. */
export async function showPicture(seller: Person, lot: ListedLot): Promise<void> {
  const answer = await seller.api.post(`/api/lots/${lot.id}/images`, {
    headers: { "idempotency-key": randomUUID() },
    multipart: { file: { name: "front.png", mimeType: "image/png", buffer: png(640, 480, [140, 40, 30]) } },
  });
  expect(answer.status(), await answer.text()).toBe(201);
}

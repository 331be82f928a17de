// A scanner types like nobody else; a person's typing is never taken for a code.
import { describe, expect, test } from "vitest";
import { BurstReader } from "./burst-reader";
import { tokenIn } from "./scan";

function type(reader: BurstReader, text: string, gapMs: number, from = 1_000): string | null {
  let at = from;
  let code: string | null = null;
  for (const key of [...text, "Enter"]) {
    code = reader.key(key, at) ?? code;
    at += gapMs;
  }
  return code;
}

describe("a keyboard scanner", () => {
  test("is read to its Enter", () => {
    expect(type(new BurstReader(), "T1.7.42.ab9f", 5)).toBe("T1.7.42.ab9f");
  });

  test("capitals come with Shift between, and count all the same", () => {
    const reader = new BurstReader();
    let at = 0;
    for (const key of ["Shift", "T", "1", "Shift", "Q", "R", "z", "9"]) reader.key(key, (at += 4));
    expect(reader.key("Enter", at + 4)).toBe("T1QRz9");
  });

  test("two scans in a row do not run together", () => {
    const reader = new BurstReader();
    expect(type(reader, "aaaaaaaa", 5, 0)).toBe("aaaaaaaa");
    expect(type(reader, "bbbbbbbb", 5, 60)).toBe("bbbbbbbb");
  });
});

describe("a person", () => {
  test("who types is not a scanner", () => {
    expect(type(new BurstReader(), "north gate", 120)).toBeNull();
  });

  test("who presses Enter on a button scans nothing", () => {
    expect(new BurstReader().key("Enter", 5)).toBeNull();
  });

  test("who pauses before Enter scans nothing", () => {
    const reader = new BurstReader();
    [..."T1.7.42.ab"].forEach((key, n) => reader.key(key, n * 5));
    expect(reader.key("Enter", 2_000)).toBeNull();
  });

  test("a burst keeps its keys from the buttons of the page", () => {
    const reader = new BurstReader();
    [..."T1.7"].forEach((key, n) => reader.key(key, n * 5));
    expect(reader.isReading(20)).toBe(true);
    expect(reader.isReading(500)).toBe(false);
  });
});

test("the code is found in what was read", () => {
  expect(tokenIn("  T1.7.42\r\n")).toBe("T1.7.42");
  expect(tokenIn("https://tickets.example/t/T1.7.42?x=1")).toBe("T1.7.42");
  expect(tokenIn("   ")).toBeNull();
  expect(tokenIn("two words")).toBeNull();
});

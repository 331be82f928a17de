// Two bits a seat: what the house packs, the page reads back seat by seat.
import { expect, test } from "vitest";
import { changeSeats, seatBlocked, seatFree, seatHeld, seatSold, unpackSeats } from "./packed-seats";

const packed = (...bytes: number[]) => btoa(String.fromCharCode(...bytes));

test("the first seat sits in the lowest two bits", () => {
  // 0b11_10_01_00: free, held, sold, blocked from the low end.
  expect([...unpackSeats(packed(0b11100100))]).toEqual([seatFree, seatHeld, seatSold, seatBlocked]);
});

test("five seats take two bytes, and the padding reads as free", () => {
  expect([...unpackSeats(packed(0b00000010, 0b00000001))]).toEqual([2, 0, 0, 0, 1, 0, 0, 0]);
});

test("a change touches only its seats and leaves the old picture alone", () => {
  const before = unpackSeats(packed(0, 0));
  const after = changeSeats(before, [[1, seatHeld], [7, seatSold], [99, seatSold], [-1, seatSold]]);
  expect([...after]).toEqual([0, 1, 0, 0, 0, 0, 0, 2]);
  expect([...before]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

test("an empty hall is an empty picture", () => {
  expect(unpackSeats("")).toHaveLength(0);
});

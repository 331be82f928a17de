// A star is what was pressed last, here and in the house.
import { expect, test } from "vitest";
import { Stars } from "./stars";

function house(ids: number[] = []) {
  const asked: { what: string; answer: () => void; refuse: () => void }[] = [];
  const door = (what: string) => (lotId: number) => new Promise<void>((answer, reject) => asked.push({ what: `${what} ${lotId}`, answer, refuse: () => reject(new Error("no")) }));
  const clock = { now: 0 };
  const stars = new Stars(ids, { add: door("add"), remove: door("remove"), now: () => clock.now });
  return { stars, asked, clock, shown: () => [...stars.store.getState().ids].sort() };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test("a list that was read before the star was kept does not take it away", async () => {
  const { stars, asked, shown } = house([3]);
  const kept = stars.set(7, true);
  stars.learn([3], 0);
  expect(shown()).toEqual([3, 7]);
  asked[0]?.answer();
  await kept;
  expect(shown()).toEqual([3, 7]);
});

test("a list that was asked for before the star was kept, and comes after it, takes nothing back; one asked for later counts", async () => {
  const { stars, asked, clock, shown } = house([3]);
  clock.now = 100;
  const kept = stars.set(7, true);
  clock.now = 300;
  asked[0]?.answer();
  await kept;
  stars.learn([3, 4], 200);
  expect(shown()).toEqual([3, 4, 7]);
  stars.learn([3], 400);
  expect(shown()).toEqual([3]);
  stars.learn([3, 4], 200);
  expect(shown()).toEqual([3, 4, 7]);
});

test("two quick presses are told one after the other, and the last one counts", async () => {
  const { stars, asked, shown } = house();
  const first = stars.set(7, true);
  await stars.set(7, false);
  expect(shown()).toEqual([]);
  expect(asked.map(({ what }) => what)).toEqual(["add 7"]);
  asked[0]?.answer();
  await settle();
  expect(asked.map(({ what }) => what)).toEqual(["add 7", "remove 7"]);
  asked[1]?.answer();
  await first;
  expect(shown()).toEqual([]);
});

test("what the house refuses is put back to what it keeps", async () => {
  const { stars, asked, shown } = house([7]);
  const refused = stars.set(7, false);
  expect(shown()).toEqual([]);
  asked[0]?.refuse();
  await expect(refused).rejects.toThrow("no");
  expect(shown()).toEqual([7]);
});

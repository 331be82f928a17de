// Time on screen is the server's, whatever the device believes.
import { expect, test } from "vitest";
import { ServerClock } from "./server-clock";

const noon = Date.parse("2030-01-01T12:00:00Z");
const iso = (ms: number) => new Date(ms).toISOString();

test("a device an hour fast still shows the server's time", () => {
  let t = 1_000;
  const clock = new ServerClock(() => t, () => noon + 3_600_000);
  expect(clock.isSet).toBe(false);
  clock.observe(iso(noon));
  t += 2_500;
  expect(clock.now()).toBe(noon + 2_500);
});

test("a frame that was late on the line does not set the clock back", () => {
  let t = 0;
  const clock = new ServerClock(() => t, () => 0);
  clock.observe(iso(noon));
  t = 10_000;
  clock.observe(iso(noon + 9_200));
  expect(clock.now()).toBe(noon + 10_000);
});

test("after a long sleep the first new sample counts alone", () => {
  let t = 0;
  const clock = new ServerClock(() => t, () => 0);
  clock.observe(iso(noon));
  t = 1_000;
  clock.observe(iso(noon + 7_200_000));
  expect(clock.now()).toBe(noon + 7_200_000);
});

test("nonsense is no time", () => {
  const clock = new ServerClock(() => 0, () => 5);
  clock.observe("soon");
  expect(clock.now()).toBe(5);
});

test("a stalled line that hands over many late frames at once does not set the clock back", () => {
  let t = 0;
  const clock = new ServerClock(() => t, () => 0);
  clock.observe(iso(noon));
  t = 20_000;
  for (let late = 100; late < 12_000; late += 100) clock.observe(iso(noon + t - late));
  expect(clock.now()).toBe(noon + 20_000);
});

test("a server whose clock was set back is believed after a while", () => {
  let t = 0;
  const clock = new ServerClock(() => t, () => 0);
  clock.observe(iso(noon));
  for (; t < 11 * 60_000; t += 5_000) clock.observe(iso(noon + t - 60_000));
  expect(clock.now()).toBe(noon + t - 60_000);
});

test("a page whose scripts took long to load knows the time at which it was told", () => {
  const clock = new ServerClock(() => 9_000, () => 0);
  clock.guess(noon, 400);
  expect(clock.now()).toBe(noon + 8_600);
});

// The address alone tells what a page is about.
import { expect, test } from "vitest";
import { thingOfAddress } from "./page-thing";

test("lots, events and orders are known by their addresses, other pages are about nothing", () => {
  expect(thingOfAddress("/lots/7")).toEqual({ about: "lot", id: 7, seq: 0 });
  expect(thingOfAddress("/events/3/office")).toEqual({ about: "event", id: 3, seq: 0 });
  expect(thingOfAddress("/orders/3000001/checkout")).toEqual({ about: "order", id: 3_000_001, seq: 0 });
  expect(thingOfAddress("/me/orders")).toBeNull();
  expect(thingOfAddress("/lots/x")).toBeNull();
});

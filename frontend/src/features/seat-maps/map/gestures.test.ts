// A tap is not a drag, and two fingers are a pinch.
import { expect, test, vi } from "vitest";
import { Gestures } from "./gestures";

function hand() {
  const listener = { onDrag: vi.fn(), onPinch: vi.fn(), onTap: vi.fn() };
  return { gestures: new Gestures(listener), ...listener };
}

test("a finger that trembles still taps", () => {
  const t = hand();
  t.gestures.down(1, { x: 10, y: 10 });
  t.gestures.move(1, { x: 13, y: 12 });
  t.gestures.up(1);
  expect(t.onTap).toHaveBeenCalledWith({ x: 10, y: 10 });
  expect(t.onDrag).not.toHaveBeenCalled();
});

test("a finger that travels drags and does not tap", () => {
  const t = hand();
  t.gestures.down(1, { x: 10, y: 10 });
  t.gestures.move(1, { x: 40, y: 10 });
  t.gestures.up(1);
  expect(t.onDrag).toHaveBeenCalledWith(30, 0);
  expect(t.onTap).not.toHaveBeenCalled();
});

test("two fingers that part zoom about their middle, and neither taps", () => {
  const t = hand();
  t.gestures.down(1, { x: 100, y: 100 });
  t.gestures.down(2, { x: 200, y: 100 });
  t.gestures.move(2, { x: 300, y: 100 });
  t.gestures.up(2);
  t.gestures.up(1);
  expect(t.onPinch).toHaveBeenCalledWith(2, { x: 200, y: 100 });
  expect(t.onTap).not.toHaveBeenCalled();
});

test("a finger the page took over for scrolling does nothing more", () => {
  const t = hand();
  t.gestures.down(1, { x: 10, y: 10 });
  t.gestures.cancel(1);
  t.gestures.up(1);
  expect(t.onTap).not.toHaveBeenCalled();
});

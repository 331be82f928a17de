// The window through which a hall is seen: fitting, zooming and panning it, without a canvas in sight.
import type { Bounds } from "@/lib/seating/seat-index";

/** `scale` is pixels a seat width; `x`, `y` is the hall's point in the window's top left corner. */
export interface View {
  scale: number;
  x: number;
  y: number;
}
export interface Size {
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}

export const scaleMax = 56;
const paddingPx = 14;

/** The whole hall, in the middle of the window. */
export function fit(bounds: Bounds, size: Size): View {
  const width = Math.max(1, bounds.maxX - bounds.minX);
  const height = Math.max(1, bounds.maxY - bounds.minY);
  const scale = Math.min(scaleMax, Math.max(0.5, Math.min((size.width - 2 * paddingPx) / width, (size.height - 2 * paddingPx) / height)));
  return {
    scale,
    x: bounds.minX - (size.width / scale - width) / 2,
    y: bounds.minY - (size.height / scale - height) / 2,
  };
}

export function toHall(view: View, at: Point): Point {
  return { x: view.x + at.x / view.scale, y: view.y + at.y / view.scale };
}

export function toWindow(view: View, at: Point): Point {
  return { x: (at.x - view.x) * view.scale, y: (at.y - view.y) * view.scale };
}

/** Keeps the hall in sight: centred where it is smaller than the window, never dragged out where it is larger. */
export function keepInside(view: View, bounds: Bounds, size: Size): View {
  const along = (from: number, min: number, max: number, px: number) => {
    const span = px / view.scale;
    const pad = paddingPx / view.scale;
    if (max - min + 2 * pad <= span) return min - (span - (max - min)) / 2;
    return Math.min(Math.max(from, min - pad), max + pad - span);
  };
  return { scale: view.scale, x: along(view.x, bounds.minX, bounds.maxX, size.width), y: along(view.y, bounds.minY, bounds.maxY, size.height) };
}

/** Zooms so that the hall's point under `at` stays under it. */
export function zoomAt(view: View, factor: number, at: Point, bounds: Bounds, size: Size): View {
  const least = fit(bounds, size).scale;
  const scale = Math.min(Math.max(scaleMax, least), Math.max(least, view.scale * factor));
  const point = toHall(view, at);
  return keepInside({ scale, x: point.x - at.x / scale, y: point.y - at.y / scale }, bounds, size);
}

export function pan(view: View, dx: number, dy: number, bounds: Bounds, size: Size): View {
  return keepInside({ scale: view.scale, x: view.x - dx / view.scale, y: view.y - dy / view.scale }, bounds, size);
}

/** Moves as little as needed to have `at` in sight with room around it. */
export function bringIntoSight(view: View, at: Point, bounds: Bounds, size: Size): View {
  const edge = Math.min(48, size.width / 4, size.height / 4);
  const seen = toWindow(view, at);
  const dx = seen.x < edge ? edge - seen.x : seen.x > size.width - edge ? size.width - edge - seen.x : 0;
  const dy = seen.y < edge ? edge - seen.y : seen.y > size.height - edge ? size.height - edge - seen.y : 0;
  return dx || dy ? pan(view, dx, dy, bounds, size) : view;
}

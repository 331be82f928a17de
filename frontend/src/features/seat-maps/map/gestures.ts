// Turns fingers and mouse into three things: the hall is dragged, the hall is pinched, a place is tapped.
import type { Point } from "./geometry";

export interface GestureListener {
  onDrag: (dx: number, dy: number) => void;
  onPinch: (factor: number, at: Point) => void;
  onTap: (at: Point) => void;
}

/** A finger that moved less than this meant to tap. */
const tapPx = 8;

export class Gestures {
  private readonly fingers = new Map<number, Point>();
  private start: Point | null = null;
  private isTap = false;

  constructor(private readonly listener: GestureListener) {}

  get isDragging(): boolean {
    return this.fingers.size > 0 && !this.isTap;
  }

  down(id: number, at: Point): void {
    this.fingers.set(id, at);
    this.isTap = this.fingers.size === 1;
    this.start = this.isTap ? at : null;
  }

  move(id: number, at: Point): void {
    const before = this.fingers.get(id);
    if (!before) return;
    if (this.isTap && this.start && Math.hypot(at.x - this.start.x, at.y - this.start.y) < tapPx) return;
    this.isTap = false;
    const others = [...this.fingers].filter(([other]) => other !== id).map(([, point]) => point);
    this.fingers.set(id, at);
    const other = others[0];
    if (!other) {
      this.listener.onDrag(at.x - before.x, at.y - before.y);
      return;
    }
    const spanBefore = Math.hypot(before.x - other.x, before.y - other.y);
    const span = Math.hypot(at.x - other.x, at.y - other.y);
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    this.listener.onDrag((at.x - before.x) / 2, (at.y - before.y) / 2);
    if (spanBefore > 0 && span > 0) this.listener.onPinch(span / spanBefore, middle);
  }

  up(id: number): void {
    const at = this.fingers.get(id);
    this.fingers.delete(id);
    if (at && this.isTap) this.listener.onTap(at);
    this.isTap = false;
    this.start = null;
  }

  /** The browser took the finger over, for scrolling the page. */
  cancel(id: number): void {
    this.fingers.delete(id);
    this.isTap = false;
    this.start = null;
  }
}

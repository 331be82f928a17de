// One hall on one canvas: its view, its gestures and its redraws, without React in the way of a finger.
//
// The law: at most one drawing a frame, whatever happens between two frames.
import type { SeatIndex } from "@/lib/seating/seat-index";
import { type Painting, type Scene, drawHall, paint } from "./draw-hall";
import { type Point, type Size, type View, bringIntoSight, fit, keepInside, pan, toHall, zoomAt } from "./geometry";
import { Gestures } from "./gestures";
import { type Palette, readPalette, watchPalette } from "./palette";
import { SeatGrid } from "./seat-grid";
import { SeatSprites } from "./seat-sprites";

export interface StageListener {
  onPick: (place: number) => void;
  onPoint: (place: number | null) => void;
  /** True while there is more of the hall than the window shows. */
  onZoom: (isZoomed: boolean) => void;
}

/** Below this a finger cannot mean one seat: the first tap comes nearer. */
const fingerScaleMin = 15;
const mouseScaleMin = 6;
const tapScale = 26;
/** So long after the last movement of a finger it rests. */
const restMs = 120;

export class HallStage {
  private readonly grid: SeatGrid;
  private readonly gestures: Gestures;
  private readonly unwatch: (() => void)[] = [];
  private palette: Palette;
  private size: Size = { width: 0, height: 0 };
  private view: View = { scale: 1, x: 0, y: 0 };
  private scene: Scene;
  private painting: Painting | null = null;
  private movedAt = -Infinity;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private readonly family: string;
  private readonly sprites = new SeatSprites();
  private frame = 0;
  private wasTouch = false;
  private isZoomed = false;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    scene: Scene,
    private readonly listener: StageListener,
  ) {
    this.scene = scene;
    this.grid = new SeatGrid(scene.index.seats);
    this.palette = readPalette(canvas.parentElement ?? document.body);
    this.family = getComputedStyle(canvas).fontFamily;
    this.gestures = new Gestures({
      onDrag: (dx, dy) => this.move(pan(this.view, dx, dy, this.bounds, this.size)),
      onPinch: (factor, at) => this.move(zoomAt(this.view, factor, at, this.bounds, this.size)),
      onTap: (at) => this.tapped(at),
    });
    this.listen();
  }

  show(scene: Scene): void {
    const { cursor, ...before } = this.scene;
    this.scene = scene;
    // Only the cursor moved: what is painted stays as it is.
    const isSame = Object.entries(before).every(([name, value]) => scene[name as keyof Scene] === value);
    if (this.painting) this.painting = isSame ? { ...this.painting, scene } : null;
    if (!isSame || cursor !== scene.cursor) this.redraw();
  }

  fit(): void {
    this.look(fit(this.bounds, this.size));
  }

  zoomBy(factor: number): void {
    this.look(zoomAt(this.view, factor, { x: this.size.width / 2, y: this.size.height / 2 }, this.bounds, this.size));
  }

  /** Has this seat in sight, large enough to be seen. */
  goTo(place: number): void {
    const seat = this.scene.index.seats[place];
    if (!seat) return;
    if (this.view.scale < fingerScaleMin) this.zoomBy(fingerScaleMin / this.view.scale);
    this.look(bringIntoSight(this.view, seat, this.bounds, this.size));
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.settling);
    this.unwatch.forEach((stop) => stop());
  }

  private get bounds(): SeatIndex["bounds"] {
    return this.scene.index.bounds;
  }

  private listen(): void {
    const { canvas } = this;
    const on = <K extends keyof HTMLElementEventMap>(name: K, heard: (event: HTMLElementEventMap[K]) => void, options?: AddEventListenerOptions) => {
      canvas.addEventListener(name, heard, options);
      this.unwatch.push(() => canvas.removeEventListener(name, heard));
    };
    on("pointerdown", (event) => {
      if (event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      this.wasTouch = event.pointerType !== "mouse";
      this.gestures.down(event.pointerId, this.at(event));
    });
    on("pointermove", (event) => {
      this.gestures.move(event.pointerId, this.at(event));
      if (event.pointerType === "mouse" && !this.gestures.isDragging) this.listener.onPoint(this.seatAt(this.at(event), 0.6));
    });
    on("pointerup", (event) => this.gestures.up(event.pointerId));
    on("pointercancel", (event) => this.gestures.cancel(event.pointerId));
    on("pointerleave", () => this.listener.onPoint(null));
    on("wheel", (event) => this.wheeled(event), { passive: false });
    const resized = new ResizeObserver(() => this.resize());
    resized.observe(canvas);
    this.unwatch.push(() => resized.disconnect());
    this.unwatch.push(
      watchPalette(() => {
        this.palette = readPalette(canvas.parentElement ?? document.body);
        this.redraw();
      }),
    );
  }

  private at(event: { clientX: number; clientY: number }): Point {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** The wheel belongs to the page until the map is zoomed, has the focus, or a modifier says otherwise. */
  private wheeled(event: WheelEvent): void {
    const hasFocus = this.canvas.parentElement?.contains(document.activeElement) ?? false;
    if (!event.ctrlKey && !event.metaKey && !this.isZoomed && !hasFocus) return;
    if (!this.isZoomed && event.deltaY > 0) return;
    event.preventDefault();
    const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    const speed = event.ctrlKey ? 0.01 : 0.002;
    this.move(zoomAt(this.view, Math.exp(-px * speed), this.at(event), this.bounds, this.size));
  }

  private seatAt(at: Point, reach: number): number | null {
    return this.grid.nearest(toHall(this.view, at), reach);
  }

  private tapped(at: Point): void {
    const least = this.wasTouch ? fingerScaleMin : mouseScaleMin;
    if (this.view.scale < least) {
      this.look(zoomAt(this.view, tapScale / this.view.scale, at, this.bounds, this.size));
      return;
    }
    // A fingertip covers about 22 px around the point it reports.
    const place = this.seatAt(at, this.wasTouch ? Math.max(0.6, 22 / this.view.scale) : 0.6);
    if (place !== null) this.listener.onPick(place);
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (width === 0 || height === 0 || (width === this.size.width && height === this.size.height)) return;
    const isFirst = this.size.width === 0 || !this.isZoomed;
    this.size = { width, height };
    const ratio = this.ratio;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.look(isFirst ? fit(this.bounds, this.size) : keepInside(this.view, this.bounds, this.size));
  }

  /** More than two device pixels a pixel cost time and show nothing. */
  private get ratio(): number {
    return Math.min(2, window.devicePixelRatio || 1);
  }

  /** As `look`, under a finger: the numbers are written when it rests. */
  private move(view: View): void {
    this.movedAt = performance.now();
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.redraw(), restMs);
    this.look(view);
  }

  private look(view: View): void {
    this.view = view;
    const isZoomed = view.scale > fit(this.bounds, this.size).scale * 1.02;
    if (isZoomed !== this.isZoomed) {
      this.isZoomed = isZoomed;
      // While the whole hall is in sight a finger may still scroll the page past it.
      this.canvas.style.touchAction = isZoomed ? "none" : "pan-y";
      this.listener.onZoom(isZoomed);
    }
    this.redraw();
  }

  private redraw(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const context = this.canvas.getContext("2d", { alpha: false });
      if (!context || this.size.width === 0) return;
      this.painting ??= paint(this.scene);
      const isMoving = performance.now() - this.movedAt < restMs;
      drawHall({ context, palette: this.palette, view: this.view, size: this.size, ratio: this.ratio, family: this.family, sprites: this.sprites, isMoving }, this.painting);
    });
  }
}

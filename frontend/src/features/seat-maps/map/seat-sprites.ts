// One small picture a look: seats are stamped from it, because a browser copies thousands of small pictures in the time in
// which it fills some hundred circles.
import type { Palette } from "./palette";
import type { SeatStanding, TypeLook } from "./seat-look";

export interface Look {
  standing: SeatStanding;
  /** Of a free seat: its ticket type's. */
  type: TypeLook | null;
  isSquare: boolean;
}

/** Below this many pixels a seat a circle and a square are the same spot. */
const roundFromPx = 9;
/** A sprite is stretched up to this much while a pinch goes on, and made anew when it rests. */
const stretchMax = 1.3;
/** Seats touch neither the edge of their sprite nor each other. */
const spriteWidth = 1.1;

type Pen = CanvasRenderingContext2D;

function traceShape(pen: Pen, look: Look, radius: number, isRound: boolean): void {
  pen.beginPath();
  if (isRound && !look.isSquare) pen.arc(0, 0, radius, 0, 2 * Math.PI);
  else pen.rect(-radius, -radius, 2 * radius, 2 * radius);
}

function strokeLines(pen: Pen, lines: readonly (readonly [number, number])[][]): void {
  pen.beginPath();
  for (const line of lines) line.forEach(([x, y], n) => (n === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.stroke();
}

function drawFree(pen: Pen, look: Look, palette: Palette, px: number): void {
  const tone = palette[look.type?.tone ?? "ink"];
  const isRound = px >= roundFromPx;
  if (look.type?.fill === "ring" && isRound) {
    traceShape(pen, look, 0.34, isRound);
    pen.fillStyle = palette.sheet;
    pen.fill();
    pen.strokeStyle = tone;
    pen.lineWidth = 0.14;
    pen.stroke();
    return;
  }
  traceShape(pen, look, 0.41, isRound);
  pen.fillStyle = tone;
  pen.fill();
  if (look.type?.fill !== "dot" || !isRound) return;
  traceShape(pen, look, 0.14, isRound);
  pen.fillStyle = palette.sheet;
  pen.fill();
}

function drawOwn(pen: Pen, look: Look, palette: Palette): void {
  const isPicked = look.standing === "picked";
  traceShape(pen, look, 0.44, true);
  pen.lineWidth = 0.12;
  pen.fillStyle = isPicked ? palette.wax : palette.sheet;
  pen.strokeStyle = palette.wax;
  pen.fill();
  pen.stroke();
  pen.strokeStyle = isPicked ? palette.onWax : palette.wax;
  strokeLines(pen, [[[-0.22, 0], [-0.055, 0.165], [0.22, -0.165]]]);
}

function drawTaken(pen: Pen, look: Look, palette: Palette, px: number): void {
  pen.strokeStyle = palette.edge;
  pen.fillStyle = palette.edge;
  pen.lineWidth = Math.max(1 / px, 0.09);
  if (look.standing === "sold") strokeLines(pen, [[[-0.2, -0.2], [0.2, 0.2]], [[0.2, -0.2], [-0.2, 0.2]]]);
  else if (look.standing === "blocked") strokeLines(pen, [[[-0.2, 0], [0.2, 0]]]);
  else {
    traceShape(pen, look, 0.32, true);
    pen.stroke();
    pen.fillRect(-0.11, -0.11, 0.22, 0.22);
  }
}

function makeSprite(look: Look, palette: Palette, px: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.max(1, Math.ceil(spriteWidth * px));
  const pen = canvas.getContext("2d");
  if (!pen) return canvas;
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.scale(px, px);
  if (look.standing === "free") drawFree(pen, look, palette, px);
  else if (look.standing === "picked" || look.standing === "mine") drawOwn(pen, look, palette);
  else drawTaken(pen, look, palette, px);
  return canvas;
}

/** The sprites of one size; a new size makes new ones. */
export class SeatSprites {
  private readonly sprites = new Map<string, HTMLCanvasElement>();
  private madeFor = { px: 0, palette: null as Palette | null };

  /** Gets ready for seats `px` device pixels wide; exact at rest, stretched a little in motion. */
  prepare(px: number, palette: Palette, isMoving: boolean): void {
    const ratio = px / (this.madeFor.px || 1);
    const isNear = ratio === 1 || (isMoving && ratio < stretchMax && ratio > 1 / stretchMax);
    if (isNear && palette === this.madeFor.palette) return;
    this.sprites.clear();
    this.madeFor = { px, palette };
  }

  /** The sprite of a look, and how many device pixels wide it is to be drawn. */
  of(key: string, look: Look, px: number): { picture: HTMLCanvasElement; width: number } {
    const { px: madePx, palette } = this.madeFor;
    let picture = this.sprites.get(key);
    if (!picture && palette) this.sprites.set(key, (picture = makeSprite(look, palette, madePx)));
    if (!picture) throw new Error("sprites are prepared before they are used");
    return { picture, width: Math.round((picture.width * px) / madePx) };
  }
}

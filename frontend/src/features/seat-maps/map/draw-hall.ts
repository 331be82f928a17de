// Draws the hall on a canvas: the scene is sorted by looks once, then each frame only stamps what is in the window.
import type { IndexedSeat, SeatIndex } from "@/lib/seating/seat-index";
import { type Size, type View, toWindow } from "./geometry";
import type { Palette } from "./palette";
import { type Standings, type TypeLook, standingOf } from "./seat-look";
import type { Look, SeatSprites } from "./seat-sprites";

export interface Scene extends Standings {
  index: SeatIndex;
  looks: ReadonlyMap<number, TypeLook>;
  /** The seat the keyboard or the mouse is on. */
  cursor: number | null;
}

/** The seats of one look. */
interface Group {
  key: string;
  look: Look;
  seats: IndexedSeat[];
}

/** A scene sorted by looks, whatever part of it is in the window. */
export interface Painting {
  scene: Scene;
  groups: Group[];
}

export interface Brush {
  context: CanvasRenderingContext2D;
  palette: Palette;
  view: View;
  size: Size;
  ratio: number;
  family: string;
  sprites: SeatSprites;
  /** While the hall is being dragged its numbers are left out: reading them comes after. */
  isMoving: boolean;
}

const numbersFromScale = 19;
const rowNamesFromScale = 11;

/** Sorts a scene; needed again only when the scene changes, not when the window moves. */
export function paint(scene: Scene): Painting {
  const groups = new Map<string, Group>();
  for (const seat of scene.index.seats) {
    const standing = standingOf(seat, scene);
    const typeId = scene.offerOfZone.get(seat.zone)?.typeId;
    const type = standing === "free" && typeId !== undefined ? (scene.looks.get(typeId) ?? null) : null;
    const isSquare = seat.kind !== "standard";
    const key = `${standing} ${type?.tone} ${type?.fill} ${isSquare}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { key, look: { standing, type, isSquare }, seats: [] }));
    group.seats.push(seat);
  }
  return { scene, groups: [...groups.values()] };
}

/** Whether any of a seat can be in the window. */
function sightOf({ view, size }: Brush): (seat: IndexedSeat) => boolean {
  const right = view.x + size.width / view.scale + 1;
  const bottom = view.y + size.height / view.scale + 1;
  return (seat) => seat.x > view.x - 1 && seat.y > view.y - 1 && seat.x < right && seat.y < bottom;
}

/** In device pixels, on whole ones: a copied pixel costs less than a mixed one, and is sharper. */
function stampSeats(brush: Brush, groups: Group[]): void {
  const { context, view, ratio, sprites, palette, isMoving } = brush;
  const px = view.scale * ratio;
  const isSeen = sightOf(brush);
  sprites.prepare(px, palette, isMoving);
  context.setTransform(1, 0, 0, 1, 0, 0);
  // A stretched sprite is rough for as long as the pinch lasts; smoothing it would halve the frames.
  context.imageSmoothingEnabled = false;
  for (const group of groups) {
    const { picture, width } = sprites.of(group.key, group.look, px);
    const isExact = width === picture.width;
    for (const seat of group.seats) {
      if (!isSeen(seat)) continue;
      const left = Math.round((seat.x - view.x) * px - width / 2);
      const top = Math.round((seat.y - view.y) * px - width / 2);
      if (isExact) context.drawImage(picture, left, top);
      else context.drawImage(picture, left, top, width, width);
    }
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function writeNumbers(brush: Brush, groups: Group[]): void {
  const { context, palette, view, family } = brush;
  const isSeen = sightOf(brush);
  context.font = `600 ${Math.round(0.4 * view.scale)}px ${family}`;
  for (const { look, seats } of groups) {
    if (look.standing !== "free") continue;
    context.fillStyle = look.type?.fill === "ring" ? palette.ink : palette.paper;
    for (const seat of seats) if (isSeen(seat)) context.fillText(seat.number, (seat.x - view.x) * view.scale, (seat.y - view.y) * view.scale + 0.5);
  }
}

function drawSurroundings({ context, palette, view, family }: Brush, index: SeatIndex): void {
  const { focal, standing } = index.hall;
  for (const area of standing) {
    const corner = toWindow(view, area);
    context.fillStyle = palette.plate;
    context.strokeStyle = palette.edge;
    context.lineWidth = 1;
    context.fillRect(corner.x, corner.y, area.width * view.scale, area.height * view.scale);
    context.setLineDash([4, 4]);
    context.strokeRect(corner.x, corner.y, area.width * view.scale, area.height * view.scale);
    context.setLineDash([]);
    context.fillStyle = palette.inkSoft;
    context.font = `600 ${Math.max(11, Math.min(18, view.scale * 0.8))}px ${family}`;
    const middle = toWindow(view, { x: area.x + area.width / 2, y: area.y + area.height / 2 });
    context.fillText(area.name, middle.x, middle.y);
  }
  // Its front edge stands where the hall looks; at a distance it grows backwards, not into the first row.
  const front = toWindow(view, { x: focal.x, y: focal.y + 0.4 });
  const width = Math.max(60, 4 * view.scale);
  const height = Math.max(16, 0.9 * view.scale);
  context.fillStyle = palette.ink;
  context.fillRect(front.x - width / 2, front.y - height, width, height);
  context.fillStyle = palette.paper;
  context.font = `600 ${Math.max(10, Math.min(15, height * 0.6))}px ${family}`;
  context.fillText("STAGE", front.x, front.y - height / 2 + 0.5);
}

function writeRowNames({ context, palette, view, family }: Brush, index: SeatIndex): void {
  context.fillStyle = palette.inkSoft;
  context.font = `600 ${Math.max(10, Math.min(15, view.scale * 0.5))}px ${family}`;
  for (const row of index.rows) {
    for (const [place, side] of [[row.first, -1], [row.end - 1, 1]] as const) {
      const seat = index.seats[place]!;
      const outward = index.seats[row.first]!.x <= index.seats[row.end - 1]!.x ? side : -side;
      const at = toWindow(view, { x: seat.x + outward, y: seat.y });
      context.fillText(row.name, at.x, at.y);
    }
  }
}

/** An aisle that seats leave no room for is a line between them. */
function drawAisles({ context, palette, view }: Brush, index: SeatIndex): void {
  context.strokeStyle = palette.inkSoft;
  context.lineWidth = Math.max(1, 0.09 * view.scale);
  context.beginPath();
  for (const row of index.rows) {
    for (let place = row.first; place < row.end - 1; place += 1) {
      const seat = index.seats[place]!;
      const next = index.seats[place + 1]!;
      const [dx, dy] = [next.x - seat.x, next.y - seat.y];
      const apart = Math.hypot(dx, dy);
      if (!seat.hasAisleAfter || apart > 1.5 || apart === 0) continue;
      const middle = toWindow(view, { x: (seat.x + next.x) / 2, y: (seat.y + next.y) / 2 });
      const reach = (0.5 * view.scale) / apart;
      context.moveTo(middle.x + dy * reach, middle.y - dx * reach);
      context.lineTo(middle.x - dy * reach, middle.y + dx * reach);
    }
  }
  context.stroke();
}

function drawCursor({ context, palette, view }: Brush, seat: IndexedSeat): void {
  const at = toWindow(view, seat);
  const reach = 0.62 * view.scale + 2;
  context.lineWidth = 2.5;
  context.strokeStyle = palette.wax;
  context.strokeRect(at.x - reach, at.y - reach, 2 * reach, 2 * reach);
}

/** One frame: what of the painting is in the window now. */
export function drawHall(brush: Brush, { scene, groups }: Painting): void {
  const { context, palette, view, size, ratio } = brush;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.sheet;
  context.fillRect(0, 0, size.width, size.height);
  context.textAlign = "center";
  context.textBaseline = "middle";
  drawSurroundings(brush, scene.index);
  stampSeats(brush, groups);
  drawAisles(brush, scene.index);
  if (!brush.isMoving && view.scale >= rowNamesFromScale) writeRowNames(brush, scene.index);
  if (!brush.isMoving && view.scale >= numbersFromScale) writeNumbers(brush, groups);
  const cursor = scene.cursor === null ? undefined : scene.index.seats[scene.cursor];
  if (cursor) drawCursor(brush, cursor);
}

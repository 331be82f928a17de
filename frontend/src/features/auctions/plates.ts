// The pictures of a lot that this house may show.
import type { Lot } from "@/lib/api/types";
import { ownPicture } from "./wording";

export interface Plate {
  url: string;
  thumb: string;
  small: string;
  /** The same picture in all its widths, for the browser to choose from; null where only one is known. */
  widths: string | null;
  /** The same without the largest, which no card needs. */
  cardWidths: string | null;
}

/** The longer side of each size, in pixels. */
const sides = { url: 1600, thumb: 800, small: 400 } as const;

function withWidths({ width, height }: Lot["images"][number], plate: Pick<Plate, "url" | "thumb" | "small">): Plate {
  const widthAt = (side: number) => Math.round(width * Math.min(1, side / Math.max(width, height)));
  const [small, thumb, url] = (["small", "thumb", "url"] as const).map((size) => `${plate[size]} ${widthAt(sides[size])}w`);
  return { ...plate, widths: `${small}, ${thumb}, ${url}`, cardWidths: `${small}, ${thumb}` };
}

/** All pictures of a lot, in order; foreign addresses are left out. */
export function platesOf(lot: Pick<Lot, "images" | "image_url">): Plate[] {
  const plates: Plate[] = [];
  for (const image of lot.images) {
    const url = ownPicture(image.url);
    if (!url) continue;
    plates.push(withWidths(image, { url, thumb: ownPicture(image.thumb_url) ?? url, small: ownPicture(image.small_url) ?? url }));
  }
  const single = ownPicture(lot.image_url);
  if (plates.length === 0 && single) plates.push({ url: single, thumb: single, small: single, widths: null, cardWidths: null });
  return plates;
}

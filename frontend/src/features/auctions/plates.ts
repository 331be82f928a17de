// The pictures of a lot that this house may show.
import type { Lot } from "@/lib/api/types";
import { ownPicture } from "./wording";

export interface Plate {
  url: string;
  thumb: string;
  small: string;
}

/** All pictures of a lot, in order; foreign addresses are left out. */
export function platesOf(lot: Pick<Lot, "images" | "image_url">): Plate[] {
  const plates: Plate[] = [];
  for (const image of lot.images) {
    const url = ownPicture(image.url);
    if (url) plates.push({ url, thumb: ownPicture(image.thumb_url) ?? url, small: ownPicture(image.small_url) ?? url });
  }
  const single = ownPicture(lot.image_url);
  if (plates.length === 0 && single) plates.push({ url: single, thumb: single, small: single });
  return plates;
}

// Choosing pictures for a lot, with a preview of each, their order, and a way to take one away.
"use client";
import { useEffect, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { CrossMark } from "@/components/ui/marks";
import { useToast } from "@/components/ui/toast";

export const picturesMax = 10;
export const pictureBytesMax = 10 * 1024 * 1024;
const kinds = ["image/jpeg", "image/png", "image/webp", "image/gif"];

export interface Picked {
  /** Also the exactly-once id of its upload. */
  id: string;
  file: File;
}

interface PicturePickerProps {
  pictures: Picked[];
  onChange: (pictures: Picked[]) => void;
  newId: () => string;
}

export function PicturePicker({ pictures, onChange, newId }: PicturePickerProps) {
  const toast = useToast();
  const previews = useMemo(() => pictures.map((picked) => ({ ...picked, url: URL.createObjectURL(picked.file) })), [pictures]);
  useEffect(() => () => previews.forEach((preview) => URL.revokeObjectURL(preview.url)), [previews]);
  const add = (files: File[]) => {
    const others = files.filter((file) => !kinds.includes(file.type));
    const images = files.filter((file) => kinds.includes(file.type));
    const tooLarge = images.filter((file) => file.size > pictureBytesMax);
    const fitting = images.filter((file) => file.size <= pictureBytesMax).map((file) => ({ id: newId(), file }));
    if (others.length) toast({ tone: "bad", title: "Not a picture", text: `${others.map((file) => file.name).join(", ")}: JPEG, PNG, WebP or GIF, please.` });
    if (tooLarge.length) toast({ tone: "bad", title: "Too large", text: `${tooLarge.map((file) => file.name).join(", ")}: at most 10 MB each.` });
    if (pictures.length + fitting.length > picturesMax) toast({ tone: "bad", title: `At most ${picturesMax} pictures a lot` });
    onChange([...pictures, ...fitting].slice(0, picturesMax));
  };
  const toFront = (id: string) => onChange([...pictures.filter((p) => p.id === id), ...pictures.filter((p) => p.id !== id)]);
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">Pictures</legend>
      <label className="grid min-h-28 place-content-center justify-items-center gap-1 border border-dashed border-edge bg-sheet p-4 text-center hover:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-wax">
        <input
          type="file"
          name="pictures"
          accept={kinds.join(",")}
          multiple
          className="sr-only"
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
        <span className="font-semibold">Choose pictures</span>
        <span className="text-small text-ink-soft">Up to {picturesMax}, 10 MB each. Where and when they were taken is removed.</span>
      </label>
      {previews.length ? (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {previews.map((preview, place) => (
            <li key={preview.id} className="grid content-start gap-1">
              <div className="relative">
                <img
                  src={preview.url}
                  alt={preview.file.name}
                  onError={() => {
                    toast({ tone: "bad", title: "Not a picture", text: `${preview.file.name} cannot be read, so it was put aside.` });
                    onChange(pictures.filter((p) => p.id !== preview.id));
                  }}
                  className="aspect-[4/3] w-full border border-hairline object-cover"
                />
                <button
                  type="button"
                  aria-label={`Take ${preview.file.name} away`}
                  onClick={() => onChange(pictures.filter((p) => p.id !== preview.id))}
                  className="absolute top-1 right-1 grid size-9 place-items-center rounded-round bg-sheet text-ink"
                >
                  <CrossMark className="size-4" />
                </button>
              </div>
              {place === 0 ? (
                <p className="text-small text-ink-soft">Shown first</p>
              ) : (
                <Button size="small" tone="quiet" className="-ml-3 justify-self-start" onClick={() => toFront(preview.id)}>
                  Show first
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
}

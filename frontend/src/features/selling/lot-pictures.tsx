// The pictures of a listed lot: taking one away, sending more.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import type { Lot } from "@/lib/api/types";
import { newCommandId } from "@/lib/commands/command-id";
import { type Picked, PicturePicker } from "./picture-picker";
import { removePicture, uploadPicture } from "./selling-calls";

export function LotPictures({ lot, onChanged }: { lot: Lot; onChanged: () => void }) {
  const toast = useToast();
  const [picked, setPicked] = useState<Picked[]>([]);
  const [progress, setProgress] = useState<string | null>(null);

  const remove = (n: number) =>
    removePicture(lot.id, n).then(onChanged, (error: unknown) => toast({ tone: "bad", title: "The picture is still there", text: sentence(error) }));

  const send = async () => {
    let left = picked;
    for (const [place, one] of picked.entries()) {
      setProgress(`Sending picture ${place + 1} of ${picked.length}…`);
      try {
        await uploadPicture(lot.id, one.file, one.file.name, one.id);
        left = left.filter((other) => other !== one);
      } catch (error) {
        toast({ tone: "bad", title: `${one.file.name} did not arrive`, text: sentence(error) });
      }
    }
    setProgress(null);
    setPicked(left);
    onChanged();
  };

  return (
    <div className="grid max-w-3xl gap-4">
      {lot.images.length ? (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {lot.images.map((image, place) => (
            <li key={image.n} className="grid gap-1">
              <img src={image.small_url} alt={`Picture ${place + 1}`} className="aspect-[4/3] w-full border border-hairline object-cover" />
              <Button size="small" tone="quiet" className="-ml-3 justify-self-start" aria-label={`Take picture ${place + 1} away`} onClick={() => void remove(image.n)}>
                Take away
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <PicturePicker pictures={picked} onChange={setPicked} newId={newCommandId} />
      {picked.length ? (
        <Button tone="line" className="justify-self-start" isBusy={progress !== null} busyText={progress ?? undefined} onClick={() => void send()}>
          Send {picked.length === 1 ? "the picture" : `${picked.length} pictures`}
        </Button>
      ) : null}
    </div>
  );
}

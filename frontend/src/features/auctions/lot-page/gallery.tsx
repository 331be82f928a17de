// The lot's pictures: one large plate, a row of small ones, and a closer look.
"use client";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { SearchMark } from "@/components/ui/marks";
import { Picture } from "../picture";
import type { Plate } from "../plates";

function Loupe({ plate, title }: { plate: Plate; title: string }) {
  const [isNear, setNear] = useState(false);
  return (
    <div className="max-h-[75vh] overflow-auto bg-plate" tabIndex={0} role="region" aria-label="Picture, scrollable when enlarged">
      <button type="button" onClick={() => setNear(!isNear)} aria-label={isNear ? "Show the whole picture" : "Enlarge"} className={classNames("block", isNear ? "w-[220%] cursor-zoom-out" : "w-full cursor-zoom-in")}>
        <img src={plate.url} alt={title} className={classNames("mx-auto", isNear ? "w-full" : "max-h-[75vh] w-auto")} />
      </button>
    </div>
  );
}

export function Gallery({ plates, title, number }: { plates: Plate[]; title: string; number: number }) {
  const [place, setPlace] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const plate = plates[place] ?? plates[0];
  if (!plate) return <Picture src={null} alt="" number={number} className="aspect-[4/3] w-full border border-hairline" />;
  return (
    <div className="grid gap-3">
      <button type="button" onClick={() => setOpen(true)} aria-label={`Look closer at ${title}`} className="group relative cursor-zoom-in border border-hairline bg-sheet p-2 sm:p-4">
        <Picture src={plate.url} widths={plate.widths} shownWidth="(min-width: 64rem) 45rem, 80vw" alt={title} number={number} isFirst className="max-h-[70vh] w-full object-contain" />
        <span aria-hidden className="absolute right-4 bottom-4 grid size-10 place-items-center rounded-round bg-sheet text-ink-soft opacity-85 group-hover:text-ink sm:right-6 sm:bottom-6">
          <SearchMark className="size-5" />
        </span>
      </button>
      {plates.length > 1 ? (
        <ul className="flex gap-2 overflow-x-auto p-1">
          {plates.map((other, i) => (
            <li key={other.url}>
              <button
                type="button"
                onClick={() => setPlace(i)}
                aria-label={`Picture ${i + 1} of ${plates.length}`}
                aria-current={i === place ? "true" : undefined}
                className={classNames("block border-2 p-0.5", i === place ? "border-wax" : "border-transparent hover:border-edge")}
              >
                <img src={other.small} alt="" loading="lazy" className="h-16 w-20 object-cover" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={title} isWide>
        <Loupe plate={plate} title={title} />
      </Dialog>
    </div>
  );
}

// The hall as a picture one can walk through: fingers and mouse on the canvas, arrows and Enter on the keyboard.
//
// For a screen reader it is a list box of all seats of which only the current one exists as an element.
"use client";
import { type CSSProperties, type KeyboardEvent, useId, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { useMoney } from "@/lib/house/house-context";
import type { IndexedSeat } from "@/lib/seating/seat-index";
import type { SeatPicking } from "@/lib/seating/seat-picking";
import type { Scene } from "./draw-hall";
import { stepOf, walk } from "./roving";
import { type SeatStanding, looksOf, seatWords, standingOf } from "./seat-look";
import { useStage } from "./use-stage";

interface SeatMapProps extends SeatPicking {
  /** Which seats a press means; free and chosen ones, unless told otherwise. */
  canPress?: (standing: SeatStanding, seat: IndexedSeat) => boolean;
  /** What is said of a seat; how it is sold and stands, unless told otherwise. */
  describe?: (seat: IndexedSeat) => string;
  hint?: string;
  className?: string;
}

const isChoosable = (standing: SeatStanding) => standing === "free" || standing === "picked";

const pickHint = "Tap to come nearer, tap a seat to choose it. Pinch or drag as on any map.";

export function SeatMap({ index, states, offerOfZone, picked, mine, canPick, canPress = isChoosable, onToggle, describe, hint = pickHint, className }: SeatMapProps) {
  const money = useMoney();
  const optionId = useId();
  const hintId = useId();
  const [walked, setWalked] = useState(0);
  const [hasFocus, setFocus] = useState(false);
  const { bounds } = index;
  const looks = useMemo(() => looksOf(offerOfZone), [offerOfZone]);
  const standings = { states, picked, mine, offerOfZone };
  const pick = (place: number) => {
    const seat = index.seats[place];
    if (!seat) return;
    setWalked(place);
    if (canPick && canPress(standingOf(seat, standings), seat)) onToggle(seat.id);
  };
  const scene: Scene = { ...standings, index, looks, cursor: hasFocus ? walked : null };
  const { canvas, stage, pointed, isZoomed } = useStage(scene, pick);

  const shown = index.seats[pointed ?? (hasFocus ? walked : -1)];
  const current = index.seats[walked] ?? index.seats[0];
  const words = (seat: IndexedSeat) => describe?.(seat) ?? seatWords(seat, standingOf(seat, standings), offerOfZone.get(seat.zone), money);

  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = stepOf(event.key);
    if (step) {
      const place = walk(index, walked, step);
      setWalked(place);
      stage.current?.goTo(place);
    } else if (event.key === "Enter" || event.key === " ") pick(walked);
    else if (event.key === "+") stage.current?.zoomBy(1.5);
    else if (event.key === "-") stage.current?.zoomBy(1 / 1.5);
    else if (event.key === "0") stage.current?.fit();
    else return;
    event.preventDefault();
  };

  return (
    <div className={classNames("relative border border-hairline bg-sheet", className)}>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={`Seats of ${index.hall.name}`}
        aria-multiselectable="true"
        aria-activedescendant={current ? optionId : undefined}
        aria-describedby={hintId}
        onKeyDown={press}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
        // On a phone the whole hall lies in sight without empty space around it, and there is room to walk in it.
        style={{ "--shape": String((bounds.maxX - bounds.minX) / (bounds.maxY - bounds.minY)) } as CSSProperties}
        className="relative h-[clamp(18rem,calc((100vw-3rem)/var(--shape)),26rem)] max-h-[70vh] sm:h-[34rem]"
      >
        <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full cursor-pointer touch-pan-y" />
        {current ? (
          <div
            key={current.id}
            id={optionId}
            role="option"
            aria-selected={picked.has(current.id)}
            aria-disabled={!canPick || !canPress(standingOf(current, standings), current) || undefined}
            aria-setsize={index.seats.length}
            aria-posinset={current.place + 1}
            className="sr-only"
          >
            {words(current)}
          </div>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-hairline px-3 py-1.5 text-small">
        <p aria-hidden className="min-h-10 grow basis-56 content-center">
          {shown ? words(shown) : <span className="text-ink-soft">{hint}</span>}
        </p>
        <div role="group" aria-label="How near" className="flex flex-wrap gap-1.5">
          <Button tone="line" size="small" className="min-w-11 px-0" aria-label="Go farther" disabled={!isZoomed} onClick={() => stage.current?.zoomBy(1 / 1.6)}>
            −
          </Button>
          <Button tone="line" size="small" className="min-w-11 px-0" aria-label="Come nearer" onClick={() => stage.current?.zoomBy(1.6)}>
            +
          </Button>
          <Button tone="line" size="small" disabled={!isZoomed} onClick={() => stage.current?.fit()}>
            Whole hall
          </Button>
        </div>
      </div>
      <p id={hintId} className="sr-only">
        Arrow keys go from seat to seat, Enter chooses, Page Down goes to the next section, plus and minus zoom.
      </p>
    </div>
  );
}

// Choosing seats: the map or the list, whichever one likes better, and what the marks mean.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { SeatPicking } from "@/lib/seating/seat-picking";
import { Legend } from "./legend";
import { SeatList } from "./seat-list";
import { SeatMap } from "./seat-map";

export function SeatPicker(picking: SeatPicking) {
  const [isList, setList] = useState(false);
  const hasAccessible = picking.index.seats.some((seat) => seat.kind !== "standard");
  return (
    <section aria-labelledby="hall-heading" className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="hall-heading" className="text-head">
          {picking.index.hall.name}
        </h2>
        <div role="group" aria-label="How to show the seats" className="flex gap-1">
          <Button size="small" tone={isList ? "line" : "ink"} aria-pressed={!isList} onClick={() => setList(false)}>
            Map
          </Button>
          <Button size="small" tone={isList ? "ink" : "line"} aria-pressed={isList} onClick={() => setList(true)}>
            List
          </Button>
        </div>
      </div>
      {isList ? <SeatList {...picking} /> : <SeatMap {...picking} />}
      <Legend offerOfZone={picking.offerOfZone} hasAccessible={hasAccessible} />
    </section>
  );
}

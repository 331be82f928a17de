// The same seats as a list: sections, rows, and a button a seat, for those who would rather read than aim.
"use client";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { useMoney } from "@/lib/house/house-context";
import type { IndexedRow } from "@/lib/seating/seat-index";
import type { SeatPicking } from "@/lib/seating/seat-picking";
import { seatWords, standingOf } from "./seat-look";

function Row({ row, picking }: { row: IndexedRow; picking: SeatPicking }) {
  const money = useMoney();
  const [isOpen, setOpen] = useState(false);
  const seats = picking.index.seats.slice(row.first, row.end);
  const standings = seats.map((seat) => standingOf(seat, picking));
  const free = standings.filter((standing) => standing === "free").length;
  const chosen = standings.filter((standing) => standing === "picked").length;
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className="border-b border-hairline">
      <summary className="flex min-h-11 items-center justify-between gap-4">
        <span className="font-semibold">Row {row.name}</span>
        <span className="text-small text-ink-soft">
          {chosen ? `${chosen} chosen, ` : ""}
          {free} of {seats.length} free
        </span>
      </summary>
      {isOpen ? (
        <ul className="flex flex-wrap gap-1.5 pb-4">
          {seats.map((seat, n) => {
            const standing = standings[n]!;
            const isChoosable = standing === "free" || standing === "picked";
            return (
              <li key={seat.id}>
                <button
                  type="button"
                  aria-pressed={standing === "picked"}
                  aria-disabled={!isChoosable || !picking.canPick || undefined}
                  aria-label={seatWords(seat, standing, picking.offerOfZone.get(seat.zone), money)}
                  onClick={() => isChoosable && picking.canPick && picking.onToggle(seat.id)}
                  className={classNames(
                    "grid min-h-11 min-w-11 place-items-center border px-1 font-semibold",
                    seat.kind === "standard" ? "rounded-round" : "rounded-edge",
                    standing === "picked" && "border-wax-solid bg-wax-solid text-on-wax",
                    standing === "mine" && "border-2 border-wax text-wax",
                    standing === "free" && "border-edge hover:border-ink hover:bg-plate",
                    !isChoosable && standing !== "mine" && "border-hairline text-ink-soft line-through",
                  )}
                >
                  {seat.number}
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </details>
  );
}

export function SeatList(picking: SeatPicking) {
  const { index } = picking;
  const sections = [...new Set(index.rows.map((row) => row.section))];
  return (
    <div className="max-h-[34rem] overflow-y-auto border border-hairline bg-sheet p-4" tabIndex={0} role="region" aria-label="Seats as a list">
      {sections.map((section) => (
        <section key={section} aria-label={section} className="mb-6 last:mb-0">
          <h3 className="border-b-2 border-ink pb-1 text-title">{section}</h3>
          {index.rows
            .filter((row) => row.section === section)
            .map((row) => (
              <Row key={row.first} row={row} picking={picking} />
            ))}
        </section>
      ))}
    </div>
  );
}

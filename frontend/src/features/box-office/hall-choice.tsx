// Which hall an event is in: none, or one of one's own, with its zones ready to be sold.
"use client";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { Hall } from "@/lib/api/tickets";
import { useDoor } from "@/lib/api/use-door";
import { fetchMyHalls } from "./box-office-calls";

interface HallChoiceProps {
  hallId: string;
  hall: Hall | null;
  /** An event that is listed keeps its hall unless another is chosen. */
  isListed: boolean;
  onChoose: (hallId: string) => void;
  onSellZones: (hall: Hall) => void;
  blocked: ReadonlySet<string>;
  onBlock: (seatId: string) => void;
  renderHall: RenderHall;
}

/** Draws a hall whose seats can be kept from the sale by a press. */
export type RenderHall = (hall: Hall, blocked: ReadonlySet<string>, onPress: (seatId: string) => void) => ReactNode;

export function HallChoice({ hallId, hall, isListed, onChoose, onSellZones, blocked, onBlock, renderHall }: HallChoiceProps) {
  const view = useDoor("my-halls", fetchMyHalls);
  const halls = view.state.kind === "ready" ? view.state.data.items : [];
  return (
    <section aria-labelledby="hall-choice-heading" className="grid gap-4">
      <h2 id="hall-choice-heading" className="text-head">
        Hall
      </h2>
      <div className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
        <SelectField label="Where people sit" name="seat_map_id" value={hallId} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{isListed ? "As it is" : "No numbered seats"}</option>
          {halls.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} ({[one.seats ? `${one.seats} seats` : null, one.standing ? `${one.standing} standing` : null].filter(Boolean).join(", ")})
            </option>
          ))}
        </SelectField>
        {isListed ? null : (
          <ButtonLink tone="line" href="/sell/halls/new?for=event">
            Draw a hall
          </ButtonLink>
        )}
      </div>
      {hall ? (
        <>
          {renderHall(hall, blocked, onBlock)}
          <Button tone="line" className="justify-self-start" onClick={() => onSellZones(hall)}>
            Make one ticket of each zone
          </Button>
        </>
      ) : null}
    </section>
  );
}

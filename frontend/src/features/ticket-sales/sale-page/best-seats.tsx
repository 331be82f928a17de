// "Just give us good ones": so many seats of a kind, chosen by the house, together where there is room.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Stepper } from "@/components/ui/stepper";
import type { TicketType } from "@/lib/api/tickets";
import { orderSeatsMax } from "../buying/pick-plan";
import type { Asked } from "../buying/wish";

interface BestSeatsProps {
  types: readonly TicketType[];
  limitPerPerson: number | null;
  orderMax: number | null;
  isWaiting: boolean;
  onAsk: (asked: Asked, what: string) => void;
}

export function BestSeats({ types, limitPerPerson, orderMax, isWaiting, onAsk }: BestSeatsProps) {
  const seatsMax = Math.min(orderMax ?? orderSeatsMax, limitPerPerson ?? Infinity);
  const [typeId, setTypeId] = useState(types[0]?.id);
  const [quantity, setQuantity] = useState(Math.min(2, seatsMax));
  const type = types.find((one) => one.id === typeId) ?? types[0];
  if (!type) return null;
  return (
    <fieldset className="grid gap-3 border border-hairline p-4">
      <legend className="px-1 font-semibold">Best available</legend>
      {types.length > 1 ? (
        <SelectField label="Where" value={type.id} onChange={(event) => setTypeId(Number(event.target.value))}>
          {types.map((one) => (
            <option key={one.id} value={one.id}>
              {one.seat_type}
            </option>
          ))}
        </SelectField>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Stepper label="How many seats together" value={quantity} min={1} max={seatsMax} onChange={setQuantity} />
        <Button
          tone="line"
          className="grow"
          aria-disabled={isWaiting || undefined}
          onClick={() => {
            if (!isWaiting) onAsk({ kind: "best", typeId: type.id, quantity }, `the best ${quantity} × ${type.seat_type}`);
          }}
        >
          Find {quantity === 1 ? "a seat" : `${quantity} together`}
        </Button>
      </div>
    </fieldset>
  );
}

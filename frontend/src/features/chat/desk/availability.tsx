// Coming and going: whether one takes conversations now, and how many at once.
"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { sayAvailability } from "./desk-calls";
import { useDesk } from "./desk-context";

const capacityMax = 50;

export function Availability() {
  const { desk } = useDesk();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  if (desk.state.kind !== "ready") return null;
  const { is_available: isAvailable, capacity } = desk.state.data;
  const say = (next: { is_available: boolean; capacity: number }) => {
    setBusy(true);
    sayAvailability(next)
      .then((answer) => desk.change(() => answer))
      .catch((error: unknown) => toast({ tone: "bad", title: "Nothing was changed", text: sentence(error) }))
      .finally(() => setBusy(false));
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        size="small"
        tone={isAvailable ? "ink" : "line"}
        role="switch"
        aria-checked={isAvailable}
        disabled={isBusy}
        onClick={() => say({ is_available: !isAvailable, capacity })}
      >
        <span aria-hidden className={`size-2.5 rounded-round ${isAvailable ? "bg-laurel" : "bg-edge"}`} />
        {isAvailable ? "You are at the desk" : "Come to the desk"}
      </Button>
      <label className="flex items-center gap-2 text-small text-ink-soft">
        at once
        <select
          value={capacity}
          disabled={isBusy}
          onChange={(event) => say({ is_available: isAvailable, capacity: Number(event.target.value) })}
          className="min-h-9 rounded-edge border border-edge bg-sheet px-1 text-ink"
        >
          {Array.from({ length: capacityMax }, (_, n) => n + 1).map((n) => (
            <option key={n}>{n}</option>
          ))}
        </select>
      </label>
    </div>
  );
}

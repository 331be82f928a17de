// The tools of a hall: what a press on a seat does, to one seat or to its row, and the names of the zones.
"use client";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { Hall } from "@/lib/api/tickets";
import { type Scope, type Tool, addZone, placesOf, removeZone, renameZone } from "./hall-tools";

interface ToolsProps {
  hall: Hall;
  tool: Tool;
  scope: Scope;
  canUndo: boolean;
  onTool: (tool: Tool) => void;
  onScope: (scope: Scope) => void;
  onChange: (hall: Hall) => void;
  onUndo: () => void;
}

function Choice({ isChosen, onChoose, children }: { isChosen: boolean; onChoose: () => void; children: string }) {
  return (
    <Button size="small" tone={isChosen ? "ink" : "line"} aria-pressed={isChosen} onClick={onChoose} className="min-h-11">
      {children}
    </Button>
  );
}

/** What a press would do now, in one sentence. */
export function toolHint(hall: Hall, tool: Tool, scope: Scope): string {
  const what = scope === "row" ? "its whole row" : "it";
  switch (tool.kind) {
    case "accessible":
      return `Press a seat to make ${what} a wheelchair place, again for an ordinary one.`;
    case "companion":
      return `Press a seat to make ${what} a companion’s, again for an ordinary one.`;
    case "aisle":
      return scope === "row" ? "Press a seat to open or close an aisle behind it through all rows." : "Press a seat to open or close an aisle behind it.";
    case "zone":
      return `Press a seat to put ${what} into ${hall.zones.find((zone) => zone.id === tool.zone)?.name ?? "the zone"}.`;
  }
}

function Zones({ hall, tool, onTool, onChange }: Pick<ToolsProps, "hall" | "tool" | "onTool" | "onChange">) {
  const places = placesOf(hall);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold">Zones</legend>
      <p className="text-small text-ink-soft">Each is sold by a ticket of its own. Seats of a zone that no ticket sells are not for sale.</p>
      {hall.zones.map((zone) => (
        <div key={zone.id} className="grid grid-cols-[1fr_auto_auto] items-center gap-2">
          <input
            aria-label={`Name of zone ${zone.name}`}
            value={zone.name}
            maxLength={80}
            onChange={(event) => onChange(renameZone(hall, zone.id, event.target.value))}
            className="min-h-11 w-full min-w-0 rounded-edge border border-edge bg-sheet px-3 hover:border-ink"
          />
          <Button
            size="small"
            tone={tool.kind === "zone" && tool.zone === zone.id ? "ink" : "line"}
            aria-pressed={tool.kind === "zone" && tool.zone === zone.id}
            onClick={() => onTool({ kind: "zone", zone: zone.id })}
            className="min-h-11"
          >
            Put in
          </Button>
          {places.has(zone.id) ? (
            <span className="min-w-11 text-right text-small text-ink-soft">{places.get(zone.id)}</span>
          ) : (
            <Button size="small" tone="line" className="min-h-11 min-w-11" aria-label={`Take zone ${zone.name} away`} onClick={() => onChange(removeZone(hall, zone.id))}>
              −
            </Button>
          )}
        </div>
      ))}
      <Button
        size="small"
        tone="line"
        className="min-h-11 justify-self-start"
        onClick={() => {
          const added = addZone(hall);
          onChange(added.hall);
          onTool({ kind: "zone", zone: added.id });
        }}
      >
        Another zone
      </Button>
    </fieldset>
  );
}

export function HallTools({ hall, tool, scope, canUndo, onTool, onScope, onChange, onUndo }: ToolsProps) {
  return (
    <section aria-labelledby="tools-heading" className="grid gap-4 border border-hairline p-4">
      <h2 id="tools-heading" className="text-title">
        By hand
      </h2>
      <div role="group" aria-label="What a press does" className="flex flex-wrap gap-2">
        <Choice isChosen={tool.kind === "accessible"} onChoose={() => onTool({ kind: "accessible" })}>
          Wheelchair place
        </Choice>
        <Choice isChosen={tool.kind === "companion"} onChoose={() => onTool({ kind: "companion" })}>
          Companion
        </Choice>
        <Choice isChosen={tool.kind === "aisle"} onChoose={() => onTool({ kind: "aisle" })}>
          Aisle
        </Choice>
      </div>
      <div role="group" aria-label="For how much" className="flex flex-wrap gap-2">
        <Choice isChosen={scope === "seat"} onChoose={() => onScope("seat")}>
          One seat
        </Choice>
        <Choice isChosen={scope === "row"} onChoose={() => onScope("row")}>
          {tool.kind === "aisle" ? "All rows" : "Its row"}
        </Choice>
        <Button size="small" tone="quiet" disabled={!canUndo} onClick={onUndo} className={classNames("min-h-11", !canUndo && "invisible")}>
          Undo
        </Button>
      </div>
      <Zones hall={hall} tool={tool} onTool={onTool} onChange={onChange} />
    </section>
  );
}

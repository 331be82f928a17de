// The keys of the console: single letters outside of fields, listed by "?", and switched off by whoever they disturb.
"use client";
import { useEffect, useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox } from "@/components/ui/field";
import { browserDisk } from "@/lib/commands/safe-storage";

export interface Shortcut {
  key: string;
  words: string;
  run: () => void;
}

const offKey = "saleroom.desk.keys-off";

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}

/** Listens for the keys while nothing is typed and no dialog is open. */
export function useShortcuts(shortcuts: Shortcut[], isOn = true): void {
  const newest = useRef(shortcuts);
  useEffect(() => {
    newest.current = shortcuts;
  });
  useEffect(() => {
    if (!isOn) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || document.querySelector("dialog[open]")) return;
      if (browserDisk().getItem(offKey) && event.key !== "?") return;
      const found = newest.current.find(({ key }) => key === event.key);
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [isOn]);
}

const rows: [string, string][] = [
  ["1 2 3", "Queue, mine, all"],
  ["j  k", "Next and previous conversation"],
  ["r", "Write an answer"],
  ["/", "In the field: quick replies by code or words; ↑ ↓ choose, Enter takes"],
  ["Esc", "Leave the field"],
  ["t", "Take this conversation"],
  ["a", "Give it to somebody"],
  ["e", "Settle it, or open it again"],
  ["s", "Set it aside"],
  ["?", "This list"],
];

export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [isOff, setOff] = useState(() => typeof window !== "undefined" && Boolean(browserDisk().getItem(offKey)));
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Keys of the desk">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6">
        {rows.map(([keys, words]) => (
          <div key={keys} className="col-span-2 grid grid-cols-subgrid border-b border-hairline py-1.5">
            <dt className="font-semibold whitespace-pre">{keys}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label="Single keys do something"
        checked={!isOff}
        onChange={(event) => {
          setOff(!event.target.checked);
          if (event.target.checked) browserDisk().removeItem(offKey);
          else browserDisk().setItem(offKey, "1");
        }}
      />
    </Dialog>
  );
}

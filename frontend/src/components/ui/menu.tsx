// A short list of acts behind one button; it closes when one is chosen, by Escape, and when one looks elsewhere.
"use client";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classNames } from "./class-names";
import { DotsMark } from "./marks";

export interface MenuAct {
  label: string;
  onChoose: () => void;
  isDanger?: boolean;
}

export function Menu({ label, acts, children, className }: { label: string; acts: MenuAct[]; children?: ReactNode; className?: string }) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();
  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", elsewhere);
    return () => document.removeEventListener("pointerdown", elsewhere);
  }, [isOpen]);
  return (
    <div
      ref={box}
      className={classNames("relative", className)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !box.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => setOpen(!isOpen)}
        className="inline-flex min-h-9 min-w-9 items-center justify-center gap-2 text-ink-soft hover:text-ink"
      >
        {children ?? <DotsMark className="size-5" />}
        <span className="sr-only">{label}</span>
      </button>
      {isOpen ? (
        <ul id={listId} className="arrives absolute right-0 z-40 grid w-max max-w-[calc(100vw-2rem)] border border-edge bg-sheet py-1 shadow-lift">
          {acts.map((act) => (
            <li key={act.label}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  button.current?.focus();
                  act.onChoose();
                }}
                className={classNames("min-h-10 w-full px-4 text-left hover:bg-plate", act.isDanger && "text-wax")}
              >
                {act.label}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

// A modal question or view on the browser's own dialog: focus, Escape and the inert page come with it.
"use client";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "./class-names";
import { CrossMark } from "./marks";

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  isWide?: boolean;
  children: ReactNode;
}

export function Dialog({ isOpen, onClose, title, isWide, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (isOpen && !dialog.open) dialog.showModal();
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
      className={classNames(
        "m-auto w-[calc(100%-2rem)] border-t-4 border-t-wax-solid bg-sheet text-ink shadow-lift",
        isWide ? "max-w-5xl" : "max-w-md",
      )}
    >
      {isOpen ? (
        <div className="grid gap-4 p-5 sm:p-7">
          <div className="flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-head">
              {title}
            </h2>
            <button type="button" onClick={onClose} aria-label="Close" className="-m-2 grid size-11 shrink-0 place-items-center text-ink-soft hover:text-ink">
              <CrossMark className="size-5" />
            </button>
          </div>
          {children}
        </div>
      ) : null}
    </dialog>
  );
}

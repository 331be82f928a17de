// Turns the pages of a list that is read in the browser.
"use client";
import { Button } from "./button";

interface PageTurnerProps {
  /** From 0. */
  page: number;
  size: number;
  total: number;
  onTurn: (page: number) => void;
  back?: string;
  on?: string;
}

/** Nothing where everything is on one page. */
export function PageTurner({ page, size, total, onTurn, back = "Previous", on = "Next" }: PageTurnerProps) {
  if (total <= size) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex items-center justify-between">
      <Button tone="line" size="small" disabled={page === 0} onClick={() => onTurn(page - 1)}>
        {back}
      </Button>
      <p className="text-small text-ink-soft">
        {page * size + 1}–{Math.min(total, (page + 1) * size)} of {total}
      </p>
      <Button tone="line" size="small" disabled={(page + 1) * size >= total} onClick={() => onTurn(page + 1)}>
        {on}
      </Button>
    </nav>
  );
}

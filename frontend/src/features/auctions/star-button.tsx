// The star that marks a favourite.
"use client";
import { classNames } from "@/components/ui/class-names";
import { StarMark } from "@/components/ui/marks";
import { useFavourite } from "./favourites-context";

export function StarButton({ lotId, title, className }: { lotId: number; title: string; className?: string }) {
  const { isStarred, toggle } = useFavourite(lotId);
  return (
    <button
      type="button"
      aria-pressed={isStarred}
      aria-label={`Favourite: ${title}`}
      onClick={toggle}
      className={classNames("grid size-11 place-items-center transition-colors duration-(--quick)", isStarred ? "text-wax" : "text-ink-soft hover:text-wax", className)}
    >
      <StarMark filled={isStarred} className="size-6" />
    </button>
  );
}

// The quiet button in the lower corner of every page; on a phone it steps aside while one reads on.
"use client";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { LetterMark } from "@/components/ui/marks";
import { useAsk, useAsking } from "./help-context";
import type * as HelpPanelPart from "./help-panel";

/** Pages that are conversations themselves, or whose whole screen is one tool. */
const withoutHelp = [/^\/messages(?:\/|$)/, /^\/desk(?:\/|$)/, /^\/scan\//, /^\/admin\/conversations(?:\/|$)/];
/** Where the desk on the right is what everybody looks for: the button stands on the other side as soon as there are two. */
const withDesk = /^\/lots\//;
const stepPx = 8;

const quietMs = 3_000;
const againMs = 2_000;

/**
 * The panel is no part of what a page needs to be read, so it is fetched when the page has come to rest, or is wanted.
 * A line that is away then does not matter: it is tried again.
 */
function useHelpPart(isWanted: boolean): typeof HelpPanelPart | null {
  const [part, setPart] = useState<typeof HelpPanelPart | null>(null);
  const isHere = part !== null;
  useEffect(() => {
    if (isHere) return;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout>;
    const fetchPanel = () => {
      import("./help-panel").then(
        (fetched) => isGone || setPart(fetched),
        () => {
          if (!isGone) timer = setTimeout(fetchPanel, againMs);
        },
      );
    };
    timer = setTimeout(fetchPanel, isWanted ? 0 : quietMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isWanted, isHere]);
  return part;
}

/** True while one scrolls down through a page that goes on. */
function useIsReadingOn(): boolean {
  const [isReadingOn, setReadingOn] = useState(false);
  useEffect(() => {
    let last = window.scrollY;
    const moved = () => {
      const delta = window.scrollY - last;
      if (Math.abs(delta) < stepPx) return;
      last = window.scrollY;
      const isAtEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - stepPx;
      setReadingOn(delta > 0 && !isAtEnd);
    };
    window.addEventListener("scroll", moved, { passive: true });
    return () => window.removeEventListener("scroll", moved);
  }, []);
  return isReadingOn;
}

export function HelpCorner() {
  const path = usePathname();
  const asking = useAsking();
  const ask = useAsk();
  const part = useHelpPart(asking !== null);
  const isReadingOn = useIsReadingOn();
  if (withoutHelp.some((shape) => shape.test(path))) return null;
  return (
    <aside aria-label="Help">
      {/* Room at the foot of the page, so that nothing ends beneath the button. */}
      <div aria-hidden className="h-16 print:hidden" />
      {asking && part ? (
        <part.HelpPanel key={`${asking.to} ${asking.context?.about} ${asking.context?.id}`} asking={asking} />
      ) : (
        <button
          type="button"
          onClick={() => ask("help")}
          className={classNames(
            "fixed right-3 bottom-3 z-30 inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-round border border-edge bg-sheet text-small font-semibold text-ink shadow-lift transition-transform duration-(--calm) hover:border-ink focus-visible:translate-y-0 sm:translate-y-0 sm:px-3.5 print:hidden",
            withDesk.test(path) && "lg:right-auto lg:left-3",
            isReadingOn && "translate-y-20",
          )}
        >
          <LetterMark className="size-5 text-wax" />
          <span className="max-sm:sr-only">Help</span>
        </button>
      )}
    </aside>
  );
}

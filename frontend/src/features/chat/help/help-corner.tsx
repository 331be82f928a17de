// The quiet button that opens the panel of questions: in the lower corner of a wide page, in the head of a narrow one.
"use client";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { LetterMark } from "@/components/ui/marks";
import { useAsk, useAsking } from "./help-context";
import type * as HelpPanelPart from "./help-panel";

/** Pages that are conversations themselves, or whose whole screen is one tool. */
const withoutHelp = [/^\/messages(?:\/|$)/, /^\/desk(?:\/|$)/, /^\/scan\//, /^\/admin\/conversations(?:\/|$)/];
/** Where the desk or the counter on the right is what everybody looks for: the button stands on the other side. */
const withDesk = /^\/(lots|events)\/\d+$/;

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

function useHasHelp(): boolean {
  const path = usePathname();
  return !withoutHelp.some((shape) => shape.test(path));
}

/** Where a page is one column, its buttons go from edge to edge: whatever floats would lie on one of them, so help stands in the head. */
export function HelpWay() {
  const ask = useAsk();
  if (!useHasHelp()) return null;
  return (
    <button type="button" onClick={() => ask("help")} className="inline-flex min-h-11 items-center border-l border-hairline pb-0.5 pl-3 whitespace-nowrap text-ink-soft hover:text-ink lg:hidden print:hidden">
      Help
    </button>
  );
}

export function HelpCorner() {
  const path = usePathname();
  const asking = useAsking();
  const ask = useAsk();
  const part = useHelpPart(asking !== null);
  const hasHelp = useHasHelp();
  if (!hasHelp) return null;
  const isOpen = asking !== null && part !== null;
  return (
    <aside aria-label="Help">
      {/* Room at the foot of the page, so that nothing ends beneath the button. */}
      <div aria-hidden className="h-16 max-lg:hidden print:hidden" />
      {isOpen ? <part.HelpPanel key={`${asking.to} ${asking.context?.about} ${asking.context?.id}`} asking={asking} /> : null}
      {/* Out of sight while the panel is open, but there: a button that is hidden loses the focus before the panel can note where to give it back. */}
      <button
        type="button"
        tabIndex={isOpen ? -1 : undefined}
        onClick={() => ask("help")}
        className={classNames(
          "fixed right-3 bottom-3 z-30 inline-flex min-h-11 items-center justify-center gap-2 rounded-round border border-edge bg-sheet px-3.5 text-small font-semibold text-ink shadow-lift hover:border-ink max-lg:hidden print:hidden",
          withDesk.test(path) && "right-auto left-3",
          isOpen && "pointer-events-none opacity-0",
        )}
      >
        <LetterMark className="size-5 text-wax" />
        Help
      </button>
    </aside>
  );
}

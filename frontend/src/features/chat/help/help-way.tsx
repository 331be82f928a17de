// The way to the panel of questions, and the place where it opens.
"use client";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useAsk, useAsking } from "./help-context";
import type * as HelpPanelPart from "./help-panel";

/** Pages that are conversations themselves, or whose whole screen is one tool. */
const withoutHelp = [/^\/messages(?:\/|$)/, /^\/desk(?:\/|$)/, /^\/scan\//, /^\/admin\/conversations(?:\/|$)/];

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

/** Stands in the head of every page: whatever floats lies on something that somebody came to press, on a phone on a button, on a wide page on a seat. */
export function HelpWay() {
  const ask = useAsk();
  if (!useHasHelp()) return null;
  return (
    <button type="button" onClick={() => ask("help")} className="inline-flex min-h-11 items-center border-l border-hairline pb-0.5 pl-3 whitespace-nowrap text-ink-soft hover:text-ink print:hidden">
      Help
    </button>
  );
}

/** The panel, once it is asked for. */
export function HelpPlace() {
  const asking = useAsking();
  const part = useHelpPart(asking !== null);
  if (!useHasHelp() || asking === null || part === null) return null;
  return (
    <aside aria-label="Help">
      <part.HelpPanel key={`${asking.to} ${asking.context?.about} ${asking.context?.id}`} asking={asking} />
    </aside>
  );
}

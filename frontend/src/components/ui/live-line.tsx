// Says whether what one sees is live, and what is being done when it is not.
"use client";
import type { ReactNode } from "react";
import type { ConnectionState } from "@/lib/realtime/connection";

const words: Record<Exclude<ConnectionState["name"], "closed">, string> = {
  idle: "Connecting…",
  connecting: "Connecting…",
  live: "Live",
  resuming: "Connection lost – coming back",
  offline: "You are offline – this is how it last stood",
};

const closedWords = {
  signed_out: "Your session ended – sign in to watch live",
  forbidden: "This room is not open to you",
};

interface LiveLineProps {
  line: ConnectionState;
  /** What is watched: "This lot". */
  thing: string;
  onRetry: () => void;
  /** Said beside it while it is live. */
  children?: ReactNode;
}

function wordsOf(line: ConnectionState, thing: string): string {
  if (line.name !== "closed") return words[line.name];
  return line.reason === "unknown" ? `${thing} is no longer here` : closedWords[line.reason];
}

export function LiveLine({ line, thing, onRetry, children }: LiveLineProps) {
  const isLive = line.name === "live";
  const isBroken = line.name === "resuming" || line.name === "offline" || line.name === "closed";
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 text-small">
      <p role="status" className="flex items-center gap-2">
        <span aria-hidden className={`size-2 rounded-round ${isLive ? "bg-laurel" : isBroken ? "bg-wax" : "breathes bg-edge"}`} />
        {wordsOf(line, thing)}
      </p>
      {line.name === "resuming" && line.retryInMs !== null ? (
        <button type="button" onClick={onRetry} className="min-h-9 font-semibold underline underline-offset-4">
          Try now
        </button>
      ) : null}
      {isLive ? children : null}
    </div>
  );
}

// What is on its way or was refused: shown where it will stand, with the one thing that can be done about it.
"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Press, PressPhase } from "@/lib/commands/press-desk";
import type { ChatLine } from "../live/chat-line";
import type { Saying } from "../live/saying";
import type { Unsent } from "../live/unsent";
import type { Uploading } from "./use-uploads";
import { SlipPaper, Words } from "./slip";

const phaseWords: Record<PressPhase, string> = {
  sending: "Sending…",
  checking: "Waiting for the line…",
  asking: "From an earlier visit; nobody answered yet",
  signed_out: "Sign in to send it",
  forgotten: "From long ago; nobody answered",
};

function Waiting({ saying, words, isAlarm, children }: { saying: Pick<Saying, "content" | "kind" | "filename">; words: string; isAlarm?: boolean; children?: ReactNode }) {
  return (
    <li className="ml-auto grid max-w-[min(34rem,88%)] justify-items-end gap-0.5">
      <SlipPaper isOwn isFaint>
        <Words message={{ ...saying, isHidden: false, hiddenBy: null }} />
      </SlipPaper>
      <div role={isAlarm ? "alert" : undefined} className={`flex min-h-6 flex-wrap items-center justify-end gap-x-2 text-small ${isAlarm ? "text-wax" : "text-ink-soft"}`}>
        <span>{words}</span>
        {children}
      </div>
    </li>
  );
}

function Again({ onAgain, onAside, words }: { onAgain: () => void; onAside: () => void; words: string }) {
  return (
    <>
      <Button size="small" tone="quiet" onClick={onAgain}>
        {words}
      </Button>
      <Button size="small" tone="quiet" onClick={onAside}>
        Discard
      </Button>
    </>
  );
}

function UploadSlip({ one }: { one: Uploading }) {
  return (
    <li className="ml-auto grid max-w-[min(34rem,88%)] justify-items-end gap-0.5">
      <SlipPaper isOwn isFaint>
        {one.preview ? <img src={one.preview} alt={one.file.name} className="h-44 w-auto max-w-full min-w-24 object-cover opacity-60" /> : one.file.name}
      </SlipPaper>
      {one.reason === null ? (
        <p role="status" className="min-h-6 text-small text-ink-soft">
          Uploading {one.file.name}…
        </p>
      ) : (
        <div role="alert" className="flex min-h-6 flex-wrap items-center justify-end gap-x-2 text-small text-wax">
          <span>{one.reason}</span>
          <Again onAgain={one.again} onAside={one.discard} words="Try again" />
        </div>
      )}
    </li>
  );
}

interface WaitingSlipsProps {
  line: ChatLine;
  presses: Press<Saying>[];
  unsent: Unsent[];
  uploads: Uploading[];
}

export function WaitingSlips({ line, presses, unsent, uploads }: WaitingSlipsProps) {
  return (
    <>
      {unsent.map((one) => (
        <Waiting key={one.id} saying={one.saying} words={`Not sent: ${one.reason}`} isAlarm>
          <Again onAgain={() => line.sayAgain(one.id)} onAside={() => line.putAside(one.id)} words="Send again" />
        </Waiting>
      ))}
      {uploads.map((one) => (
        <UploadSlip key={one.key} one={one} />
      ))}
      {presses.map(({ entry, phase }) => (
        <Waiting key={entry.id} saying={entry} words={phaseWords[phase]}>
          {phase !== "sending" && phase !== "checking" ? <Again onAgain={() => line.askAgain(entry.id)} onAside={() => line.putAside(entry.id)} words="Send it now" /> : null}
        </Waiting>
      ))}
    </>
  );
}

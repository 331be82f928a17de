// The answer to the last scan, large: a mark, a word, what to do; green, amber or red underneath.
"use client";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { CheckMark, CrossMark } from "@/components/ui/marks";
import { Moment } from "@/components/ui/moment";
import type { Press } from "@/lib/commands/press-desk";
import type { AnsweredScan } from "./door-desk";
import type { Scan } from "./scan";

const looks = { go: "bg-laurel text-paper", ask: "bg-amber text-paper", stop: "bg-wax-solid text-on-wax" } as const;

function Mark({ tone }: { tone: keyof typeof looks }) {
  if (tone === "go") return <CheckMark className="size-20 stroke-[3.5]" />;
  if (tone === "stop") return <CrossMark className="size-20 stroke-[3.5]" />;
  return (
    <span aria-hidden className="text-[5rem] leading-none font-bold">
      ?
    </span>
  );
}

function Answered({ answered }: { answered: AnsweredScan }) {
  const { verdict, ticketType, place, holder } = answered;
  return (
    <div key={answered.id} className={classNames("arrives grid min-h-72 content-center justify-items-center gap-2 p-6 text-center", looks[verdict.tone])}>
      <Mark tone={verdict.tone} />
      <p className="font-display text-cover leading-none font-semibold">{verdict.title}</p>
      {ticketType ? <p className="text-title font-semibold">{ticketType}</p> : null}
      {place ? <p className="text-title">{place}</p> : null}
      {holder ? <p className="text-lead">{holder}</p> : null}
      <p className="text-lead">
        {verdict.text}
        {verdict.before ? (
          <>
            {" "}
            At <Moment iso={verdict.before.at} style="seconds" className="font-semibold" />
            {verdict.before.gate ? `, ${verdict.before.gate}` : ""}.
          </>
        ) : null}
        {verdict.opensAt ? (
          <>
            {" "}
            From <Moment iso={verdict.opensAt} className="font-semibold" />.
          </>
        ) : null}
      </p>
    </div>
  );
}

interface BigAnswerProps {
  waiting: Press<Scan>[];
  answered: AnsweredScan | null;
  onAskAgain: (id: string) => void;
  onPutAside: (id: string) => void;
}

export function BigAnswer({ waiting, answered, onAskAgain, onPutAside }: BigAnswerProps) {
  const unknown = waiting.filter((press) => press.phase !== "sending");
  const isAsking = waiting.length > 0 && unknown.length === 0;
  // Whoever stands here was scanned later: the welcome of the one before must not be read as his.
  const isAnotherOnes = answered !== null && unknown.some(({ entry }) => entry.pressedAt > answered.at);
  return (
    <div className="grid gap-3">
      {unknown.length ? (
        <div role="alert" className="grid gap-2 border-4 border-dashed border-amber bg-amber-wash p-5">
          <p className="text-title font-semibold">{unknown.length === 1 ? "No answer yet" : `No answer yet to ${unknown.length} scans`}</p>
          <p>The line is bad. We keep asking with the same number, so nobody is counted twice. Until then it is not known whether they may come in.</p>
          {unknown
            .filter((press) => press.phase !== "checking")
            .map(({ entry }) => (
              <div key={entry.id} className="flex flex-wrap items-center gap-2">
                <span className="break-all">…{entry.token.slice(-8)} is from earlier.</span>
                <Button size="small" onClick={() => onAskAgain(entry.id)}>
                  Ask again
                </Button>
                <Button size="small" tone="line" onClick={() => onPutAside(entry.id)}>
                  Put aside
                </Button>
              </div>
            ))}
        </div>
      ) : null}
      <div aria-live="assertive" aria-busy={isAsking || undefined} className={classNames(isAsking && "opacity-60")}>
        {isAnotherOnes ? null : answered ? (
          <Answered answered={answered} />
        ) : (
          <div className="grid min-h-72 place-content-center border-2 border-dashed border-edge p-6 text-center text-lead text-ink-soft">Show a code to the camera, or scan it.</div>
        )}
      </div>
    </div>
  );
}

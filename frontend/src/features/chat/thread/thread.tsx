// A conversation on the page: what was said, what is on its way, who writes just now, and where one writes oneself.
"use client";
import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { hasRole } from "@/lib/session/gate";
import { useUser } from "@/lib/session/session-context";
import { useChat, useChatLine, useIsOnScreen, useLineView, useTalk } from "../live/chat-context";
import { takeAway, useReadingAlong } from "../live/reading-along";
import { type Place, isAt, keyOfPlace } from "../live/saying";
import { type Message, type Talk, markOf, sideOfPerson } from "../talk-state";
import { isHelp } from "../wording";
import { Composer, type ComposerHandle, type MakeAssist } from "./composer";
import { type Run, runsOf } from "./layout";
import { ReportDialog } from "./report-dialog";
import { Slip } from "./slip";
import { useScroll } from "./use-scroll";
import { useUploads } from "./use-uploads";
import { WaitingSlips } from "./waiting-slips";

export interface ThreadProps {
  place: Place;
  /** What stands in an empty conversation. */
  opening?: ReactNode;
  /** Somebody who only looks on reads, and leaves no trace of it. */
  isReadOnly?: boolean;
  label?: string;
  /** Stands instead of the send button where nobody is signed in. */
  instead?: ReactNode;
  assist?: MakeAssist;
  /** Called after each text that one sent from here. */
  onSaid?: () => void;
  composer?: RefObject<ComposerHandle | null>;
  className?: string;
}

interface RunProps {
  run: Run;
  talk: Talk;
  side: 0 | 1 | null;
  nameOf: (run: Run) => string;
  onHide: (message: Message) => void;
  onReport: (message: Message) => void;
}

/** What somebody may do with the messages of a run: one's own are taken back; staff take away a customer's, administrators any. */
function useActs({ run, talk, side, onHide, onReport }: RunProps): (message: Message) => { label: string; onChoose: () => void }[] {
  const user = useUser();
  const isOwn = run.side === side;
  const mayTakeAway = (user && hasRole(user, "admin")) || (side === 1 && isHelp(talk.info));
  return (message) => {
    if (isOwn) return [{ label: "Take back", onChoose: () => onHide(message) }];
    const report = { label: "Report", onChoose: () => onReport(message) };
    return mayTakeAway ? [report, { label: "Take away", onChoose: () => onHide(message) }] : [report];
  };
}

function RunView(props: RunProps) {
  const { run, talk, side, nameOf } = props;
  const isOwn = run.side === (side ?? 1);
  const actsFor = useActs(props);
  return (
    <>
      {run.dayMs === null ? null : (
        <li className="eyebrow py-2 text-center text-ink-soft">
          <Moment iso={new Date(run.dayMs).toISOString()} style="day" />
        </li>
      )}
      <li className="grid gap-1">
        <p className={classNames("text-small font-semibold", isOwn ? "text-right" : null)}>{nameOf(run)}</p>
        {run.messages.map((message) => (
          <Slip
            key={message.seq}
            message={message}
            isOwn={isOwn}
            mark={isOwn && !message.isHidden ? markOf(talk.info, message) : null}
            acts={actsFor(message)}
          />
        ))}
      </li>
    </>
  );
}

function useNames(talk: Talk | null, side: 0 | 1 | null): (run: Run) => string {
  const personId = useChat((state) => state.personId);
  return (run) => {
    if (run.senderId === personId) return "You";
    if (!run.isStaff) return run.senderId === talk?.info.participant1_id ? talk.info.participant1.username : (talk?.info.participant2.username ?? "");
    return side === 0 ? "Help desk" : run.senderId === talk?.info.assignee?.id ? talk.info.assignee.username : "A colleague";
  };
}

/** What is seen to its end by somebody who looks is read. */
function useReading(talk: Talk | null, isAtEnd: boolean, isReadOnly: boolean): void {
  const line = useChatLine();
  const last = talk?.messages.at(-1)?.seq ?? 0;
  const id = talk?.info.id ?? null;
  const isLoaded = talk?.isLoaded ?? false;
  useEffect(() => {
    if (!line || id === null || !isLoaded || !isAtEnd || isReadOnly) return;
    const read = () => {
      if (document.visibilityState === "visible") line.read(id, last);
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [line, id, last, isAtEnd, isLoaded, isReadOnly]);
}

function useLoading(id: number | null): { failure: string | null; again: () => void } {
  const line = useChatLine();
  const [failure, setFailure] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!line || id === null) return;
    let isGone = false;
    line.reader.load(id).then(
      () => !isGone && setFailure(null),
      (error: unknown) => !isGone && setFailure(sentence(error)),
    );
    return () => {
      isGone = true;
    };
  }, [line, id, round]);
  return { failure, again: () => setRound((n) => n + 1) };
}

function Typing({ talk, side }: { talk: Talk; side: 0 | 1 | null }) {
  const personId = useChat((state) => state.personId);
  const typing = useChat((state) => state.typing.get(talk.info.id));
  const others = (typing ?? []).filter((one) => one !== personId);
  const isCustomer = others.includes(talk.info.participant1_id);
  const name = isCustomer ? talk.info.participant1.username : side === 0 ? talk.info.participant2.username : "A colleague";
  return (
    <p aria-live="polite" className="h-6 text-small text-ink-soft italic">
      {others.length > 0 ? `${name} is writing…` : ""}
    </p>
  );
}

export function Thread({ place, opening, isReadOnly = false, label = "Write a message", instead, assist, onSaid, composer, className }: ThreadProps) {
  const line = useChatLine();
  const talk = useTalk(place.talkId);
  const { presses, unsent } = useLineView();
  const personId = useChat((state) => state.personId);
  const isStaff = useChat((state) => state.isStaff);
  const side = talk ? sideOfPerson(talk.info, personId, isStaff) : 0;
  const { failure, again } = useLoading(place.talkId);
  const { uploads, add } = useUploads(line, place);
  const [reported, setReported] = useState<Message | null>(null);
  const toast = useToast();
  const key = keyOfPlace(place);
  const waiting = presses.filter(({ entry }) => isAt(entry, place));
  const refused = unsent.filter(({ saying }) => isAt(saying, place));
  const last = talk?.messages.at(-1)?.seq ?? 0;
  const { pane, isAtEnd, onScroll, toEnd } = useScroll(key, talk?.messages[0]?.seq ?? 0, `${last} ${waiting.length} ${refused.length} ${uploads.length}`);
  useIsOnScreen(place.talkId);
  useReading(talk, isAtEnd, isReadOnly);
  const nameOf = useNames(talk, side);
  const hide = (message: Message) => {
    if (line && talk) takeAway(line, talk.info.id, message).catch((error: unknown) => toast({ tone: "bad", title: "It still stands there", text: sentence(error) }));
  };
  const talkId = place.talkId;
  useReadingAlong(talkId, talk !== null && side === null && talk.isLoaded);
  return (
    <div className={classNames("grid min-h-0 grid-rows-[minmax(0,1fr)_auto]", className)}>
      <div className="relative grid min-h-0">
        <div ref={pane} onScroll={onScroll} role="log" aria-label="Conversation" tabIndex={0} className="relative min-h-0 overflow-y-auto overscroll-contain px-1 focus-visible:outline-offset-[-3px]">
          {talkId !== null && !talk?.isLoaded ? (
            failure ? (
              <div role="alert" className="grid justify-items-start gap-2 py-4">
                <p>{failure}</p>
                <Button size="small" tone="line" onClick={again}>
                  Try again
                </Button>
              </div>
            ) : (
              <div role="status" aria-label="Conversation: loading" className="grid gap-3 py-4">
                <Skeleton className="h-14 w-2/3" />
                <Skeleton className="ml-auto h-14 w-1/2" />
              </div>
            )
          ) : null}
          {talk?.isLoaded && talk.hasOlder ? (
            <p className="py-2 text-center">
              <Button size="small" tone="quiet" onClick={() => void line?.reader.loadOlder(talk.info.id).catch((error: unknown) => toast({ tone: "bad", title: "Older messages were not read", text: sentence(error) }))}>
                Older messages
              </Button>
            </p>
          ) : null}
          {talkId === null || (talk?.isLoaded && talk.messages.length === 0) ? opening : null}
          <ol className="grid gap-3 py-2">
            {talk?.isLoaded ? runsOf(talk.info, talk.messages).map((run) => <RunView key={run.key} run={run} talk={talk} side={side} nameOf={nameOf} onHide={hide} onReport={setReported} />) : null}
            {line ? <WaitingSlips line={line} presses={waiting} unsent={refused} uploads={uploads} /> : null}
          </ol>
        </div>
        {isAtEnd ? null : (
          <Button size="small" tone="line" className="absolute right-3 bottom-2 bg-sheet shadow-lift" onClick={toEnd}>
            To the newest
          </Button>
        )}
      </div>
      <div>
        {talk ? <Typing talk={talk} side={side} /> : null}
        {isReadOnly ? null : (
          <Composer
            ref={composer}
            draftKey={key}
            label={label}
            onSay={
              line
                ? (text) => {
                    line.say({ ...place, content: text, kind: "text", filename: null });
                    toEnd();
                    onSaid?.();
                  }
                : null
            }
            instead={instead}
            onFiles={line ? add : undefined}
            onTyping={talkId === null ? undefined : () => line?.typing.types(talkId)}
            assist={assist}
          />
        )}
      </div>
      {reported && talkId !== null ? <ReportDialog talkId={talkId} message={reported} onClose={() => setReported(null)} /> : null}
    </div>
  );
}

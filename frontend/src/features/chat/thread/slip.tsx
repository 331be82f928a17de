// One message as a slip of paper: its words, picture or file, how far it got, and what can be done with it.
"use client";
import { type ReactNode, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { CheckMark, ClipMark, DotsMark } from "@/components/ui/marks";
import { Moment } from "@/components/ui/moment";
import type { Mark, Message } from "../talk-state";
import { removedWords } from "../wording";
import { ChatPicture } from "./chat-picture";

/** Only what our own house keeps is shown or linked. */
const ours = /^\/media\/private\/[\w.-]+$/;

const markWords: Record<Mark, string> = { sent: "Sent", delivered: "Delivered", read: "Read" };

export function MarkSign({ mark }: { mark: Mark }) {
  return (
    <span className={classNames("inline-flex items-center", mark === "read" ? "text-laurel" : null)} title={markWords[mark]}>
      <CheckMark className="size-3.5" />
      {mark === "sent" ? null : <CheckMark className="-ml-2 size-3.5" />}
      <span className="sr-only">{markWords[mark]}</span>
    </span>
  );
}

export function SlipPaper({ isOwn, isFaint, children }: { isOwn: boolean; isFaint?: boolean; children: ReactNode }) {
  return (
    <div
      className={classNames(
        "max-w-full border px-3 py-2 wrap-anywhere whitespace-pre-wrap",
        isOwn ? "border-hairline bg-plate" : "border-hairline border-l-2 border-l-wax bg-sheet",
        isFaint && "text-ink-soft",
      )}
    >
      {children}
    </div>
  );
}

export function Words({ message }: { message: Pick<Message, "content" | "kind" | "filename" | "isHidden" | "hiddenBy"> }) {
  if (message.isHidden) return <span className="text-ink-soft italic">{removedWords(message.hiddenBy)}</span>;
  if (message.kind === "text" || !ours.test(message.content)) return <>{message.content}</>;
  if (message.kind === "image") return <ChatPicture address={message.content} name={message.filename ?? "Picture"} />;
  return (
    <a href={message.content} download={message.filename ?? true} className="inline-flex min-h-9 items-center gap-2 font-semibold underline underline-offset-4">
      <ClipMark className="size-5 shrink-0" />
      {message.filename ?? "File"}
    </a>
  );
}

interface SlipProps {
  message: Message;
  isOwn: boolean;
  mark: Mark | null;
  acts: { label: string; onChoose: () => void }[];
}

export function Slip({ message, isOwn, mark, acts }: SlipProps) {
  const [isOpen, setOpen] = useState(false);
  const canAct = acts.length > 0 && !message.isHidden;
  return (
    <div className={classNames("group grid max-w-[min(34rem,88%)] gap-0.5", isOwn ? "ml-auto justify-items-end" : "justify-items-start")}>
      <SlipPaper isOwn={isOwn}>
        <Words message={message} />
      </SlipPaper>
      <div className="flex min-h-6 items-center gap-2 text-small text-ink-soft">
        <Moment iso={new Date(message.atMs).toISOString()} style="time" />
        {mark ? <MarkSign mark={mark} /> : null}
        {canAct ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label="What can be done with this message"
            onClick={() => setOpen(!isOpen)}
            className="grid size-6 place-items-center hover:text-ink"
          >
            <DotsMark className="size-4" />
          </button>
        ) : null}
        {canAct && isOpen
          ? acts.map((act) => (
              <button
                key={act.label}
                type="button"
                className="min-h-6 px-1 font-semibold text-ink underline underline-offset-4"
                onClick={() => {
                  setOpen(false);
                  act.onChoose();
                }}
              >
                {act.label}
              </button>
            ))
          : null}
      </div>
    </div>
  );
}

// One reported message: its words, who complains of what, what was said around it, and the acts on it.
"use client";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { Door } from "@/components/ui/door";
import { Moment } from "@/components/ui/moment";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { useDoor } from "@/lib/api/use-door";
import { actOnTalk, hideMessage } from "../chat-calls";
import { fromMessage } from "../talk-state";
import { Words } from "../thread/slip";
import type { ChatMessage, Report } from "../types";
import { complaints, isHelp, nameOf } from "../wording";
import { dismissReport, fetchReport, shutOut } from "./report-calls";

const stateWords: Record<Report["state"], string> = { open: "Waiting", hidden: "Taken away", dismissed: "Put aside" };
const stateTones = { open: "warn", hidden: "plain", dismissed: "good" } as const;

function Said({ message, isReported, isTakenAway }: { message: ChatMessage; isReported: boolean; isTakenAway: boolean }) {
  return (
    <li className={classNames("border-l-2 px-3 py-1.5 wrap-anywhere whitespace-pre-wrap", isReported ? "border-l-wax bg-wax-wash" : "border-l-hairline")}>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-small">
        <span className="font-semibold">{message.is_staff ? `${nameOf(message.sender)}, for the help desk` : nameOf(message.sender)}</span>
        <Moment iso={new Date(message.created_at * 1_000).toISOString()} className="text-ink-soft" />
      </p>
      {isTakenAway ? <span className="text-ink-soft italic">Taken away</span> : <Words message={fromMessage(message)} />}
    </li>
  );
}

function Around({ report }: { report: Report }) {
  const { message } = report;
  const view = useDoor(`report|${message.id}|${report.state}`, () => fetchReport(message.id));
  return (
    <Door view={view} what="What was said around it">
      {({ around }) => (
        <ol aria-label="What was said around it" className="grid grid-cols-1 gap-2">
          {around.map((one) => (
            <Said key={one.id} message={one} isReported={one.id === message.id} isTakenAway={one.id === message.id && report.state === "hidden"} />
          ))}
        </ol>
      )}
    </Door>
  );
}

function Complaints({ report }: { report: Report }) {
  return (
    <ul aria-label="Complaints" className="grid gap-1 text-small">
      {report.complaints.map((one) => (
        <li key={`${one.by.id} ${one.created_at}`} className="flex flex-wrap gap-x-2">
          <span className="font-semibold">{complaints[one.complaint]}</span>
          <span className="text-ink-soft">
            says {nameOf(one.by)}, <Moment iso={new Date(one.created_at * 1_000).toISOString()} />
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Question {
  title: string;
  text: string;
  button: string;
  run: () => Promise<unknown>;
  done: string;
}

function Ask({ question, onClose, onDone }: { question: Question; onClose: () => void; onDone: () => void }) {
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const run = () => {
    setBusy(true);
    question.run().then(
      () => {
        toast({ tone: "good", title: question.done });
        onDone();
      },
      (error: unknown) => {
        setBusy(false);
        toast({ tone: "bad", title: "Nothing was changed", text: sentence(error) });
      },
    );
  };
  return (
    <Dialog isOpen onClose={onClose} title={question.title}>
      <p>{question.text}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button tone="line" onClick={onClose}>
          Leave it
        </Button>
        <Button tone="danger" isBusy={isBusy} onClick={run}>
          {question.button}
        </Button>
      </div>
    </Dialog>
  );
}

function questionsOf({ message, conversation }: Report): Record<"hide" | "mute" | "ban", Question> {
  const name = nameOf(message.sender);
  return {
    hide: { title: "Take this message away?", text: "Nobody will read its words any more. That there was a message stays in sight, and the log keeps who took it away.", button: "Take it away", run: () => hideMessage(message.id), done: "The message is gone" },
    mute: { title: `Mute ${nameOf(conversation.participant1)}?`, text: "Messages in this conversation no longer open it again. They are kept, and can be read.", button: "Mute", run: () => actOnTalk(conversation.id, "mute", { is_on: true }), done: "Muted" },
    ban: { title: `Shut ${name} out?`, text: "All sessions end at once, on every device. People are let in again under People.", button: "Shut out", run: () => shutOut(message.sender_id), done: `${name} is shut out` },
  };
}

function Acts({ report, onChanged, children }: { report: Report; onChanged: () => void; children: ReactNode }) {
  const toast = useToast();
  const [asked, setAsked] = useState<Question | null>(null);
  const { message, conversation } = report;
  const questions = questionsOf(report);
  const dismiss = () =>
    dismissReport(message.id).then(
      () => {
        toast({ tone: "good", title: "Put aside" });
        onChanged();
      },
      (error: unknown) => toast({ tone: "bad", title: "Nothing was changed", text: sentence(error) }),
    );
  return (
    <div className="flex flex-wrap gap-2">
      {children}
      {report.state === "open" ? (
        <Button size="small" tone="line" onClick={() => void dismiss()}>
          Nothing is wrong
        </Button>
      ) : null}
      {report.state === "hidden" ? null : (
        <Button size="small" tone="danger" onClick={() => setAsked(questions.hide)}>
          Take it away…
        </Button>
      )}
      {isHelp(conversation) && !message.is_staff && !conversation.is_muted ? (
        <Button size="small" tone="danger" onClick={() => setAsked(questions.mute)}>
          Mute…
        </Button>
      ) : null}
      {report.is_sender_banned ? null : (
        <Button size="small" tone="danger" onClick={() => setAsked(questions.ban)}>
          Shut out…
        </Button>
      )}
      {asked ? (
        <Ask
          question={asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            onChanged();
          }}
        />
      ) : null}
    </div>
  );
}

export function ReportCard({ report, onChanged }: { report: Report; onChanged: () => void }) {
  const [isWide, setWide] = useState(false);
  const { message, conversation } = report;
  const other = isHelp(conversation) ? "the help desk" : nameOf(message.sender_id === conversation.participant1_id ? conversation.participant2 : conversation.participant1);
  return (
    <article aria-label={`Message of ${nameOf(message.sender)}`} className="grid grid-cols-1 gap-3 border border-hairline bg-sheet p-4 sm:p-5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-title wrap-anywhere">{nameOf(message.sender)}</h2>
        <span className="text-small text-ink-soft">
          {message.is_staff ? `to ${nameOf(conversation.participant1)}` : `to ${other}`} in{" "}
          <Link href={`/admin/conversations/${conversation.id}`} className="underline decoration-hairline underline-offset-4 hover:decoration-ink">
            conversation {conversation.id}
          </Link>
        </span>
        <span className="ml-auto flex flex-wrap gap-2">
          {report.is_sender_banned ? <Tag tone="live">shut out</Tag> : null}
          {conversation.is_muted ? <Tag>muted</Tag> : null}
          <Tag tone={stateTones[report.state]}>{stateWords[report.state]}</Tag>
        </span>
      </header>
      {isWide ? (
        <Around report={report} />
      ) : (
        <ul>
          <Said message={message} isReported isTakenAway={report.state === "hidden"} />
        </ul>
      )}
      <Complaints report={report} />
      <Acts report={report} onChanged={onChanged}>
        <Button size="small" tone="line" aria-expanded={isWide} onClick={() => setWide(!isWide)}>
          {isWide ? "The message alone" : "What was said around it"}
        </Button>
      </Acts>
    </article>
  );
}

// A conversation in the console: what an agent may do with it, the talk with quick replies, the person beside it.
"use client";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ArrowMark, ClipMark, CrossMark } from "@/components/ui/marks";
import { Menu } from "@/components/ui/menu";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { useDoor } from "@/lib/api/use-door";
import { useUser } from "@/lib/session/session-context";
import { fetchSeen } from "../chat-calls";
import { useTalkAct } from "../inbox/talk-acts";
import { useChat, useChatLine, useTalk } from "../live/chat-context";
import type { Talk } from "../talk-state";
import type { ComposerHandle } from "../thread/composer";
import { Thread } from "../thread/thread";
import type { Reply } from "../types";
import { isHelp, nameOf, statusTones, statusWords } from "../wording";
import { AssignDialog } from "./assign-dialog";
import { useReplies } from "./desk-context";
import { PairTalk } from "./pair-talk";
import { PersonAside } from "./person-pane";
import { sendReplyFile } from "./send-reply-file";
import { useShortcuts } from "./shortcuts";
import { SnoozeDialog } from "./snooze-dialog";
import { useSlash } from "./use-slash";
import { valuesOf } from "./variables";

type Open = "assign" | "snooze" | "person" | null;

function useDeskActs(talk: Talk | null) {
  const act = useTalkAct();
  const line = useChatLine();
  const personId = useChat((state) => state.personId);
  if (!talk) return null;
  const { info } = talk;
  const assign = async (agentId: string | null) => {
    const words = agentId === null ? "Back in the queue" : agentId === personId ? "It is with you" : "Handed over";
    // Whoever was quicker is now the one who has it.
    if (!(await act(info.id, "assign", { assignee_id: agentId, expected: info.assignee_id }, words))) await line?.reader.load(info.id);
  };
  return {
    assign: (agentId: string | null) => void assign(agentId),
    take: () => void assign(personId),
    settle: () => void (info.status === "resolved" ? act(info.id, "reopen", undefined, "Open again") : act(info.id, "resolve", undefined, "Settled")),
    snooze: (until: number | null) => void act(info.id, "snooze", { until }, "Set aside"),
    mute: () => void act(info.id, "mute", { is_on: !info.is_muted }, info.is_muted ? "Messages open it again" : "Messages no longer open it again"),
  };
}

type Acts = NonNullable<ReturnType<typeof useDeskActs>>;

function Head({ talk, acts, onOpen }: { talk: Talk; acts: Acts; onOpen: (what: Open) => void }) {
  const list = useSearchParams().get("list") ?? "queue";
  const personId = useChat((state) => state.personId);
  const { info } = talk;
  const isMine = info.assignee_id === personId;
  const isSettled = info.status === "resolved";
  const isOwnQuestion = info.participant1_id === personId;
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-hairline pb-2">
      <Link href={`/desk?list=${list}`} aria-label="To the lists of the desk" className="grid size-11 shrink-0 place-items-center text-ink-soft hover:text-ink md:hidden">
        <ArrowMark className="size-5 rotate-180" />
      </Link>
      <div className="min-w-0 grow basis-40 leading-tight">
        <h1 className="truncate text-title">{nameOf(info.participant1)}</h1>
        <p className="mt-0.5 flex flex-wrap items-center gap-2 text-small text-ink-soft">
          <Tag tone={statusTones[info.status]}>{statusWords[info.status]}</Tag>
          {info.is_muted ? <Tag>muted</Tag> : null}
          {info.assignee_id ? (isMine ? "with you" : `with ${info.assignee?.username ?? "a colleague"}`) : talk.place ? `no. ${talk.place} in the queue` : "with nobody"}
        </p>
      </div>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-1">
        {isMine || isSettled || isOwnQuestion ? null : (
          <Button size="small" onClick={acts.take}>
            Take it
          </Button>
        )}
        <Button size="small" tone="line" onClick={acts.settle}>
          {isSettled ? "Open again" : "Settle"}
        </Button>
        <Button size="small" tone="line" className="xl:hidden" onClick={() => onOpen("person")}>
          Person
        </Button>
        <Menu
          label="More to do with this conversation"
          acts={[
            ...(isSettled ? [] : [{ label: "Give it to somebody…", onChoose: () => onOpen("assign") }, { label: "Set it aside…", onChoose: () => onOpen("snooze") }]),
            { label: info.is_muted ? "Let messages open it again" : "Mute: messages no longer open it", onChoose: acts.mute },
          ]}
        />
      </div>
    </header>
  );
}

function Attached({ reply, onDrop }: { reply: Reply; onDrop: () => void }) {
  return (
    <p className="flex items-center gap-2 text-small">
      <ClipMark className="size-4" /> {reply.filename ?? "A file"} goes along
      <button type="button" onClick={onDrop} aria-label="Leave the file out" className="grid size-9 place-items-center text-ink-soft hover:text-ink">
        <CrossMark className="size-4" />
      </button>
    </p>
  );
}

/** What two others say is read here, and written nowhere. */
export function DeskTalk({ id }: { id: number }) {
  const talk = useTalk(id);
  return talk && !isHelp(talk.info) ? <PairTalk talk={talk} /> : <HelpTalk id={id} />;
}

function HelpTalk({ id }: { id: number }) {
  const talk = useTalk(id);
  const line = useChatLine();
  const user = useUser();
  const toast = useToast();
  const seen = useDoor(talk?.info.context ? `seen|${id}` : null, () => fetchSeen(id));
  const replies = useReplies();
  const acts = useDeskActs(talk);
  const composer = useRef<ComposerHandle>(null);
  const [open, setOpen] = useState<Open>(null);
  const [attached, setAttached] = useState<Reply | null>(null);
  const values = talk ? valuesOf(talk.info, seen.state.kind === "ready" ? seen.state.data : null, user?.name || user?.username || "") : {};
  const slash = useSlash(replies, values, (reply) => setAttached(reply.upload_url ? reply : null));
  const said = () => {
    if (attached && line) sendReplyFile(line, id, attached).catch((error: unknown) => toast({ tone: "bad", title: "The file did not go along", text: sentence(error) }));
    setAttached(null);
  };
  useShortcuts(
    [
      { key: "r", words: "write", run: () => composer.current?.focus() },
      { key: "t", words: "take", run: () => acts?.take() },
      { key: "a", words: "give", run: () => setOpen("assign") },
      { key: "e", words: "settle", run: () => acts?.settle() },
      { key: "s", words: "set aside", run: () => setOpen("snooze") },
    ],
    talk !== null,
  );
  return (
    <section aria-label={talk ? `Conversation with ${nameOf(talk.info.participant1)}` : "Conversation"} className="grid h-full min-h-0 gap-x-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div
        className="flex min-h-0 min-w-0 flex-col"
        onKeyDown={(event) => {
          if (event.key === "Escape" && event.target instanceof HTMLTextAreaElement) event.target.blur();
        }}
      >
        {talk && acts ? <Head talk={talk} acts={acts} onOpen={setOpen} /> : <Skeleton className="h-14" />}
        <Thread
          className="grow"
          place={{ talkId: id, target: null }}
          label="Your answer; / for quick replies"
          composer={composer}
          onSaid={said}
          assist={(text, setText) => {
            const assist = slash(text, setText);
            return attached ? { ...assist, view: <>{assist.view}<Attached reply={attached} onDrop={() => setAttached(null)} /></> } : assist;
          }}
        />
      </div>
      {talk ? <PersonAside talk={talk} seen={seen} isOpen={open === "person"} onClose={() => setOpen(null)} /> : null}
      {open === "assign" && talk && acts ? (
        <AssignDialog
          talk={talk}
          onClose={() => setOpen(null)}
          onAssign={(agentId) => {
            setOpen(null);
            acts.assign(agentId);
          }}
        />
      ) : null}
      {open === "snooze" && acts ? (
        <SnoozeDialog
          onClose={() => setOpen(null)}
          onSnooze={(until) => {
            setOpen(null);
            acts.snooze(until);
          }}
        />
      ) : null}
    </section>
  );
}

// One conversation of one's own as a page: with whom and about what, and the talk itself.
"use client";
import Link from "next/link";
import { ArrowMark } from "@/components/ui/marks";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { useChat, useTalk } from "../live/chat-context";
import { Thread } from "../thread/thread";
import { contextAddress, contextWords, nameOf, otherOf, statusTones, statusWords } from "../wording";
import { Face } from "./face";
import { QueueLine } from "./queue-line";
import { TalkActs } from "./talk-acts";

export function TalkView({ id }: { id: number }) {
  const talk = useTalk(id);
  const personId = useChat((state) => state.personId);
  const online = useChat((state) => state.online);
  const other = talk ? otherOf(talk.info, personId) : null;
  const address = talk ? contextAddress(talk.info) : null;
  const isBlocking = talk?.info.blocked_by.includes(personId);
  return (
    <section aria-label={other ? `Conversation with ${nameOf(other)}` : "Conversation"} className="flex h-full min-h-0 flex-col">
      <header className="flex min-h-14 shrink-0 items-center gap-3 border-b border-hairline pb-2">
        <Link href="/messages" aria-label="To all messages" className="grid size-11 shrink-0 place-items-center text-ink-soft hover:text-ink lg:hidden">
          <ArrowMark className="size-5 rotate-180" />
        </Link>
        {other ? <Face user={other} isOnline={online.has(other.id)} /> : null}
        <div className="min-w-0 grow">
          <h1 className="line-clamp-2 text-title">{other ? nameOf(other) : "Conversation"}</h1>
          {talk ? (
            <p className="flex flex-wrap items-center gap-2 text-small">
              {address ? (
                <Link href={address} className="lot-number underline decoration-hairline underline-offset-4 hover:decoration-ink">
                  {contextWords(talk.info)}
                </Link>
              ) : null}
              {talk.info.status === "open" ? null : <Tag tone={statusTones[talk.info.status]}>{statusWords[talk.info.status]}</Tag>}
            </p>
          ) : null}
        </div>
        {talk ? <TalkActs talk={talk} /> : null}
      </header>
      {talk ? <QueueLine talk={talk} /> : null}
      {isBlocking ? <Notice tone="warn" title="You take no messages from this person" /> : null}
      <Thread place={{ talkId: id, target: null }} className="grow" />
    </section>
  );
}

// One conversation of others, as an administrator reads it: he may take a message away, nothing else.
"use client";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { useTalk } from "../live/chat-context";
import { Thread } from "../thread/thread";
import { isHelp, nameOf, statusTones, statusWords } from "../wording";

export function OfficeTalk({ id }: { id: number }) {
  const talk = useTalk(id);
  const info = talk?.info;
  return (
    <section aria-label="Conversation" className="flex h-[min(44rem,calc(100dvh-12rem))] min-h-96 flex-col">
      <header className="flex flex-wrap items-end justify-between gap-3 border-b border-hairline pb-3">
        <div>
          <Link href="/admin/conversations" className="inline-flex min-h-9 items-center text-small text-ink-soft underline decoration-hairline underline-offset-4 hover:text-ink">
            All conversations
          </Link>
          <h1 className="text-title">{info ? `${nameOf(info.participant1)} and ${isHelp(info) ? "the help desk" : nameOf(info.participant2)}` : "Conversation"}</h1>
        </div>
        {info ? (
          <div className="flex items-center gap-3">
            <Tag tone={statusTones[info.status]}>{statusWords[info.status]}</Tag>
            {isHelp(info) ? (
              <ButtonLink href={`/desk/${id}?list=all`} size="small" tone="line">
                Answer at the desk
              </ButtonLink>
            ) : null}
          </div>
        ) : null}
      </header>
      <Thread place={{ talkId: id, target: null }} isReadOnly className="grow" />
      {info && !isHelp(info) ? <p className="border-t border-hairline pt-3 text-small text-ink-soft">You read along, which is written down among the acts. Their lots, bids and orders stand at the <Link href={`/desk/${id}?list=all`} className="underline underline-offset-4">desk</Link>.</p> : null}
    </section>
  );
}

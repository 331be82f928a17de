// A conversation of two people at the desk: read along, with what is theirs beside it; whoever does is written down.
"use client";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ArrowMark } from "@/components/ui/marks";
import { Tag } from "@/components/ui/tag";
import { useDoor } from "@/lib/api/use-door";
import { fetchSeen } from "../chat-calls";
import { useChat } from "../live/chat-context";
import { type Talk, sideOfPerson } from "../talk-state";
import { Thread } from "../thread/thread";
import { nameOf, statusTones, statusWords } from "../wording";
import { PersonAside } from "./person-pane";

export function PairTalk({ talk }: { talk: Talk }) {
  const { info } = talk;
  const list = useSearchParams().get("list") ?? "all";
  const personId = useChat((state) => state.personId);
  const isOwn = sideOfPerson(info, personId, false) !== null;
  const seen = useDoor(info.context ? `seen|${info.id}` : null, () => fetchSeen(info.id));
  const [isOpen, setOpen] = useState(false);
  const title = `${nameOf(info.participant1)} and ${nameOf(info.participant2)}`;
  return (
    <section aria-label={`Conversation of ${title}`} className="grid h-full min-h-0 gap-x-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-h-0 min-w-0 flex-col">
        <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-hairline pb-2">
          <Link href={`/desk?list=${list}`} aria-label="To the lists of the desk" className="grid size-11 shrink-0 place-items-center text-ink-soft hover:text-ink md:hidden">
            <ArrowMark className="size-5 rotate-180" />
          </Link>
          <div className="min-w-0 grow basis-40 leading-tight">
            <h1 className="truncate text-title">{title}</h1>
            <p className="mt-0.5 flex flex-wrap items-center gap-2 text-small text-ink-soft">
              <Tag tone={statusTones[info.status]}>{statusWords[info.status]}</Tag>
              between the two of them
            </p>
          </div>
          <Button size="small" tone="line" className="ml-auto xl:hidden" onClick={() => setOpen(true)}>
            People
          </Button>
        </header>
        <Thread className="grow" place={{ talkId: info.id, target: null }} isReadOnly />
        <p className="shrink-0 border-t border-hairline py-3 text-small text-ink-soft">
          {isOwn ? (
            <>
              This is a conversation of your own.{" "}
              <Link href={`/messages/${info.id}`} className="underline underline-offset-4">
                Write among your messages
              </Link>
            </>
          ) : (
            "You read along, which is written down among the acts. Only the two of them can write here."
          )}
        </p>
      </div>
      <PersonAside talk={talk} seen={seen} isOpen={isOpen} onClose={() => setOpen(false)} />
    </section>
  );
}

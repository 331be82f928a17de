// The console: the queue, mine and all on the left, the conversation beside it; on a phone one of the two at a time.
"use client";
import Link from "next/link";
import { useParams, usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useDeferredValue, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { TalkList } from "../inbox/talk-list";
import { type Found, useFound } from "../inbox/use-found";
import { useChat } from "../live/chat-context";
import type { Talk } from "../talk-state";
import { Availability } from "./availability";
import { useDesk } from "./desk-context";
import { ShortcutsDialog, useShortcuts } from "./shortcuts";

const lists = ["queue", "mine", "all"] as const;
type List = (typeof lists)[number];
const listWords: Record<List, string> = { queue: "Queue", mine: "Mine", all: "All" };

function useList(): List {
  const asked = useSearchParams().get("list");
  return lists.find((list) => list === asked) ?? "queue";
}

/** Those who wait, the longest waiting first. */
function useQueue(): Found {
  const { desk } = useDesk();
  const known = useChat((state) => state.talks);
  const { state } = desk;
  const ids = state.kind === "ready" ? state.data.queue.map(({ id }) => id) : [];
  return {
    talks: ids.flatMap((id) => known.get(id) ?? []),
    count: state.kind === "ready" ? state.data.waiting : 0,
    isLoading: state.kind === "loading",
    failure: state.kind === "failed" ? state.reason : null,
    reload: desk.reload,
  };
}

function useShown(list: List, q: string): Found {
  const personId = useChat((state) => state.personId);
  const queue = useQueue();
  const isMine = ({ info }: Talk) => info.assignee_id === personId && info.status !== "resolved";
  const mine = useFound(list === "mine" && !q ? { assignee: "me", scope: "help" } : null, isMine);
  const all = useFound(list === "all" || q ? { scope: "all", q } : null, null);
  if (q) return all;
  return { queue, mine, all }[list];
}

function useDeskKeys(found: Found, list: List, currentId: number | null, onList: () => void): void {
  const router = useRouter();
  const step = (by: number) => {
    const at = found.talks.findIndex(({ info }) => info.id === currentId);
    const next = found.talks[at < 0 ? 0 : at + by];
    if (next) router.push(`/desk/${next.info.id}?list=${list}`);
  };
  useShortcuts([
    { key: "?", words: "list", run: onList },
    { key: "j", words: "next", run: () => step(1) },
    { key: "k", words: "previous", run: () => step(-1) },
    ...lists.map((one, place) => ({ key: String(place + 1), words: one, run: () => router.push(`/desk?list=${one}`) })),
  ]);
}

const emptyWords: Record<List, string> = {
  queue: "Nobody waits. Well done.",
  mine: "Nothing is with you. Come to the desk, and the next question is yours.",
  all: "Nobody has asked anything yet.",
};

function Aside({ currentId, onKeys }: { currentId: number | null; onKeys: () => void }) {
  const list = useList();
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  const found = useShown(list, q);
  const { desk } = useDesk();
  const waiting = desk.state.kind === "ready" ? desk.state.data.waiting : 0;
  useDeskKeys(found, list, currentId, onKeys);
  return (
    <>
      <div className="grid gap-2 pb-2">
        <Availability />
        <Segmented
          label="Lists of the desk"
          className="border-b border-hairline"
          segments={lists.map((one) => ({ href: `/desk?list=${one}`, label: listWords[one], isCurrent: one === list, count: one === "queue" ? waiting : undefined }))}
        />
        <Field label={<span className="sr-only">Search all conversations</span>} type="search" placeholder="Name, number or words" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      <div className="relative min-h-0 overflow-y-auto overscroll-contain">
        <TalkList found={found} label={q ? "Found" : listWords[list]} currentId={currentId} addressOf={(id) => `/desk/${id}?list=${list}`} empty={q ? "Nothing like that." : emptyWords[list]} isDesk />
      </div>
    </>
  );
}

function Console({ children }: { children: ReactNode }) {
  const id = useParams<{ id?: string }>().id;
  const currentId = id ? Number(id) : null;
  const [isListing, setListing] = useState(false);
  return (
    <div className="mx-auto grid h-[calc(100dvh-7rem)] min-h-[26rem] w-full max-w-[104rem] gap-x-6 px-(--gutter) py-4 md:h-[calc(100dvh-4.5rem)] md:grid-cols-[18rem_minmax(0,1fr)] xl:grid-cols-[20rem_minmax(0,1fr)]">
      <div className={classNames("min-h-0 grid-rows-[auto_auto_minmax(0,1fr)] md:grid", currentId === null ? "grid" : "hidden")}>
        <div className="flex items-baseline justify-between gap-2 pb-2">
          {currentId === null ? <h1 className="text-head">The help desk</h1> : <p className="font-display text-head font-semibold">The help desk</p>}
          <p className="flex gap-3 text-small">
            <Link href="/desk/replies" className="inline-flex min-h-9 items-center underline decoration-hairline underline-offset-4 hover:decoration-ink">
              Replies
            </Link>
            <button type="button" onClick={() => setListing(true)} className="hidden min-h-9 underline decoration-hairline underline-offset-4 hover:decoration-ink md:inline-block">
              Keys
            </button>
          </p>
        </div>
        <Aside currentId={currentId} onKeys={() => setListing(true)} />
      </div>
      <div className={classNames("min-h-0 min-w-0 md:block md:border-l md:border-hairline md:pl-6", currentId === null ? "hidden" : "block")}>{children}</div>
      <ShortcutsDialog isOpen={isListing} onClose={() => setListing(false)} />
    </div>
  );
}

export function DeskFrame({ children }: { children: ReactNode }) {
  // The replies are a page of their own.
  return usePathname() === "/desk/replies" ? children : <Console>{children}</Console>;
}

// The conversation about the page's thing, in a corner of the page; on a phone it takes the whole screen.
"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useId, useRef } from "react";
import { ButtonLink } from "@/components/ui/button";
import { CrossMark } from "@/components/ui/marks";
import { useUser } from "@/lib/session/session-context";
import { QueueLine } from "../inbox/queue-line";
import { useChat } from "../live/chat-context";
import { tabDrafts } from "../live/drafts";
import { isOfTarget } from "../live/saying";
import { Thread } from "../thread/thread";
import { type Talk } from "../talk-state";
import { type Asking, useStopAsking } from "./help-context";

const aboutWords = { lot: "lot", event: "event", order: "order" } as const;

function useTalkOf(asking: Asking): Talk | null {
  return useChat((state) => {
    for (const talk of state.talks.values()) if (isOfTarget(talk.info, asking, state.personId)) return talk;
    return null;
  });
}

function titleOf({ to, context }: Asking): string {
  if (to === "help") return "Help desk";
  return context?.about === "lot" ? "Ask the seller" : "Ask the organiser";
}

function Opening({ asking }: { asking: Asking }) {
  const { to, context, title } = asking;
  const what = context ? `${title ? `“${title}”` : `this ${aboutWords[context.about]}`}` : null;
  return (
    <p className="py-3 text-ink-soft">
      {to === "help"
        ? `Ask us anything${what ? ` about ${what}; whoever answers sees it as you see it now` : ""}. The answer comes here and stays among your messages.`
        : `Your question about ${what ?? "it"} goes to whoever ${context?.about === "lot" ? "sells" : "organises"} it. Staff read along only in a quarrel, and it is written down who did.`}
    </p>
  );
}

function SignIn({ asking }: { asking: Asking }) {
  const path = usePathname();
  return (
    <div className="grid gap-2 pt-3">
      <p className="text-small text-ink-soft">Sign in to send it. What you typed stays here.</p>
      <ButtonLink href={`/sign-in?next=${encodeURIComponent(path)}`} size="small" onClick={() => tabDrafts().leaveToSignIn({ path, to: asking.to })}>
        Sign in
      </ButtonLink>
    </div>
  );
}

export function HelpPanel({ asking }: { asking: Asking }) {
  const close = useStopAsking();
  const user = useUser();
  const talk = useTalkOf(asking);
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    panel.current?.querySelector("textarea")?.focus();
    return () => {
      // Who has scrolled meanwhile stays where he is.
      if (from instanceof HTMLElement) from.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section
      ref={panel}
      role="dialog"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
      className="arrives fixed inset-0 z-40 flex flex-col border-t-4 border-t-wax-solid bg-paper p-4 text-ink shadow-lift sm:inset-auto sm:right-4 sm:bottom-4 sm:h-[min(36rem,calc(100dvh-2rem))] sm:w-[24rem] sm:border-x sm:border-b sm:border-x-hairline sm:border-b-hairline"
    >
      <header className="flex items-start justify-between gap-3 border-b border-hairline pb-2">
        <div className="min-w-0">
          <h2 id={titleId} className="text-title">
            {titleOf(asking)}
          </h2>
          {asking.context ? (
            <p className="truncate text-small text-ink-soft">
              <span className="lot-number">
                {asking.context.about[0]?.toUpperCase()}
                {asking.context.about.slice(1)} {asking.context.id}
              </span>
              {asking.title ? ` · ${asking.title}` : ""}
            </p>
          ) : null}
        </div>
        <div className="flex shrink-0 items-center">
          {user && talk ? (
            <Link href={`/messages/${talk.info.id}`} className="inline-flex min-h-11 items-center px-2 text-small underline decoration-hairline underline-offset-4 hover:decoration-ink">
              Whole page
            </Link>
          ) : null}
          <button type="button" onClick={close} aria-label="Close" className="-mr-2 grid size-11 place-items-center text-ink-soft hover:text-ink">
            <CrossMark className="size-5" />
          </button>
        </div>
      </header>
      {talk ? <QueueLine talk={talk} /> : null}
      <Thread
        className="grow"
        place={{ talkId: talk?.info.id ?? null, target: { to: asking.to, context: asking.context } }}
        label="Your question"
        opening={<Opening asking={asking} />}
        instead={user ? undefined : <SignIn asking={asking} />}
      />
    </section>
  );
}

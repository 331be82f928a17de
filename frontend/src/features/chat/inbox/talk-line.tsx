// One conversation in a list: with whom, about what, the last words, what is unread.
"use client";
import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import { Tag } from "@/components/ui/tag";
import { useChat } from "../live/chat-context";
import { type Talk, sideOfPerson, unreadOn } from "../talk-state";
import { contextWords, isHelp, nameOf, otherOf, statusTones, statusWords } from "../wording";
import { Face } from "./face";

const dayMs = 24 * 3_600_000;

function When({ seconds, nowMs }: { seconds: number; nowMs: number }) {
  return <Moment iso={new Date(seconds * 1_000).toISOString()} style={nowMs - seconds * 1_000 < dayMs ? "time" : "short"} className="text-small whitespace-nowrap text-ink-soft" />;
}

interface TalkLineProps {
  talk: Talk;
  href: string;
  isCurrent: boolean;
  nowMs: number;
  /** As the help desk sees it: the person who asks and who answers, or both of two people. */
  isDesk?: boolean;
}

export function TalkLine({ talk, href, isCurrent, nowMs, isDesk }: TalkLineProps) {
  const personId = useChat((state) => state.personId);
  const isStaff = useChat((state) => state.isStaff);
  const { info } = talk;
  const side = sideOfPerson(info, personId, isStaff);
  const other = isDesk ? info.participant1 : otherOf(info, personId);
  const title = isDesk && !isHelp(info) ? `${nameOf(info.participant1)} and ${nameOf(info.participant2)}` : nameOf(other);
  // What two others say is shown to who opens it, since that is written down.
  const lastWords = info.last_message || (side === null && info.last_message_time !== null ? "Between the two of them" : "No words yet");
  const isOnline = useChat((state) => state.online.has(other.id));
  const unread = unreadOn(info, side);
  const about = contextWords(info);
  return (
    <li>
      <Link
        href={href}
        aria-current={isCurrent ? "page" : undefined}
        className={classNames("grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-hairline px-2 py-3 transition-colors duration-(--quick)", isCurrent ? "bg-plate" : "hover:bg-sheet")}
      >
        <Face user={other} isOnline={isOnline} />
        <span className="grid min-w-0 grid-cols-1">
          <span className="flex items-baseline justify-between gap-2">
            <span className={classNames("truncate", unread > 0 ? "font-bold" : "font-semibold")}>{title}</span>
            <When seconds={info.updated_at} nowMs={nowMs} />
          </span>
          <span className="flex items-center justify-between gap-2">
            <span className={classNames("truncate text-small", unread > 0 ? "text-ink" : "text-ink-soft")}>{lastWords}</span>
            {unread > 0 ? (
              <span className="rounded-round bg-wax-solid px-1.5 text-small font-semibold text-on-wax">
                {unread}
                <span className="sr-only"> unread</span>
              </span>
            ) : null}
          </span>
          <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 empty:hidden">
            {about ? <span className="lot-number text-small">{about}</span> : null}
            {info.status === "open" ? null : <Tag tone={statusTones[info.status]}>{statusWords[info.status]}</Tag>}
            {talk.place ? <Tag tone="warn">No. {talk.place}</Tag> : null}
            {isDesk && info.assignee_id ? <span className="text-small text-ink-soft">{info.assignee_id === personId ? "with you" : `with ${info.assignee?.username ?? "a colleague"}`}</span> : null}
          </span>
        </span>
      </Link>
    </li>
  );
}

// The list of quick replies above the field while one types a slash: arrows choose, Enter takes, Escape closes.
"use client";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { ClipMark } from "@/components/ui/marks";
import type { MakeAssist } from "../thread/composer";
import type { Reply } from "../types";
import { searchReplies, slashOf } from "./slash-search";
import { type Values, fill, unfilled } from "./variables";

const listId = "quick-replies";
const idOf = (reply: Reply) => `quick-reply-${reply.id}`;

function Unfilled({ text }: { text: string }) {
  const left = unfilled(text);
  if (left.length === 0) return null;
  return (
    <p role="status" className="mb-2 border-l-4 border-amber bg-amber-wash px-3 py-1 text-small">
      Not known here, so fill it in yourself: {left.join(", ")}
    </p>
  );
}

export function useSlash(replies: readonly Reply[], values: Values, onTake: (reply: Reply) => void): MakeAssist {
  const [chosen, setChosen] = useState({ text: "", place: 0, isClosed: false });
  return (text, setText) => {
    const q = slashOf(text);
    const now = chosen.text === text ? chosen : { text, place: 0, isClosed: false };
    const found = q === null || now.isClosed ? [] : searchReplies(replies, q);
    if (q === null || now.isClosed) return { isTaking: () => false, view: <Unfilled text={text} /> };
    const place = Math.min(now.place, Math.max(0, found.length - 1));
    const take = (reply: Reply) => {
      setText(fill(reply.content, values));
      onTake(reply);
    };
    const step = (by: number) => setChosen({ text, place: (place + by + found.length) % found.length, isClosed: false });
    const current = found[place];
    return {
      wired: { "aria-autocomplete": "list", "aria-controls": listId, "aria-activedescendant": current ? idOf(current) : undefined },
      isTaking: (event) => {
        if (event.key === "Escape") setChosen({ text, place, isClosed: true });
        // What begins with a slash is a search: it is never sent by mistake, only after Escape.
        else if (!current) return event.key === "Enter" && (event.preventDefault(), true);
        else if (event.key === "ArrowDown") step(1);
        else if (event.key === "ArrowUp") step(-1);
        else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") take(current);
        else return false;
        event.preventDefault();
        event.stopPropagation();
        return true;
      },
      view: (
        <div className="absolute inset-x-0 bottom-full z-30 max-h-72 overflow-y-auto border border-edge bg-sheet shadow-lift">
          {found.length === 0 ? <p className="px-3 py-2 text-ink-soft">No quick reply like that.</p> : null}
          <ul id={listId} role="listbox" aria-label="Quick replies">
            {found.map((reply) => (
              <li
                key={reply.id}
                id={idOf(reply)}
                role="option"
                aria-selected={reply === current}
                onPointerDown={(event) => {
                  event.preventDefault();
                  take(reply);
                }}
                className={classNames("grid cursor-pointer grid-cols-[7rem_minmax(0,1fr)_auto] items-baseline gap-3 px-3 py-2", reply === current ? "bg-plate" : "hover:bg-paper")}
              >
                <span className="truncate font-semibold">{reply.code ? `/${reply.code}` : "—"}</span>
                <span className="truncate text-ink-soft">{reply.content}</span>
                <span className="flex items-center gap-2 text-small text-ink-soft">
                  {reply.upload_url ? <ClipMark className="size-4" /> : null}
                  {reply.is_team ? "team" : "own"}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ),
    };
  };
}

// A person as a letter in a circle, with a dot while he is there.
import { classNames } from "@/components/ui/class-names";
import type { ChatUser } from "../types";
import { nameOf } from "../wording";

export function Face({ user, isOnline, className }: { user: ChatUser; isOnline: boolean; className?: string }) {
  return (
    <span className={classNames("relative grid size-10 shrink-0 place-items-center rounded-round border border-hairline bg-plate font-display text-lead font-semibold", className)}>
      <span aria-hidden>{(nameOf(user)[0] ?? "?").toUpperCase()}</span>
      {isOnline ? <span className="absolute right-0 bottom-0 size-2.5 rounded-round border-2 border-paper bg-laurel box-content" /> : null}
      <span className="sr-only">{isOnline ? "here now" : ""}</span>
    </span>
  );
}

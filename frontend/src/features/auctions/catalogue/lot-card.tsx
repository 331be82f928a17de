// One lot in the catalogue: plate, number, title, and the figures of this very moment while it is on screen.
"use client";
import Link from "next/link";
import { useMemo } from "react";
import { classNames } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import { Price } from "@/components/ui/price";
import { Tag } from "@/components/ui/tag";
import { useIsSeen } from "@/components/ui/use-is-seen";
import type { Lot } from "@/lib/api/types";
import { urgency } from "@/lib/realtime/live-rooms";
import { useUser } from "@/lib/session/session-context";
import { TimeLeft } from "../countdown";
import { useLotState, useRoom } from "../live/rooms-context";
import { type LotState, fromLot } from "../lot-state";
import { Picture } from "../picture";
import { platesOf } from "../plates";
import { StarButton } from "../star-button";
import { statusWords } from "../wording";

function Figures({ state }: { state: LotState }) {
  const isOver = !state.isActive && state.status !== "scheduled";
  const words = state.status === "sold" ? "Hammer price" : state.bidCount > 0 ? (isOver ? "Last bid" : "Current bid") : isOver ? "Started at" : "Starts at";
  return (
    <dl className="flex flex-wrap items-end justify-between gap-x-4 border-t border-hairline pt-2.5">
      <div>
        <dt className="text-small text-ink-soft">{words}</dt>
        <dd key={state.currentPrice} className={classNames("flex min-h-8 w-fit items-end text-title leading-tight font-semibold", state.isActive && state.bidCount > 0 && "warms")}>
          <Price amount={state.currentPrice} isLarge />
        </dd>
      </div>
      <div className="ml-auto text-right">
        <dt className="text-small text-ink-soft">{state.isActive ? "Closes in" : state.status === "scheduled" ? "Opens" : state.status === "cancelled" ? "Was to close" : "Closed"}</dt>
        <dd className="flex min-h-8 items-end justify-end pb-0.5">{state.isActive ? <TimeLeft endTime={state.endTime} /> : <Moment iso={state.status === "scheduled" ? state.startTime : state.endTime} style={state.status === "scheduled" ? "full" : "day"} className="text-small" />}</dd>
      </div>
    </dl>
  );
}

export function LotCard({ lot, isFirst, level = 2 }: { lot: Lot; isFirst?: boolean; level?: 2 | 3 }) {
  const initial = useMemo(() => fromLot(lot, null), [lot]);
  const { ref, isSeen } = useIsSeen();
  // A lot that is over does not change any more: no socket for it.
  const isChanging = lot.status === "open" || lot.status === "scheduled";
  const room = useRoom(initial, urgency.card, isSeen && isChanging);
  const state = useLotState(room, initial);
  const userId = useUser()?.id ?? null;
  const plate = platesOf(lot)[0];
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article ref={ref} className="group relative flex flex-col gap-3">
      <div className="relative overflow-hidden border border-hairline bg-sheet p-2">
        <Picture
          src={plate?.thumb ?? null}
          widths={plate?.cardWidths}
          shownWidth="(min-width: 80rem) 18rem, (min-width: 64rem) 30vw, (min-width: 40rem) 45vw, 90vw"
          alt=""
          number={lot.id}
          isFirst={isFirst}
          className={classNames("aspect-[4/3] w-full transition-[filter] duration-(--calm) group-hover:brightness-105", !state.isActive && state.status !== "scheduled" && "grayscale-[0.6]")}
        />
      </div>
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <p className="flex items-baseline gap-2">
            <span className="lot-number text-lead">Lot {lot.id}</span>
            {state.status === "open" ? null : <span className="eyebrow text-ink-soft">{statusWords[state.status]}</span>}
          </p>
          <Heading className="text-title">
            <Link href={`/lots/${lot.id}`} className="after:absolute after:inset-0 hover:underline hover:decoration-1 hover:underline-offset-4">
              {lot.title}
            </Link>
          </Heading>
          {lot.author ? <p className="wrap-anywhere text-ink-soft">{lot.author}</p> : null}
        </div>
        <StarButton lotId={lot.id} title={lot.title} className="relative z-10 -mt-2 -mr-2 shrink-0" />
      </div>
      <div className="mt-auto grid gap-2.5">
        {userId !== null && state.leaderId === userId && state.bidCount > 0 ? <Tag tone="good" className="justify-self-start">{state.status === "sold" ? "Yours" : "You lead"}</Tag> : null}
        <Figures state={state} />
      </div>
    </article>
  );
}

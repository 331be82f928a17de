// The lot page: what the server rendered, then live.
"use client";
import Link from "next/link";
import { type ReactNode, useMemo } from "react";
import { Tag } from "@/components/ui/tag";
import type { BidHistory as History, Lot } from "@/lib/api/types";
import { useFresh } from "@/lib/api/use-fresh";
import { useSayPageThing } from "@/lib/house/page-thing";
import { urgency } from "@/lib/realtime/live-rooms";
import { useUser } from "@/lib/session/session-context";
import { useLotState, useRoom, useRoomView } from "../live/rooms-context";
import { fetchLot } from "../lot-calls";
import { fromLot } from "../lot-state";
import { platesOf } from "../plates";
import { StarButton } from "../star-button";
import { statusWords } from "../wording";
import { Announcer } from "./announcer";
import { BidHistory } from "./bid-history";
import { BidPanel } from "./bid-panel";
import { Gallery } from "./gallery";
import { PriceChart } from "./price-chart";

function Particulars({ lot }: { lot: Lot }) {
  const rows: [string, string | null | undefined][] = [
    ["Author", lot.author],
    ["Materials", lot.lot_materials],
    ["Sale", lot.auction_name],
  ];
  const known = rows.filter(([, value]) => value);
  return (
    <div className="grid min-w-0 content-start gap-6">
      {lot.description ? <p className="max-w-(--measure) text-lead leading-relaxed wrap-anywhere whitespace-pre-line">{lot.description}</p> : null}
      {known.length ? (
        <dl className="grid max-w-(--measure) grid-cols-[auto_1fr] gap-x-6">
          {known.map(([name, value]) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid border-b border-hairline py-2">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}

export function LotView({ lot: rendered, history, ask }: { lot: Lot; history: History | null; ask?: ReactNode }) {
  const initial = useMemo(() => fromLot(rendered, history), [rendered, history]);
  const room = useRoom(initial, urgency.page);
  const state = useLotState(room, initial);
  const lot = useFresh(rendered, useRoomView(room).edition, fetchLot);
  const userId = useUser()?.id ?? null;
  useSayPageThing({ about: "lot", id: lot.id, seq: state.seq, title: lot.title });
  return (
    <article className="page-column pt-5 pb-20">
      <Link href="/" className="inline-flex min-h-9 items-center text-small text-ink-soft underline decoration-hairline underline-offset-4 hover:text-ink">
        Catalogue
      </Link>
      <header className="flex items-start justify-between gap-4 pt-2 pb-6">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-3">
            <span className="lot-number text-head">Lot {lot.id}</span>
            <Tag tone={state.isActive ? "live" : "plain"}>{statusWords[state.status]}</Tag>
          </p>
          <h1 className="mt-1 text-lot">{lot.title}</h1>
          {lot.author ? <p className="mt-1 text-lead wrap-anywhere text-ink-soft">{lot.author}</p> : null}
        </div>
        <StarButton lotId={lot.id} title={lot.title} className="shrink-0" />
      </header>
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,7fr)_minmax(22rem,5fr)] lg:grid-rows-[auto_1fr] lg:gap-x-12">
        <div className="min-w-0">
          <Gallery plates={platesOf(lot)} title={lot.title} number={lot.id} />
        </div>
        <div className="grid min-w-0 grid-cols-1 content-start gap-8 lg:row-span-2">
          <BidPanel room={room} state={state} sellerId={lot.seller_id} cancelReason={lot.cancel_reason} />
          <BidHistory state={state} userId={userId} />
          <PriceChart state={state} />
          {ask}
        </div>
        <Particulars lot={lot} />
      </div>
      <Announcer state={state} userId={userId} />
    </article>
  );
}

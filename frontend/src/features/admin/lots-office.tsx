// Lots from the auctioneer's side: start, finish, cancel, each with its reason and its trace.
"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/section-page";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import type { AdminLot } from "@/lib/api/types";
import { newCommandId } from "@/lib/commands/command-id";
import { useMoney } from "@/lib/house/house-context";
import { type LotAct, actOnLot, findLots } from "./admin-calls";
import { SearchedList } from "./searched-list";

interface Wish {
  lot: AdminLot;
  act: LotAct;
  commandId: string;
}

const statusWords: Record<AdminLot["status"], string> = { scheduled: "Upcoming", open: "Open", sold: "Sold", unsold: "Unsold", cancelled: "Withdrawn" };

const whenWords: Record<AdminLot["status"], string> = { scheduled: "opens", open: "ends", sold: "ended", unsold: "ended", cancelled: "was to end" };

const acts: Record<LotAct, { title: string; button: string; done: string; text: string }> = {
  start: { title: "Open the lot now?", button: "Open now", done: "The lot is open", text: "Bidding begins at once, whatever the announced time." },
  finish: { title: "Let the hammer fall now?", button: "Finish now", done: "The hammer has fallen", text: "The highest bid wins at this moment; letters go out." },
  cancel: { title: "Withdraw the lot?", button: "Withdraw", done: "The lot is withdrawn", text: "No bid binds anyone any more. Everyone in the room sees it at once." },
};

function ActDialog({ wish, onClose, onDone }: { wish: Wish; onClose: () => void; onDone: () => void }) {
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const words = acts[wish.act];
  return (
    <Dialog isOpen onClose={onClose} title={words.title}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setBusy(true);
          const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
          actOnLot(wish.lot.id, wish.act, reason, wish.commandId).then(onDone, (failure: unknown) => {
            setBusy(false);
            setError(sentence(failure));
          });
        }}
      >
        <p>
          <span className="lot-number">Lot {wish.lot.id}</span> · {wish.lot.title}
        </p>
        <p className="text-ink-soft">{words.text}</p>
        {error ? <Notice tone="bad" role="alert" title={error} /> : null}
        <Field label="Reason" name="reason" required={wish.act === "cancel"} maxLength={500} hint={wish.act === "cancel" ? "Everyone reads it on the lot’s page; the record keeps it with your name." : "Written into the record with your name."} />
        <Button type="submit" tone={wish.act === "cancel" ? "danger" : "ink"} isBusy={isBusy}>
          {words.button}
        </Button>
      </form>
    </Dialog>
  );
}

function LotLine({ lot, onWish }: { lot: AdminLot; onWish: (act: LotAct) => void }) {
  const money = useMoney();
  return (
    <li className="grid grid-cols-1 items-center gap-x-6 gap-y-3 border-b border-hairline py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="lot-number">Lot {lot.id}</span>
          <Link href={`/lots/${lot.id}`} className="font-semibold wrap-anywhere underline decoration-hairline underline-offset-4 hover:decoration-ink">
            {lot.title}
          </Link>
          <Tag tone={lot.status === "open" ? "live" : "plain"}>{statusWords[lot.status]}</Tag>
        </p>
        <p className="text-small text-ink-soft">
          {money(lot.current_price)} · {lot.bid_count === 1 ? "1 bid" : `${lot.bid_count} bids`} · {whenWords[lot.status]} <Moment iso={lot.status === "scheduled" ? lot.start_time : lot.end_time} />
          {" · "}sold by {lot.seller_name ?? `person ${lot.seller_id}`}
          {lot.owner_id === null ? null : `, ${lot.status === "sold" ? "won" : "led"} by ${lot.owner_name ?? `person ${lot.owner_id}`}`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {lot.status === "scheduled" ? (
          <Button size="small" tone="line" onClick={() => onWish("start")} aria-label={`Open lot ${lot.id} now`}>
            Open now
          </Button>
        ) : null}
        {lot.status === "open" ? (
          <Button size="small" tone="line" onClick={() => onWish("finish")} aria-label={`Finish lot ${lot.id} now`}>
            Finish now
          </Button>
        ) : null}
        {lot.status === "scheduled" || lot.status === "open" ? (
          <Button size="small" tone="danger" onClick={() => onWish("cancel")} aria-label={`Withdraw lot ${lot.id}`}>
            Withdraw
          </Button>
        ) : null}
      </div>
    </li>
  );
}

export function LotsOffice() {
  const [wish, setWish] = useState<(Wish & { reload: () => void }) | null>(null);
  const toast = useToast();
  return (
    <>
      <PageHead title="Lots">The newest first.</PageHead>
      <SearchedList name="lots" what="The list of lots" searchLabel="Number, title or author" read={findLots}>
        {(lots, reload) => (
          <ul>
            {lots.map((lot) => (
              <LotLine key={lot.id} lot={lot} onWish={(act) => setWish({ lot, act, reload, commandId: newCommandId() })} />
            ))}
          </ul>
        )}
      </SearchedList>
      {wish ? (
        <ActDialog
          wish={wish}
          onClose={() => setWish(null)}
          onDone={() => {
            toast({ tone: "good", title: acts[wish.act].done, text: wish.lot.title });
            wish.reload();
            setWish(null);
          }}
        />
      ) : null}
    </>
  );
}

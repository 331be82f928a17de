// The lots one sells: how they stand, and withdrawing one before the first bid.
"use client";
import Link from "next/link";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/section-page";
import { Tag } from "@/components/ui/tag";
import { sentence } from "@/lib/api/problem";
import type { Lot } from "@/lib/api/types";
import { useDoor } from "@/lib/api/use-door";
import { newCommandId } from "@/lib/commands/command-id";
import { useMoney } from "@/lib/house/house-context";
import { cancelLot, fetchMyLots } from "./selling-calls";
import { SellingTexts } from "./selling-texts";

const words = { scheduled: "Upcoming", open: "Open", sold: "Sold", unsold: "Unsold", cancelled: "Withdrawn" };

function Withdraw({ lot, onClose, onDone }: { lot: Lot; onClose: () => void; onDone: () => void }) {
  const [commandId] = useState(newCommandId);
  const [error, setError] = useState<string | null>(null);
  return (
    <Dialog isOpen onClose={onClose} title={`Withdraw “${lot.title}”?`}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const reason = String(new FormData(event.currentTarget).get("reason") ?? "");
          cancelLot(lot.id, reason, commandId).then(onDone, (failure: unknown) => setError(sentence(failure)));
        }}
      >
        {error ? <Notice tone="bad" role="alert" title={error} /> : null}
        <Field label="Reason" name="reason" maxLength={500} hint="Optional. Everyone reads it on the lot’s page." />
        <Button type="submit" tone="danger">
          Withdraw the lot
        </Button>
      </form>
    </Dialog>
  );
}

function Row({ lot, onWithdraw }: { lot: Lot; onWithdraw: () => void }) {
  const money = useMoney();
  const mayWithdraw = lot.bid_count === 0 && (lot.status === "open" || lot.status === "scheduled");
  return (
    <li className="grid grid-cols-1 items-center gap-x-6 gap-y-3 border-b border-hairline py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex items-center gap-3">
          <span className="lot-number">Lot {lot.id}</span>
          <Tag tone={lot.status === "open" ? "live" : lot.status === "sold" ? "good" : "plain"}>{words[lot.status]}</Tag>
        </p>
        <Link href={`/lots/${lot.id}`} className="font-display text-title font-semibold wrap-anywhere hover:underline hover:underline-offset-4">
          {lot.title}
        </Link>
        <p className="text-ink-soft">
          {lot.status === "cancelled" ? (
            "No bid binds anybody."
          ) : (
            <>
              {lot.status === "scheduled" ? "Opens " : lot.is_active ? "Closes " : "Closed "}
              <Moment iso={lot.status === "scheduled" ? lot.start_time : lot.end_time} />
            </>
          )}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-right">
          <span className="block text-title font-semibold">{money(lot.current_price)}</span>
          <span className="text-small text-ink-soft">{lot.bid_count === 1 ? "1 bid" : `${lot.bid_count} bids`}</span>
        </p>
        {mayWithdraw ? (
          <>
            <ButtonLink size="small" tone="line" href={`/sell/${lot.id}`}>
              Change
            </ButtonLink>
            <Button size="small" tone="danger" onClick={onWithdraw}>
              Withdraw
            </Button>
          </>
        ) : null}
      </div>
    </li>
  );
}

export function MyLots() {
  const view = useDoor("my-lots", fetchMyLots);
  const [withdrawn, setWithdrawn] = useState<Lot | null>(null);
  return (
    <>
      <PageHead title="My lots" action={<ButtonLink href="/sell">List a lot</ButtonLink>}>
        What you sell, the newest first.
      </PageHead>
      <Door view={view} what="The list of your lots">
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing listed yet" action={<ButtonLink href="/sell">List a lot</ButtonLink>}>
              Anyone with an account may sell here. A picture, a title and a price are enough.
            </Empty>
          ) : (
            <ul>
              {items.map((lot) => (
                <Row key={lot.id} lot={lot} onWithdraw={() => setWithdrawn(lot)} />
              ))}
            </ul>
          )
        }
      </Door>
      <SellingTexts />
      {withdrawn ? (
        <Withdraw
          lot={withdrawn}
          onClose={() => setWithdrawn(null)}
          onDone={() => {
            setWithdrawn(null);
            view.reload();
          }}
        />
      ) : null}
    </>
  );
}

// Changing a lot of one's own before the first bid: its words, its price, its pictures.
"use client";
import { type FormEvent, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Empty } from "@/components/ui/empty";
import { Field, TextAreaField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/section-page";
import { sentence } from "@/lib/api/problem";
import type { Lot } from "@/lib/api/types";
import { useDoor } from "@/lib/api/use-door";
import { newCommandId } from "@/lib/commands/command-id";
import { useCurrency } from "@/lib/house/house-context";
import { amountInput, readPlainAmount } from "@/lib/house/money";
import { useUser } from "@/lib/session/session-context";
import { LotPictures } from "./lot-pictures";
import { changeLot, fetchOwnLot } from "./selling-calls";

const texts = ["title", "author", "lot_materials", "auction_name", "description"] as const;

function Words({ lot, onChanged }: { lot: Lot; onChanged: () => void }) {
  const currency = useCurrency();
  const [said, setSaid] = useState<{ isGood: boolean; words: string } | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const price = readPlainAmount(String(fields.get("start_price") ?? ""));
    if (price.kind !== "amount") {
      setSaid({ isGood: false, words: price.kind === "wrong" ? price.reason : "At which price may the bidding start?" });
      return;
    }
    const change: Record<string, string | number> = {};
    for (const name of texts) {
      const value = String(fields.get(name) ?? "").trim();
      if (value !== lot[name]) change[name] = value;
    }
    if (price.amount !== lot.start_price) change.start_price = price.amount;
    if (Object.keys(change).length === 0) {
      setSaid({ isGood: true, words: "Nothing was different." });
      return;
    }
    changeLot(lot.id, change, newCommandId()).then(
      () => {
        setSaid({ isGood: true, words: "Changed. Everyone sees it now." });
        onChanged();
      },
      (error: unknown) => setSaid({ isGood: false, words: sentence(error) }),
    );
  };
  return (
    <form onSubmit={submit} className="grid max-w-3xl gap-5 grid-cols-1 sm:grid-cols-2">
      <Field label="Title" name="title" maxLength={200} required defaultValue={lot.title} className="sm:col-span-2" />
      <Field label="Author or maker" name="author" maxLength={200} defaultValue={lot.author} />
      <Field label="Materials and size" name="lot_materials" maxLength={200} defaultValue={lot.lot_materials} />
      <TextAreaField label="Description" name="description" defaultValue={lot.description} className="sm:col-span-2" />
      <Field label="Sale" name="auction_name" maxLength={200} defaultValue={lot.auction_name} />
      <Field label={`Starting price (${currency})`} name="start_price" inputMode="decimal" required defaultValue={amountInput(lot.start_price)} />
      <div className="grid gap-3 sm:col-span-2 sm:justify-items-start">
        {said ? <Notice tone={said.isGood ? "good" : "bad"} role={said.isGood ? "status" : "alert"} title={said.words} /> : null}
        <Button type="submit">Save</Button>
      </div>
    </form>
  );
}

export function ChangeLot({ id }: { id: number }) {
  const view = useDoor(`lot-${id}`, () => fetchOwnLot(id));
  const user = useUser();
  return (
    <div className="page-column pt-8 pb-20">
      <PageHead title={`Change lot ${id}`} action={<ButtonLink href={`/lots/${id}`} tone="line">See the lot</ButtonLink>}>
        Until the first bid. After it, what people bid on stays as it was.
      </PageHead>
      <Door view={view} what="The lot">
        {(lot) => {
          if (lot.seller_id !== user?.id) return <Empty title="Not your lot">Only its seller can change a lot.</Empty>;
          const isOver = lot.status !== "open" && lot.status !== "scheduled";
          if (isOver || lot.bid_count > 0) return <Empty title="Too late to change">{isOver ? "The lot has ended." : "Somebody has bid on it."}</Empty>;
          return (
            <div className="grid gap-10">
              <LotPictures lot={lot} onChanged={view.reload} />
              <Words key={lot.seq} lot={lot} onChanged={view.reload} />
            </div>
          );
        }}
      </Door>
    </div>
  );
}

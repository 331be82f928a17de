// What became of one's presses: on the way, unknown, held, yours, or refused with a reason and something else to press.
"use client";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PressSlip } from "@/components/ui/press-slip";
import type { TicketSale } from "@/lib/api/tickets";
import type { Press, Refusal } from "@/lib/commands/press-desk";
import { useMoney } from "@/lib/house/house-context";
import { type SaleAnswer, alternativesIn, failedSeats, hasOthers, refusalTitle, suggestedSeats } from "../buying/answer";
import type { Choice } from "../buying/choice";
import { type Asked, type SaleWish, quantityOf } from "../buying/wish";
import { HeldSlip } from "./held-slip";

export interface SlipActions {
  saleId: number;
  /** False until the page can take a press. */
  isReady: boolean;
  /** Nothing can be asked for: the page is not ready, or a press has no answer yet. */
  isWaiting: boolean;
  /** The event was cancelled: nothing that anybody held or had of it counts any more. */
  isCalledOff: boolean;
  /** A seat's place in words. */
  seatWords: (seatId: string) => string;
  /** `spent` is what of the choice goes once this is answered with a yes: all of it, unless told otherwise. */
  onAsk: (asked: Asked, what: string, spent?: Choice) => void;
  onAskAgain: (id: string) => void;
  onPutAside: (id: string) => void;
}

function Slip({ press, actions }: { press: Press<SaleWish>; actions: SlipActions }) {
  const { what, id, kind } = press.entry;
  return (
    <PressSlip
      phase={press.phase}
      request={kind === "release" ? `Giving back ${what}` : kind === "leave" ? `Leaving: ${what}` : `Your press for ${what}`}
      never="nothing can be bought twice"
      otherwise="it is asked for now"
      here={`/events/${actions.saleId}`}
      onAskAgain={() => actions.onAskAgain(id)}
      onPutAside={() => actions.onPutAside(id)}
    />
  );
}

/** Every offer is one press: the same number of another ticket, as many as there are. */
function Offers({ refusal, wish, sale, actions }: { refusal: Refusal; wish: SaleWish; sale: TicketSale; actions: SlipActions }) {
  const money = useMoney();
  const asked = quantityOf(wish);
  const withWheelchair = refusal.code === "no_wheelchair_place";
  const offers = alternativesIn(refusal);
  const suggestion = suggestedSeats(refusal);
  if (offers.length === 0 && suggestion.length === 0) return null;
  return (
    <div className="mt-3 grid gap-2">
      {suggestion.length ? (
        <Button size="small" onClick={() => actions.onAsk({ kind: "hold", lines: wish.kind === "hold" ? wish.lines : [], seats: suggestion, quantity: asked }, `seats ${suggestion.join(", ")}`, wish.spent)}>
          Take {suggestion.join(" and ")} instead
        </Button>
      ) : null}
      {offers.map((offer) => {
        const quantity = Math.min(Math.max(1, asked), offer.available_qty);
        const price = sale.ticket_types.find((type) => type.id === offer.ticket_type_id)?.price ?? 0;
        const what = `${quantity} × ${offer.seat_type}${withWheelchair ? ", one a wheelchair place" : ""}`;
        const instead: Asked = withWheelchair ? { kind: "best", typeId: offer.ticket_type_id, quantity, isAccessible: true } : { kind: "grab", typeId: offer.ticket_type_id, quantity };
        return (
          <Button key={offer.ticket_type_id} size="small" tone="line" onClick={() => actions.onAsk(instead, what, wish.spent)}>
            Take {what} instead · {price === 0 ? "free" : money(price * quantity)}
          </Button>
        );
      })}
    </div>
  );
}

function Answer({ answer, sale, actions }: { answer: SaleAnswer; sale: TicketSale; actions: SlipActions }) {
  const { wish, verdict } = answer;
  if (verdict.kind === "refused") {
    const failed = failedSeats(verdict);
    return (
      <Notice role="alert" tone="bad" title={refusalTitle(verdict)}>
        <p>{verdict.message}</p>
        {failed.length ? <p>Gone: {failed.map(actions.seatWords).join("; ")}.{hasOthers(wish, failed) ? " The others are free again and still chosen." : ""}</p> : null}
        {verdict.code === "orphan_seat" ? <p>Nobody wants to sit alone, so a seat may not be left over between taken ones while another choice avoids it.</p> : null}
        {verdict.code === "no_wheelchair_place" ? <p>You can take other seats here without one, or ask the organiser, who may have places set aside.</p> : null}
        <p className="text-ink-soft">You asked for {wish.what}; nothing was taken and nothing is charged.</p>
        <Offers refusal={verdict} wish={wish} sale={sale} actions={actions} />
      </Notice>
    );
  }
  const { orderId, status, expiresAt, seats, totalCents, receipt } = verdict.success;
  // Where one stands is the queue's own to say.
  if (status === "queued") return null;
  if (status === "left") return <Notice role="status" title="You left the queue">Nothing was taken and nothing is charged.</Notice>;
  if (status === "released") return <Notice role="status" title={`Given back: ${wish.what}`}>The places are free for others again.</Notice>;
  if (status === "paid" && actions.isCalledOff) return null;
  if (status === "paid") {
    return (
      <Notice role="status" tone="good" title={`Yours: ${wish.what}`}>
        <p>The tickets are in your account and in your mail.</p>
        <ButtonLink size="small" className="mt-3" href={`/orders/${orderId}`}>
          See the tickets
        </ButtonLink>
        {receipt ? (
          <details className="mt-2 text-small">
            <summary className="min-h-6 underline underline-offset-4">Receipt</summary>
            <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 break-all">
              <dt>Place in the log</dt>
              <dd>{receipt.seq}</dd>
              <dt>Seal</dt>
              <dd>{receipt.hash}</dd>
            </dl>
          </details>
        ) : null}
      </Notice>
    );
  }
  const giveBack = () => actions.onAsk({ kind: "release", orderId }, wish.what);
  const places = seats.map(actions.seatWords);
  return <HeldSlip orderId={orderId} what={wish.what} seats={places} totalCents={totalCents} expiresAt={expiresAt} isFresh actions={actions} onGiveBack={giveBack} />;
}

interface AnswerSlipsProps {
  sale: TicketSale;
  presses: Press<SaleWish>[];
  answer: SaleAnswer | null;
  actions: SlipActions;
}

export function AnswerSlips({ sale, presses, answer, actions }: AnswerSlipsProps) {
  return (
    <div className="grid gap-3 empty:hidden">
      {presses.map((press) => (
        <Slip key={press.entry.id} press={press} actions={actions} />
      ))}
      {answer && presses.length === 0 ? <Answer answer={answer} sale={sale} actions={actions} /> : null}
    </div>
  );
}

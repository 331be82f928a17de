// The counter of a sale: what it is doing, what is on offer, what is chosen, and the one button.
"use client";
import { useId } from "react";
import { LiveLine } from "@/components/ui/live-line";
import { Notice } from "@/components/ui/notice";
import type { Order, TicketSale } from "@/lib/api/tickets";
import type { SeatOffer } from "@/lib/seating/seat-picking";
import { type Choice, nothingChosen } from "../buying/choice";
import type { PickPlan } from "../buying/pick-plan";
import type { SaleRoomView } from "../live/sale-room";
import { type SalePhase, type SaleState } from "../sale-state";
import { leftWords, toChooseWords } from "../wording";
import { isQueueing } from "../queue/queue-pace";
import { QueuePanel } from "../queue/queue-panel";
import type { QueueView } from "../queue/use-queue";
import { AnswerSlips, type SlipActions } from "./answer-slips";
import { BestSeats } from "./best-seats";
import { ChosenSeats } from "./chosen-seats";
import { OnSaleClock } from "./on-sale-clock";
import { OwnOrders } from "./own-orders";
import { TakeButton } from "./take-button";
import { TicketRows } from "./ticket-rows";

function PhaseNotice({ phase, isQueueing, cancelReason }: { phase: SalePhase; isQueueing: boolean; cancelReason: string }) {
  if (phase === "sold_out" && isQueueing) return <Notice title="Nothing is left for newcomers">What is left is kept for those who queue. What they do not take comes back by itself, in turn.</Notice>;
  switch (phase) {
    case "soon":
    case "open":
      return null;
    case "sold_out":
      return <Notice title="Sold out">What others hold and do not pay for comes back by itself. This page shows it the moment it does.</Notice>;
    case "ended":
      return <Notice title="The sale has ended">Tickets bought before are valid.</Notice>;
    case "cancelled":
      return (
        <Notice tone="bad" title="This event was cancelled">
          {cancelReason ? <p className="wrap-anywhere whitespace-pre-line">The reason given: {cancelReason}</p> : null}
          <p>Every order is refunded, and everyone who had a ticket gets a letter.</p>
        </Notice>
      );
  }
}

export interface CounterProps {
  sale: TicketSale;
  state: SaleState;
  phase: SalePhase;
  /** How many tickets can be had in all. */
  left: number;
  view: SaleRoomView;
  choice: Choice;
  plan: PickPlan;
  queue: QueueView;
  offerOfZone: ReadonlyMap<string, SeatOffer>;
  wheelchairs: ReadonlyMap<number, number>;
  seatedTypes: ReadonlySet<number>;
  seatsChosen: ReadonlyMap<number, number>;
  orders: readonly Order[];
  isSignedIn: boolean;
  actions: SlipActions;
  onCount: (typeId: number, count: number) => void;
  onToggleSeat: (seatId: string) => void;
  onType: (seatId: string, typeId: number) => void;
  onRetry: () => void;
}

export function Counter(props: CounterProps) {
  const { sale, state, phase, view, plan, seatedTypes, actions } = props;
  const reasonId = useId();
  const isOpen = phase === "open";
  const there = sale.ticket_types.filter((type) => (state.left[type.id] ?? 0) > 0);
  const seated = there.filter((type) => seatedTypes.has(type.id));
  return (
    <section aria-label="Ticket counter" className="grid gap-5 border border-hairline border-t-4 border-t-wax-solid bg-sheet p-5 sm:p-6">
      <LiveLine line={view.line} thing="This event" onRetry={props.onRetry}>
        {isOpen ? <p className="text-ink-soft">{leftWords(props.left)} in all</p> : null}
      </LiveLine>
      {phase === "soon" ? <OnSaleClock opensAt={state.saleStartTime} /> : null}
      <PhaseNotice phase={phase} cancelReason={sale.cancel_reason} isQueueing={isQueueing(props.queue.queue)} />
      <AnswerSlips sale={sale} presses={view.presses} answer={view.lastAnswer} actions={actions} />
      <QueuePanel sale={sale} view={props.queue} seatedTypes={seatedTypes} isSignedIn={props.isSignedIn} isWaiting={actions.isWaiting} onAsk={actions.onAsk} />
      <OwnOrders orders={props.orders} actions={actions} />
      <TicketRows
        types={sale.ticket_types}
        state={state}
        seatedTypes={seatedTypes}
        counts={props.choice.counts}
        seatsChosen={props.seatsChosen}
        limitPerPerson={sale.limit_per_user}
        orderMax={sale.order_max}
        canChoose={isOpen || phase === "soon"}
        onCount={props.onCount}
      />
      {plan.kind === "empty" ? null : <ChosenSeats lines={plan.lines} seats={props.choice.seats} offerOfZone={props.offerOfZone} onTake={props.onToggleSeat} onType={props.onType} />}
      {plan.kind === "blocked" ? <p id={reasonId} role="alert" className="text-small font-semibold text-wax">{plan.reason}</p> : null}
      {plan.kind === "ready" && plan.doubt ? <p role="status" className="text-small font-semibold text-amber">{plan.doubt}</p> : null}
      {isOpen ? <TakeButton saleId={sale.id} plan={plan} toChoose={toChooseWords(seated.length > 0, seated.length < there.length)} reasonId={reasonId} isSignedIn={props.isSignedIn} actions={actions} /> : null}
      {isOpen && props.isSignedIn && seated.length ? <BestSeats types={seated} wheelchairs={props.wheelchairs} limitPerPerson={sale.limit_per_user} orderMax={sale.order_max} isWaiting={actions.isWaiting} onAsk={(asked, what) => actions.onAsk(asked, what, nothingChosen)} /> : null}
      {isOpen && sale.limit_per_user !== null ? (
        <p className="text-small text-ink-soft">{sale.limit_per_user === 1 ? "One ticket a person." : `At most ${sale.limit_per_user} tickets a person.`}</p>
      ) : null}
    </section>
  );
}

// The desk beside the picture: price, time, where one stands, and the bid box while the lot is open.
"use client";
import { useEffect } from "react";
import { ButtonLink } from "@/components/ui/button";
import { LiveLine } from "@/components/ui/live-line";
import { HammerMark, PeopleMark } from "@/components/ui/marks";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Price } from "@/components/ui/price";
import { Tag } from "@/components/ui/tag";
import { isUnderWay } from "@/lib/commands/press-desk";
import { useCurrency } from "@/lib/house/house-context";
import { moneyParts } from "@/lib/house/money";
import { useUser } from "@/lib/session/session-context";
import { BidBox } from "../bidding/bid-box";
import { PressSlips } from "../bidding/press-slips";
import { CountdownRing, TimeLeft } from "../countdown";
import type { LotRoom } from "../live/lot-room";
import { useRoomView } from "../live/rooms-context";
import type { LotState } from "../lot-state";
import { useHasPaddleOn } from "../paddle/paddle-context";
import { standingOf, statusWords } from "../wording";
import { StandingBanner } from "./standing-banner";

/** As large as a lot's title, or as the longest amount leaves room for beside the ring: digits are about 0.62 em wide. */
function fittedSize(amount: number, currency: string): string {
  const { whole, cents } = moneyParts(amount, currency);
  const widthEm = 0.62 * whole.length + 0.39 * cents.length;
  return `clamp(0.7rem, ${(100 / widthEm).toFixed(2)}cqi, var(--text-lot))`;
}

function PeopleHere({ count }: { count: number }) {
  return (
    <p className="flex items-center gap-1.5 text-ink-soft">
      <PeopleMark className="size-4" />
      {count} {count === 1 ? "person" : "people"} in the room
    </p>
  );
}

function PriceLine({ state }: { state: LotState }) {
  const currency = useCurrency();
  const words = state.status === "sold" ? "Hammer price" : state.bidCount === 0 ? "Starting price" : state.isActive ? "Current bid" : "Last bid";
  return (
    <div className="@container min-w-0 grow basis-[5rem]">
      <div className="flex flex-wrap items-center gap-2">
        <p className="text-ink-soft">{words}</p>
        {state.reserve === "not_met" ? <Tag tone="warn">Reserve not met</Tag> : state.reserve === "met" ? <Tag tone="good">Reserve met</Tag> : null}
      </div>
      <p key={state.currentPrice} style={{ fontSize: fittedSize(state.currentPrice, currency) }} className={`inline-block leading-none font-semibold ${state.isActive && state.bidCount > 0 ? "warms" : ""}`}>
        <Price amount={state.currentPrice} isLarge />
      </p>
      <p className="mt-2 text-small text-ink-soft">
        {state.bidCount === 0 ? "No bids yet" : state.bidCount === 1 ? "1 bid" : `${state.bidCount} bids`}
      </p>
    </div>
  );
}

function Ending({ state, cancelReason }: { state: LotState; cancelReason: string }) {
  if (state.isActive) {
    return (
      <div className="text-small">
        <p>
          Closes <Moment iso={state.endTime} style="full" className="font-semibold" />
        </p>
        {state.extensions > 0 ? (
          <p key={state.extensions} role="status" className="arrives mt-1 text-amber">
            Extended {state.extensions === 1 ? "" : `${state.extensions} times, `}to <Moment iso={state.endTime} style="seconds" className="font-semibold" />: somebody bid in the last moments.
          </p>
        ) : null}
      </div>
    );
  }
  if (state.status === "scheduled") {
    return (
      <Notice title={<>Opens <Moment iso={state.startTime} style="full" /></>}>
        In <TimeLeft endTime={state.startTime} />. The page opens by itself.
      </Notice>
    );
  }
  return (
    <div className="flex items-center gap-3 border-y border-hairline py-3">
      <HammerMark className="size-7 shrink-0 text-wax" />
      <div>
        <p className="font-semibold">
          {statusWords[state.status]}
          {state.status === "cancelled" ? " from the sale" : <> · <Moment iso={state.endTime} style="full" className="font-normal" /></>}
        </p>
        {state.status === "cancelled" && cancelReason ? <p className="wrap-anywhere whitespace-pre-line">The reason given: {cancelReason}</p> : null}
        {state.status === "sold" ? null : <p className="text-small text-ink-soft">{state.status === "cancelled" ? "Nobody wins it, and no bid on it binds anybody." : "It stays with its seller."}</p>}
      </div>
    </div>
  );
}

interface BidPanelProps {
  room: LotRoom | null;
  state: LotState;
  sellerId: number;
  /** As it was last read; empty where none was given. */
  cancelReason: string;
}

export function BidPanel({ room, state, sellerId, cancelReason }: BidPanelProps) {
  const user = useUser();
  const userId = user?.id ?? null;
  const view = useRoomView(room);
  const hasPaddle = useHasPaddleOn(state.lotId);
  const hasBid = hasPaddle || state.bids.some((bid) => bid.user_id === userId) || view.lastAnswer?.kind === "accepted";
  const standing = standingOf(state, userId, hasBid);
  const isSeller = userId !== null && userId === sellerId;

  useEffect(() => {
    room?.seat(userId);
  }, [room, userId]);

  return (
    <section aria-label="Bidding desk" className="grid gap-5 border border-hairline border-t-4 border-t-wax-solid bg-sheet p-5 sm:p-6">
      <LiveLine line={view.line} thing="This lot" onRetry={() => room?.line.retryNow()}>
        {state.people === null ? null : <PeopleHere count={state.people} />}
      </LiveLine>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <PriceLine state={state} />
        {state.isActive ? <CountdownRing key={state.extensions} endTime={state.endTime} isExtended={state.extensions > 0} /> : null}
      </div>
      <Ending state={state} cancelReason={cancelReason} />
      <StandingBanner standing={standing} state={state} />
      {room ? (
        <PressSlips lotId={state.lotId} desk={room.desk} presses={view.presses} answer={view.lastAnswer} isOver={!state.isActive} isOvertaken={standing === "outbid" || standing === "lost"} onDone={() => room.clearAnswer()} />
      ) : null}
      {isSeller && (state.isActive || state.status === "scheduled") ? (
        <Notice title="This is your lot">
          <p>Sellers may not bid on what they sell. You see every bid here as it comes.</p>
          {state.bidCount === 0 ? (
            <ButtonLink href={`/sell/${state.lotId}`} size="small" tone="line" className="mt-3">
              Change its words or pictures
            </ButtonLink>
          ) : null}
        </Notice>
      ) : state.isActive ? (
        <BidBox
          state={state}
          isReady={room !== null}
          isSignedIn={userId !== null}
          isLeading={standing === "leading"}
          isWaiting={view.presses.some(isUnderWay)}
          onBid={(amount) => {
            if (!room || userId === null) return;
            room.clearAnswer();
            room.desk.press(userId, { lotId: state.lotId, amount });
          }}
        />
      ) : null}
    </section>
  );
}

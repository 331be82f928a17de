// One lot's live room in this tab: its socket, its state, its clock readings and its bid desk.
import { type StoreApi, createStore } from "zustand/vanilla";
import { type LotServerFrame, type LotStatusFrame, parseLotFrame } from "@/lib/api/frames";
import type { ServerClock } from "@/lib/clock/server-clock";
import { DeskSeat } from "@/lib/commands/desk-seat";
import type { PendingPresses } from "@/lib/commands/pending-presses";
import type { Press } from "@/lib/commands/press-desk";
import { PressLine } from "@/lib/commands/press-line";
import type { ConnectionState } from "@/lib/realtime/connection";
import type { World } from "@/lib/realtime/ports";
import { type BidAnswer, answerTo, lastBidAnswers, verdictIn } from "../bidding/answer";
import { type BidDesk, type BidHeard, type BidWish, frameOf, postBid } from "../bidding/bid-wish";
import { type LotState, resumePosition } from "../lot-state";
import { type LotStore, apply, createLotStore } from "../lot-store";

export interface RoomPorts extends World {
  clock: ServerClock;
  pending: PendingPresses<BidWish>;
  /** Every answer of every lot passes here once: toasts, the list of lots one has bid on. */
  onAnswer?: (lotId: number, answer: BidAnswer) => void;
}

export interface RoomView {
  line: ConnectionState;
  presses: Press<BidWish>[];
  lastAnswer: BidAnswer | null;
  /** Grows when the lot's words or pictures may be others than before, or why it was cancelled is to be read; they are no part of any frame. */
  edition: number;
}

const historyEveryMs = 1_000;
const askHistory = { type: "GET_HISTORY" };

export class LotRoom {
  readonly store: LotStore;
  readonly view: StoreApi<RoomView>;
  readonly line: PressLine<BidWish, BidHeard>;
  private readonly chair: DeskSeat<BidAnswer>;
  private cancelHistory: (() => void) | null = null;
  private isGreeted = false;
  private greetings = 0;

  constructor(
    readonly id: number,
    initial: LotState,
    private readonly ports: RoomPorts,
  ) {
    this.store = createLotStore(initial);
    this.view = createStore<RoomView>()(() => ({ line: { name: "idle" }, presses: [], lastAnswer: null, edition: 0 }));
    this.line = new PressLine<BidWish, BidHeard>({
      world: ports,
      address: () => this.address(),
      probe: askHistory,
      pending: ports.pending,
      isHere: (wish) => wish.lotId === id,
      frameOf,
      post: postBid,
      onText: (text) => this.hear(text),
      onState: (line) => this.lineChanged(line),
      onPresses: (presses) => this.view.setState({ presses }),
      onVerdict: (verdict, entry) => {
        const answer = answerTo(entry, verdict);
        this.chair.answer(entry.userId, answer);
        ports.onAnswer?.(id, answer);
      },
    });
    this.chair = new DeskSeat({
      thingId: id,
      desk: this.desk,
      kept: lastBidAnswers,
      shown: () => this.view.getState().lastAnswer,
      show: (lastAnswer) => this.view.setState({ lastAnswer }),
    });
  }

  get desk(): BidDesk {
    return this.line.desk;
  }

  /** Takes what a page rendered or REST told, if it is newer. */
  learn(told: LotState): void {
    const { seq, people, bids, historySeq, isHistoryTorn } = this.store.getState();
    if (told.seq <= seq) return;
    // A card brings no history: what is here stays, and the line tells what came after it.
    const history = told.historySeq < historySeq ? { bids, historySeq, isHistoryTorn } : {};
    this.store.setState({ ...told, ...history, people }, true);
  }

  seat(userId: number | null): void {
    this.chair.take(userId);
  }

  clearAnswer(): void {
    this.chair.putAway();
  }

  private address(): string {
    this.isGreeted = false;
    const after = resumePosition(this.store.getState());
    return after === null ? `/ws/lots/${this.id}` : `/ws/lots/${this.id}?after=${after}`;
  }

  private hear(text: string): void {
    const frame = parseLotFrame(text);
    if (!frame) return;
    this.observeTime(frame);
    const before = this.store.getState();
    const after = apply(before, frame);
    if (after !== before) this.store.setState(after, true);
    const isCancelled = after.status === "cancelled" && before.status !== "cancelled";
    if (isCancelled || (frame.type === "LOT_STATUS" && this.mayHaveBeenEdited(before, frame))) this.view.setState(({ edition }) => ({ edition: edition + 1 }));
    const answer = verdictIn(frame);
    if (answer) this.desk.hear(answer.commandId, answer.verdict);
    if (after.isHistoryTorn) this.fetchHistorySoon();
  }

  /**
   * A status that explains itself (the lot opened, it ended, bids were left out) is no edit. One that changes nothing we
   * know of is: the seller wrote other words, or a picture came or went. So may it be after we were away.
   */
  private mayHaveBeenEdited(before: LotState, frame: LotStatusFrame): boolean {
    const isGreeting = !this.isGreeted;
    this.isGreeted = true;
    if (isGreeting) this.greetings += 1;
    if (frame.status !== before.status || (frame.status !== "open" && frame.status !== "scheduled")) return false;
    if (!isGreeting) return frame.resync !== true;
    return this.greetings > 1 || (frame.seq > before.seq && frame.bid_count === before.bidCount);
  }

  private observeTime(frame: LotServerFrame): void {
    if ("server_time" in frame && typeof frame.server_time === "string") this.ports.clock.observe(frame.server_time);
  }

  private fetchHistorySoon(): void {
    this.cancelHistory ??= this.ports.timers.after(historyEveryMs, () => {
      this.cancelHistory = null;
      if (this.store.getState().isHistoryTorn) this.line.send(askHistory);
    });
  }

  private lineChanged(line: ConnectionState): void {
    this.view.setState({ line });
    if (line.name !== "idle") return;
    this.cancelHistory?.();
    this.cancelHistory = null;
  }
}

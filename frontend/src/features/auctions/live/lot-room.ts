// One lot's live room in this tab: its socket, its state, its clock readings and its bid desk.
import { type StoreApi, createStore } from "zustand/vanilla";
import { call, renewSession } from "@/lib/api/browser";
import { type LotServerFrame, type LotStatusFrame, parseLotFrame } from "@/lib/api/frames";
import type { BidAccepted } from "@/lib/api/types";
import type { ServerClock } from "@/lib/clock/server-clock";
import type { PendingBid, PendingCommands } from "@/lib/commands/pending-commands";
import { Connection, type ConnectionState } from "@/lib/realtime/connection";
import type { Network, SocketLike, Timers } from "@/lib/realtime/ports";
import type { BidAnswer } from "../bidding/answer";
import { keepAnswer, readAnswer } from "../bidding/last-answer";
import { BidDesk, type Press } from "../bidding/bid-desk";
import { type LotState, resumePosition } from "../lot-state";
import { type LotStore, apply, createLotStore } from "../lot-store";

export interface RoomPorts {
  openSocket: (address: string) => SocketLike;
  timers: Timers;
  network: Network;
  clock: ServerClock;
  pending: PendingCommands;
  /** Every answer of every lot passes here once: toasts, the list of lots one has bid on. */
  onAnswer?: (lotId: number, answer: BidAnswer) => void;
}

export interface RoomView {
  line: ConnectionState;
  presses: Press[];
  lastAnswer: BidAnswer | null;
  /** Grows when the lot's words or pictures may be others than before; they are no part of any frame. */
  edition: number;
}

const historyEveryMs = 1_000;

function postBid(entry: PendingBid): Promise<BidAccepted> {
  return call<BidAccepted>(`/lots/${entry.lotId}/bids`, {
    method: "POST",
    body: { amount: entry.amount },
    commandId: entry.id,
  });
}

export class LotRoom {
  readonly store: LotStore;
  readonly view: StoreApi<RoomView>;
  readonly desk: BidDesk;
  private readonly connection: Connection;
  private cancelHistory: (() => void) | null = null;
  private isGreeted = false;
  private greetings = 0;

  constructor(
    readonly lotId: number,
    initial: LotState,
    private readonly ports: RoomPorts,
  ) {
    this.store = createLotStore(initial);
    this.view = createStore<RoomView>()(() => ({ line: { name: "idle" }, presses: [], lastAnswer: null, edition: 0 }));
    this.connection = new Connection({
      address: () => this.address(),
      openSocket: ports.openSocket,
      timers: ports.timers,
      network: ports.network,
      random: Math.random,
      onText: (text) => this.hear(text),
      onState: (line) => this.lineChanged(line),
      probe: JSON.stringify({ type: "GET_HISTORY" }),
      renew: renewSession,
    });
    this.desk = new BidDesk(lotId, {
      pending: ports.pending,
      timers: ports.timers,
      wallNow: () => Date.now(),
      sendFrame: (frame) => this.connection.send(JSON.stringify(frame)),
      expectAnswer: () => this.connection.expectAnswer(),
      post: postBid,
      reopen: () => this.reopen(),
      onPresses: (presses) => this.view.setState({ presses }),
      onAnswer: (answer, entry) => {
        keepAnswer(lotId, entry.userId, answer);
        this.view.setState({ lastAnswer: answer });
        ports.onAnswer?.(lotId, answer);
      },
    });
  }

  open(): void {
    this.connection.start();
  }

  close(): void {
    this.cancelHistory?.();
    this.cancelHistory = null;
    this.connection.stop();
  }

  /** Opens the line anew, so that it carries the cookies of now. */
  reopen(): void {
    if (this.connection.current.name === "idle") return;
    this.connection.stop();
    this.connection.start();
  }

  retryNow(): void {
    this.connection.retryNow();
  }

  /** Somebody sits down at the desk: his unanswered presses go on, his last answer is still shown. */
  seat(userId: number): void {
    this.desk.resume(userId);
    if (!this.view.getState().lastAnswer) this.view.setState({ lastAnswer: readAnswer(this.lotId, userId) });
  }

  clearAnswer(): void {
    this.view.setState({ lastAnswer: null });
  }

  private address(): string {
    this.isGreeted = false;
    const after = resumePosition(this.store.getState());
    return after === null ? `/ws/lots/${this.lotId}` : `/ws/lots/${this.lotId}?after=${after}`;
  }

  private hear(text: string): void {
    const frame = parseLotFrame(text);
    if (!frame) return;
    this.observeTime(frame);
    const before = this.store.getState();
    const after = apply(before, frame);
    if (after !== before) this.store.setState(after, true);
    if (frame.type === "LOT_STATUS" && this.mayHaveBeenEdited(before, frame)) this.view.setState(({ edition }) => ({ edition: edition + 1 }));
    this.desk.hear(frame);
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
      if (this.store.getState().isHistoryTorn) this.connection.send(JSON.stringify({ type: "GET_HISTORY" }));
    });
  }

  private lineChanged(line: ConnectionState): void {
    const before = this.view.getState().line.name;
    this.view.setState({ line });
    if (line.name === before) return;
    if (line.name === "live") this.desk.lineIsLive();
    else if (before === "live") this.desk.lineIsLost();
  }
}

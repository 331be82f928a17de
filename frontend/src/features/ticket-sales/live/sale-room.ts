// One sale's live room in this tab: its socket, its state, its clock readings and its desk for presses.
import { type StoreApi, createStore } from "zustand/vanilla";
import { renewSession } from "@/lib/api/browser";
import { type SaleServerFrame, parseSaleFrame } from "@/lib/api/sale-frames";
import type { ServerClock } from "@/lib/clock/server-clock";
import type { PendingPresses } from "@/lib/commands/pending-presses";
import { type Press, PressDesk } from "@/lib/commands/press-desk";
import { Connection, type ConnectionState } from "@/lib/realtime/connection";
import type { Network, SocketLike, Timers } from "@/lib/realtime/ports";
import { type Bought, type SaleAnswer, boughtIn, failedSeats, verdictIn } from "../buying/answer";
import { dropSeats, writeChoice } from "../buying/choice";
import { keepAnswer, readAnswer } from "../buying/last-answer";
import { type SaleWish, frameOf } from "../buying/wish";
import { postWish } from "../sale-calls";
import type { SaleState } from "../sale-state";
import { type SaleStore, apply, createSaleStore } from "../sale-store";

export interface SaleRoomPorts {
  openSocket: (address: string) => SocketLike;
  timers: Timers;
  network: Network;
  clock: ServerClock;
  pending: PendingPresses<SaleWish>;
}

export interface SaleRoomView {
  line: ConnectionState;
  presses: Press<SaleWish>[];
  lastAnswer: SaleAnswer | null;
}

export class SaleRoom {
  readonly store: SaleStore;
  readonly view: StoreApi<SaleRoomView>;
  readonly desk: PressDesk<SaleWish, Bought>;
  private readonly connection: Connection;
  private userId: number | null = null;

  constructor(
    readonly saleId: number,
    initial: SaleState,
    private readonly ports: SaleRoomPorts,
  ) {
    this.store = createSaleStore(initial);
    this.view = createStore<SaleRoomView>()(() => ({ line: { name: "idle" }, presses: [], lastAnswer: null }));
    this.connection = new Connection({
      address: () => `/ws/events/${saleId}`,
      openSocket: ports.openSocket,
      timers: ports.timers,
      network: ports.network,
      random: Math.random,
      onText: (text) => this.hear(text),
      onState: (line) => this.lineChanged(line),
      // The house answers every frame, also one it does not know.
      probe: JSON.stringify({ action: "counts" }),
      renew: renewSession,
    });
    this.desk = new PressDesk<SaleWish, Bought>({
      pending: ports.pending,
      timers: ports.timers,
      wallNow: () => Date.now(),
      send: (entry) => this.connection.send(JSON.stringify(frameOf(entry))),
      expectAnswer: () => this.connection.expectAnswer(),
      post: async (entry) => boughtIn(entry, await postWish(entry)),
      reopen: () => this.reopen(),
      onPresses: (presses) => this.view.setState({ presses }),
      onVerdict: (verdict, entry) => this.showAnswer({ wish: entry, verdict }, entry.userId),
    });
  }

  open(): void {
    this.connection.start();
  }

  close(): void {
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

  /** Somebody steps up to the counter: his unanswered presses go on, his last answer is still shown. */
  seat(userId: number): void {
    this.userId = userId;
    this.desk.resume(userId, (wish) => wish.saleId === this.saleId);
    if (!this.view.getState().lastAnswer) this.view.setState({ lastAnswer: readAnswer(this.saleId, userId) });
  }

  /** A newer picture that came over REST. */
  replace(change: Partial<SaleState>): void {
    this.store.setState(change);
  }

  clearAnswer(): void {
    if (this.userId !== null) keepAnswer(this.saleId, this.userId, null);
    this.view.setState({ lastAnswer: null });
  }

  private showAnswer(answer: SaleAnswer, userId: number): void {
    keepAnswer(this.saleId, userId, answer);
    if (answer.verdict.kind === "refused") dropSeats(this.saleId, failedSeats(answer.verdict));
    else if (answer.wish.kind !== "release") writeChoice(this.saleId, null);
    this.view.setState({ lastAnswer: answer });
  }

  private hear(text: string): void {
    const frame = parseSaleFrame(text);
    if (!frame) return;
    this.observeTime(frame);
    const before = this.store.getState();
    const after = apply(before, frame);
    if (after !== before) this.store.setState(after, true);
    const answer = verdictIn(frame);
    if (answer) this.desk.hear(answer.commandId, answer.verdict);
  }

  private observeTime(frame: SaleServerFrame): void {
    if (frame.type === "seat_counts" && frame.server_time) this.ports.clock.observe(frame.server_time);
  }

  private lineChanged(line: ConnectionState): void {
    const before = this.view.getState().line.name;
    this.view.setState({ line });
    if (line.name === before) return;
    if (line.name === "live") this.desk.lineIsLive();
    else if (before === "live") this.desk.lineIsLost();
  }
}

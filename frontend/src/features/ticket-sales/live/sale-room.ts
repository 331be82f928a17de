// One sale's live room in this tab: its socket, its state, its clock readings and its desk for presses.
import { type StoreApi, createStore } from "zustand/vanilla";
import { type SaleServerFrame, parseSaleFrame } from "@/lib/api/sale-frames";
import type { ServerClock } from "@/lib/clock/server-clock";
import { DeskSeat } from "@/lib/commands/desk-seat";
import type { PendingPresses } from "@/lib/commands/pending-presses";
import type { Press, PressDesk } from "@/lib/commands/press-desk";
import { PressLine } from "@/lib/commands/press-line";
import type { ConnectionState } from "@/lib/realtime/connection";
import type { World } from "@/lib/realtime/ports";
import { type Bought, type SaleAnswer, failedSeats, lastSaleAnswers, verdictIn } from "../buying/answer";
import { dropSeats, spend } from "../buying/choice";
import { type SaleWish, frameOf } from "../buying/wish";
import { postWish } from "../sale-calls";
import type { SaleState } from "../sale-state";
import { type SaleStore, apply, createSaleStore } from "../sale-store";

export interface SaleRoomPorts extends World {
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
  readonly line: PressLine<SaleWish, Bought>;
  private readonly chair: DeskSeat<SaleAnswer>;

  constructor(
    readonly id: number,
    initial: SaleState,
    private readonly ports: SaleRoomPorts,
  ) {
    this.store = createSaleStore(initial);
    this.view = createStore<SaleRoomView>()(() => ({ line: { name: "idle" }, presses: [], lastAnswer: null }));
    this.line = new PressLine<SaleWish, Bought>({
      world: ports,
      address: () => `/ws/events/${id}`,
      // The house answers every frame, also one it does not know.
      probe: { action: "counts" },
      pending: ports.pending,
      isHere: (wish) => wish.saleId === id,
      frameOf,
      post: postWish,
      onText: (text) => this.hear(text),
      onState: (line) => this.view.setState({ line }),
      onPresses: (presses) => this.view.setState({ presses }),
      onVerdict: (verdict, entry) => this.showAnswer({ wish: entry, verdict }, entry.userId),
    });
    this.chair = new DeskSeat({
      thingId: id,
      desk: this.desk,
      kept: lastSaleAnswers,
      shown: () => this.view.getState().lastAnswer,
      show: (lastAnswer) => this.view.setState({ lastAnswer }),
    });
  }

  get desk(): PressDesk<SaleWish, Bought> {
    return this.line.desk;
  }

  seat(userId: number | null): void {
    this.chair.take(userId);
  }

  /** Takes what a page rendered, if it is newer. */
  learn(rendered: SaleState): void {
    const { seq, edited, seats, seatsSeq } = this.store.getState();
    if (rendered.seq > seq) this.store.setState({ ...rendered, edited, seats, seatsSeq }, true);
  }

  /** The hall as REST tells it; once the line has told it, what follows there are changes of the line's own picture. */
  learnSeats(seats: Uint8Array, seatsSeq: number): void {
    const now = this.store.getState();
    const isTold = now.seats !== null && this.view.getState().line.name === "live";
    if (seatsSeq > now.seatsSeq && !isTold) this.store.setState({ seats, seatsSeq });
  }

  clearAnswer(): void {
    this.chair.putAway();
  }

  private showAnswer(answer: SaleAnswer, userId: number): void {
    if (answer.verdict.kind === "refused") dropSeats(this.id, failedSeats(answer.verdict));
    else if (answer.wish.spent) spend(this.id, answer.wish.spent);
    this.chair.answer(userId, answer);
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
}

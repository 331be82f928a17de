// Who sits at a desk of presses, and the answer to his last one: shown until he puts it away, over a reload too.
//
// The law: an answer that was put away does not come back, and nobody is shown another's.
import type { LastAnswers } from "./last-answer";
import type { PressDesk } from "./press-desk";

export interface DeskSeatPorts<Answer> {
  thingId: number;
  desk: Pick<PressDesk<object, unknown>, "resume" | "close">;
  kept: LastAnswers<Answer>;
  shown: () => Answer | null;
  show: (answer: Answer | null) => void;
}

export class DeskSeat<Answer> {
  private userId: number | null = null;

  constructor(private readonly ports: DeskSeatPorts<Answer>) {}

  /** Somebody sits down: his unanswered presses go on, his last answer is still shown. Null: nobody is signed in. */
  take(userId: number | null): void {
    const { desk, kept, shown, show, thingId } = this.ports;
    if (userId !== this.userId) show(null);
    this.userId = userId;
    if (userId === null) {
      desk.close();
      return;
    }
    desk.resume(userId);
    if (!shown()) show(kept.read(thingId, userId));
  }

  /** A press was answered. */
  answer(userId: number, answer: Answer): void {
    this.ports.kept.keep(this.ports.thingId, userId, answer);
    this.ports.show(answer);
  }

  /** The person has read it, or presses anew. */
  putAway(): void {
    if (this.userId !== null) this.ports.kept.keep(this.ports.thingId, this.userId, null);
    this.ports.show(null);
  }
}

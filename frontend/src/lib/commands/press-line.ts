// A desk for presses and the live line it sends over, wired so that each learns what happens to the other.
import { renewSession } from "@/lib/api/browser";
import { Connection, type ConnectionState } from "@/lib/realtime/connection";
import type { World } from "@/lib/realtime/ports";
import { PressDesk, type PressDeskPorts } from "./press-desk";

export interface PressLinePorts<Wish extends object, Success>
  extends Pick<PressDeskPorts<Wish, Success>, "pending" | "isHere" | "post" | "onPresses" | "onVerdict"> {
  world: World;
  /** The address to open; called for each attempt, so that it can carry where to go on. */
  address: () => string;
  /** Anything the house must answer. */
  probe: object;
  /** The frame of a press; null for one that only REST takes. */
  frameOf: (entry: Parameters<PressDeskPorts<Wish, Success>["send"]>[0]) => object | null;
  onText: (text: string) => void;
  onState: (line: ConnectionState) => void;
  /** The line has just become live; what is sent here goes before any press. */
  onLive?: () => void;
}

export class PressLine<Wish extends object, Success> {
  readonly desk: PressDesk<Wish, Success>;
  private readonly connection: Connection;
  private before: ConnectionState["name"] = "idle";

  constructor(private readonly ports: PressLinePorts<Wish, Success>) {
    const { world, pending, isHere, post, onPresses, onVerdict } = ports;
    this.connection = new Connection({
      ...world,
      address: ports.address,
      random: Math.random,
      onText: ports.onText,
      onState: (line) => this.changed(line),
      probe: JSON.stringify(ports.probe),
      renew: renewSession,
    });
    this.desk = new PressDesk<Wish, Success>({
      pending,
      timers: world.timers,
      wallNow: () => Date.now(),
      isHere,
      send: (entry) => {
        const frame = ports.frameOf(entry);
        return frame !== null && this.send(frame);
      },
      expectAnswer: () => this.connection.expectAnswer(),
      post,
      reopen: () => this.reopen(),
      onPresses,
      onVerdict,
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

  /** False when the line is down; true means "sent", never "arrived". */
  send(frame: object): boolean {
    return this.connection.send(JSON.stringify(frame));
  }

  private changed(line: ConnectionState): void {
    const { before } = this;
    this.before = line.name;
    this.ports.onState(line);
    if (line.name === before) return;
    if (line.name === "live") {
      this.ports.onLive?.();
      this.desk.lineIsLive();
    } else if (before === "live") this.desk.lineIsLost();
  }
}

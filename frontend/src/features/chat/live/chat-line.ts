// One person's conversations in this tab: one socket for all of them, what he says, how far he has read, who is there.
//
// The law: one saying, one client id, one message. It is on disk before it is sent, goes over the socket or over REST
// with the same id, and leaves the disk only with the house's answer. After a cut the line goes on at each position.
import { type StoreApi, createStore } from "zustand/vanilla";
import { type MessageFrame, type TalkClientFrame, type TalkErrorFrame, type TalkServerFrame, parseTalkFrame } from "@/lib/api/talk-frames";
import type { Entry } from "@/lib/commands/pending-presses";
import type { Press, PressDesk, Verdict } from "@/lib/commands/press-desk";
import { PressLine } from "@/lib/commands/press-line";
import type { ConnectionState } from "@/lib/realtime/connection";
import type { World } from "@/lib/realtime/ports";
import { type ChatStore, apply, changeTalk, createChatStore, emptyChat, positions } from "../chat-store";
import { type Message, fromFrame, fromMessage, sideOf, sideOfPerson, withMessage, withUnread } from "../talk-state";
import { CursorDesk } from "./cursor-desk";
import { EndedSession } from "./ended-session";
import { type PendingSayings, type Saying, frameOf } from "./saying";
import { type ChatDoors, TalkReader } from "./talk-reader";
import { TypingDesk } from "./typing-desk";
import type { Unsent, UnsentShelf } from "./unsent";

export interface LinePorts extends World {
  pending: PendingSayings;
  unsent: UnsentShelf;
  doors: ChatDoors;
  isStillHere: () => Promise<boolean>;
  /** An administrator gave or took a role: who we are is to be asked anew. The line comes back by itself. */
  rightsChanged: () => void;
}

type Listener = (talkId: number, message: Message) => void;

export interface LineView {
  line: ConnectionState;
  presses: Press<Saying>[];
  unsent: Unsent[];
}

export interface Who {
  userId: number;
  /** How he is named in conversations. */
  personId: string;
  isStaff: boolean;
  /** His roles in alphabetical order, as the page was told them. */
  rights: string;
}

/** A question that the server does not know is answered too, and that is all that is asked. */
const probe = { type: "ping", command_id: "probe" };

export class ChatLine {
  readonly store: ChatStore;
  readonly view: StoreApi<LineView>;
  readonly typing: TypingDesk;
  readonly reader: TalkReader;
  private readonly line: PressLine<Saying, Message>;
  private readonly cursors: CursorDesk;
  private readonly endedSession: EndedSession;
  private readonly listeners = new Set<Listener>();

  constructor(
    readonly who: Who,
    private readonly ports: LinePorts,
  ) {
    this.store = createChatStore(emptyChat(who.personId, who.isStaff));
    this.reader = new TalkReader(this.store, ports.doors, ports.timers);
    this.view = createStore<LineView>()(() => ({ line: { name: "idle" }, presses: [], unsent: ports.unsent.of(who.userId) }));
    this.line = new PressLine<Saying, Message>({
      world: ports,
      // Nothing is told on a new line before `resume`, so no message can overtake one that was missed.
      address: () => `/ws/${encodeURIComponent(who.personId)}?after=resume`,
      probe,
      pending: ports.pending,
      isHere: () => true,
      frameOf,
      post: (entry) => this.post(entry),
      onText: (text) => this.hear(text),
      onState: (line) => this.view.setState({ line }),
      onLive: () => this.goOn(),
      onPresses: (presses) => this.view.setState({ presses }),
      onVerdict: (verdict, entry) => this.answered(verdict, entry),
    });
    this.endedSession = new EndedSession(this.line, ports.timers, ports.isStillHere);
    this.cursors = new CursorDesk(ports.timers, (frame) => this.send(frame));
    this.typing = new TypingDesk(
      ports.timers,
      (frame) => this.send(frame),
      (talkId, personId) => this.store.setState(apply(this.store.getState(), { type: "typing", conversation_id: talkId, user_id: personId, is_typing: false }), true),
    );
  }

  private get desk(): PressDesk<Saying, Message> {
    return this.line.desk;
  }

  open(): void {
    this.line.open();
    this.desk.resume(this.who.userId);
    void this.reader.readLists().then(() => this.resume());
  }

  close(): void {
    this.reader.close();
    this.endedSession.close();
    this.typing.close();
    this.cursors.tellNow();
    this.desk.close();
    this.line.close();
  }

  /** Tells of each message that somebody else wrote to this person. */
  onNews(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  retryNow(): void {
    this.line.retryNow();
  }

  /** The page goes out of sight, perhaps for ever: what was read is told at once. */
  leave(): void {
    this.cursors.tellNow();
  }

  say(saying: Saying): void {
    this.typing.stops();
    this.desk.press(this.who.userId, saying);
  }

  /** Asks for the answer to an old press once more: it cannot be said twice. */
  askAgain(id: string): void {
    this.desk.askAgain(id);
  }

  /** The house decided against that press and will not decide anew, so a retry is a new one. */
  sayAgain(id: string): void {
    const unsent = this.putAside(id);
    if (unsent) this.say(unsent.saying);
  }

  putAside(id: string): Unsent | null {
    const taken = this.ports.unsent.take(id);
    if (!taken) this.desk.putAside(id);
    this.view.setState({ unsent: this.ports.unsent.of(this.who.userId) });
    return taken;
  }

  /** Somebody sees everything up to `seq`. */
  read(id: number, seq: number): void {
    const talk = this.store.getState().talks.get(id);
    const side = talk ? sideOfPerson(talk.info, this.who.personId, this.who.isStaff) : null;
    if (!talk || side === null || talk.info.read_seqs[side] >= seq) return;
    this.cursors.read(id, seq);
    if (seq >= (talk.messages.at(-1)?.seq ?? 0)) this.change(id, (one) => withUnread(one, side, 0));
  }

  private change(id: number, change: Parameters<typeof changeTalk>[2]): void {
    this.store.setState(changeTalk(this.store.getState(), id, change), true);
  }

  private send(frame: TalkClientFrame): boolean {
    return this.line.send(frame);
  }

  private async post(entry: Entry<Saying>): Promise<Message> {
    let talkId = entry.talkId;
    if (talkId === null && entry.target) {
      talkId = (await this.reader.learnOne(this.ports.doors.beginTalk(entry.target, entry.userId))).id;
    }
    const sent = await this.ports.doors.sendMessage({ conversation_id: talkId ?? 0, content: entry.content, message_type: entry.kind, client_id: entry.id }, entry.userId);
    const message = fromMessage(sent);
    this.change(sent.conversation_id, (talk) => withMessage(talk, message));
    return message;
  }

  private answered(verdict: Verdict<Message>, entry: Entry<Saying>): void {
    if (verdict.kind === "done") return;
    const { id, userId, talkId, target, content, kind, filename } = entry;
    this.ports.unsent.put({ id, userId, saying: { talkId, target, content, kind, filename }, reason: verdict.message, at: Date.now() });
    this.view.setState({ unsent: this.ports.unsent.of(this.who.userId) });
  }

  private hear(text: string): void {
    const frame = parseTalkFrame(text);
    if (!frame) return;
    if (frame.type === "ERROR") this.hearRefusal(frame);
    else this.take(frame);
  }

  private take(frame: Exclude<TalkServerFrame, TalkErrorFrame>): void {
    const before = this.store.getState();
    const after = apply(before, frame);
    if (after !== before) this.store.setState(after, true);
    // A role that came or went between the page and its line is in no other frame.
    if (frame.type === "online_users" && frame.roles.join(" ") !== this.who.rights) this.ports.rightsChanged();
    if (frame.type === "message") this.hearMessage(frame);
    if (frame.type === "typing" && frame.user_id !== undefined) this.typing.heard(frame.conversation_id, frame.user_id, frame.is_typing);
    this.reader.meetStrangersSoon();
  }

  private hearMessage(frame: MessageFrame): void {
    const message = fromFrame(frame);
    this.desk.hear(frame.client_id, { kind: "done", success: message });
    const talk = this.store.getState().talks.get(frame.conversation_id);
    if (!talk) return;
    const side = sideOfPerson(talk.info, this.who.personId, this.who.isStaff);
    if (side === null || sideOf(talk.info, message) === side) return;
    // At the help desk a message has arrived when it is with whoever answers it.
    const isForMe = sideOfPerson(talk.info, this.who.personId, false) !== null || talk.info.assignee_id === this.who.personId;
    if (!isForMe) return;
    this.cursors.delivered(frame.conversation_id, frame.seq);
    for (const listener of this.listeners) listener(frame.conversation_id, message);
  }

  private hearRefusal({ command_id, code, message, ...facts }: TalkErrorFrame): void {
    if (command_id) this.desk.hear(command_id, { kind: "refused", code, message, facts });
    else if (code === "session_ended") this.endedSession.heard();
    else if (code === "rights_changed") this.ports.rightsChanged();
  }

  private goOn(): void {
    this.cursors.lineIsLive();
    // The first lists are still on their way, and older than the line: it goes on from what they say.
    if (!this.store.getState().isKnown) return;
    this.resume();
    // A conversation that began while the line was cut is in no frame.
    void this.reader.readLists();
  }

  private resume(): void {
    this.send({ type: "resume", conversations: positions(this.store.getState()) });
  }
}

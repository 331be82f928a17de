// What is asked of REST about conversations, and put among what the line told: an older answer takes nothing back.
import type { Timers } from "@/lib/realtime/ports";
import { type ChatStore, changeTalk, learn } from "../chat-store";
import { fromMessage, withPage } from "../talk-state";
import type { ChatMessage, Conversation, ConversationPage, MessageKind, MessagePage, Target } from "../types";

/** The REST doors of conversations. */
export interface ChatDoors {
  findTalks: (wanted: { scope?: "mine"; assignee?: string }) => Promise<ConversationPage>;
  fetchTalk: (id: number) => Promise<Conversation>;
  fetchNewest: (id: number, page: number) => Promise<MessagePage>;
  beginTalk: (target: Target, userId: number) => Promise<Conversation>;
  sendMessage: (message: { conversation_id: number; content: string; message_type: MessageKind; client_id: string }, userId: number) => Promise<ChatMessage>;
  pageSize: number;
}

/** Frames of an unknown conversation come in a row: it is asked for once. */
const strangersMs = 150;

export class TalkReader {
  private cancelStrangers: (() => void) | null = null;

  constructor(
    private readonly store: ChatStore,
    private readonly doors: ChatDoors,
    private readonly timers: Timers,
  ) {}

  close(): void {
    this.cancelStrangers?.();
    this.cancelStrangers = null;
  }

  /** Takes what a question to REST is answered; what the line told meanwhile is newer. Fails as the question does. */
  async learn<Answer>(question: Promise<Answer>, infosIn: (answer: Answer) => readonly Conversation[]): Promise<Answer> {
    const askedAt = this.store.getState().handsTold;
    const answer = await question;
    this.store.setState(learn(this.store.getState(), infosIn(answer), askedAt), true);
    return answer;
  }

  learnOne(question: Promise<Conversation>): Promise<Conversation> {
    return this.learn(question, (info) => [info]);
  }

  /** Reads a conversation and its newest messages, unless they are here. */
  async load(id: number): Promise<void> {
    const talk = this.store.getState().talks.get(id);
    const info = this.learnOne(this.doors.fetchTalk(id));
    // Of one that we do not know yet the line tells in vain: its messages are asked for once it is known.
    if (!talk) await info;
    const [page] = await Promise.all([talk?.isLoaded ? null : this.doors.fetchNewest(id, 1), info]);
    if (page) this.takePage(id, page);
  }

  async loadOlder(id: number): Promise<void> {
    const talk = this.store.getState().talks.get(id);
    if (!talk?.hasOlder) return;
    // Pages are counted from the newest: the one that holds the next older message overlaps with what is here.
    const page = Math.floor(talk.messages.length / this.doors.pageSize) + 1;
    this.takePage(id, await this.doors.fetchNewest(id, page));
  }

  /** Reads the lists of one's own conversations, an agent's also of those that are with him. */
  async readLists(): Promise<void> {
    try {
      const { findTalks } = this.doors;
      const pages = Promise.all([findTalks({ scope: "mine" }), ...(this.store.getState().isStaff ? [findTalks({ assignee: "me" })] : [])]);
      await this.learn(pages, (found) => found.flatMap(({ results }) => results));
    } catch {
      // Not reached: the line's next return reads them.
    }
    this.store.setState({ isKnown: true });
  }

  /** Conversations of which only a frame told are asked for in a moment. */
  meetStrangersSoon(): void {
    if (this.store.getState().strangers.size === 0) return;
    this.cancelStrangers ??= this.timers.after(strangersMs, () => {
      this.cancelStrangers = null;
      const ids = [...this.store.getState().strangers];
      this.store.setState({ strangers: new Set() });
      for (const id of ids) void this.learnOne(this.doors.fetchTalk(id)).catch(() => undefined);
    });
  }

  private takePage(id: number, page: MessagePage): void {
    const messages = page.results.map(fromMessage).sort((a, b) => a.seq - b.seq);
    this.store.setState(changeTalk(this.store.getState(), id, (talk) => withPage(talk, messages, page.count)), true);
  }
}

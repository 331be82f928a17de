// What comes over the line, in whatever order and however often, makes one truth.
import { expect, test } from "vitest";
import type { MessageFrame } from "@/lib/api/talk-frames";
import { apply, changeTalk, emptyChat, learn, ownTalks, positions, unreadAtDesk, unreadOfOwn } from "./chat-store";
import { fromFrame, markOf, withMessage, withPage } from "./talk-state";
import { conversation, person, said } from "./specimens";
import { removedWords } from "./wording";

const start = learn(emptyChat("1", false), [conversation({ id: 5, seq: 1 })]);
const hear = (state: typeof start, ...frames: MessageFrame[]) => frames.reduce((now, frame) => apply(now, frame), state);
const contents = (state: typeof start, id = 5) => state.talks.get(id)?.messages.map(({ content }) => content);

test("a message that comes twice stands there once", () => {
  const state = hear(start, said(2, "Hello"), said(4, "Anyone?"), said(2, "Hello"), said(4, "Anyone?"));
  expect(contents(state)).toEqual(["Hello", "Anyone?"]);
});

test("messages stand in the order of their seq, whatever came first", () => {
  expect(contents(hear(start, said(9, "third"), said(4, "second"), said(2, "first")))).toEqual(["first", "second", "third"]);
});

test("the same seq in another conversation is another message", () => {
  const two = learn(start, [conversation({ id: 6, seq: 1 })]);
  const state = hear(two, said(2, "to five"), said(2, "to six", { conversation_id: 6 }));
  expect(contents(state)).toEqual(["to five"]);
  expect(contents(state, 6)).toEqual(["to six"]);
});

test("the line goes on after the last message it told; a state or an answer over REST moves nothing", () => {
  let state = hear(start, said(3, "told"));
  state = apply(state, { type: "conversation", conversation_id: 5, status: "resolved", assignee_id: null, position: null, participant1_id: "1", participant2_id: "help-desk", seq: 9 });
  state = changeTalk(state, 5, (talk) => withMessage(talk, fromFrame(said(8, "my own, over REST", { sender_id: "1" }))));
  expect(positions(state)).toEqual({ "5": 3 });
  expect(contents(hear(state, said(6, "written meanwhile"), said(8, "my own, over REST")))).toEqual(["told", "written meanwhile", "my own, over REST"]);
  expect(positions(hear(state, said(6, "written meanwhile"), said(8, "again")))).toEqual({ "5": 8 });
});

test("a page and live messages overlap without a double", () => {
  const live = hear(start, said(7, "live"));
  const paged = changeTalk(live, 5, (talk) => withPage(talk, [said(3, "old"), said(7, "live")].map(fromFrame), 3));
  expect(contents(paged)).toEqual(["old", "live"]);
  expect(paged.talks.get(5)?.hasOlder).toBe(true);
});

test("cursors only grow, and what one writes one has read", () => {
  let state = hear(start, said(2, "mine", { sender_id: "1" }), said(3, "theirs", { sender_id: "9", is_staff: true }));
  const cursor = (seq: number, delivered: number) => ({ type: "read" as const, conversation_id: 5, reader_id: "help-desk", seq, delivered, timestamp: 1 });
  const mine = () => markOf(state.talks.get(5)!.info, state.talks.get(5)!.messages[0]!);
  expect(mine()).toBe("read");
  state = hear(start, said(2, "mine", { sender_id: "1" }));
  expect(mine()).toBe("sent");
  state = apply(state, cursor(0, 2));
  expect(mine()).toBe("delivered");
  state = apply(state, cursor(2, 2));
  expect(mine()).toBe("read");
  state = apply(state, cursor(0, 1));
  expect(mine()).toBe("read");
});

test("an older reading takes nothing back that the line told", () => {
  let state = hear(start, said(4, "newest"));
  state = apply(state, { type: "unread", conversation_id: 5, count: 1, timestamp: 1 });
  state = learn(state, [conversation({ id: 5, seq: 2, last_message: "older", participant1_unread: 0 })]);
  expect(state.talks.get(5)?.info).toMatchObject({ last_message: "newest", participant1_unread: 1, seq: 4 });
});

test("a reading that does not know yet what was read counts nothing as unread again", () => {
  const heard = hear(start, said(4, "theirs", { sender_id: "9", is_staff: true }));
  const seen = apply(apply(heard, { type: "read", conversation_id: 5, reader_id: "1", seq: 4, delivered: 4, timestamp: 1 }), { type: "unread", conversation_id: 5, count: 0, timestamp: 1 });
  const after = learn(seen, [conversation({ id: 5, seq: 4, participant1_unread: 1 })]);
  expect(after.talks.get(5)?.info).toMatchObject({ participant1_unread: 0 });
  const later = learn(after, [conversation({ id: 5, seq: 6, participant1_unread: 1, read_seqs: [4, 0] })]);
  expect(later.talks.get(5)?.info.participant1_unread).toBe(1);
});

const hands = (seq: number, status: "resolved" | "open" | "pending", assignee_id: string | null, position: number | null = null) =>
  ({ type: "conversation", conversation_id: 5, status, assignee_id, position, participant1_id: "1", participant2_id: "help-desk", seq }) as const;

test("an older status of a conversation is dropped, while who has it goes by the order of the line", () => {
  const state = apply(apply(start, hands(8, "resolved", null, 2)), hands(3, "open", "9"));
  expect(state.talks.get(5)).toMatchObject({ place: null, info: { status: "resolved", seq: 8, assignee_id: "9" } });
});

test("a reading that was asked for before a conversation changed hands does not take it away again", () => {
  const asked = start.handsTold;
  const given = apply(start, hands(1, "pending", "9"));
  const late = learn(given, [conversation({ id: 5, seq: 1, status: "pending", assignee_id: null })], asked);
  expect(late.talks.get(5)?.info.assignee_id).toBe("9");
  const named = learn(given, [conversation({ id: 5, assignee_id: "9", assignee: person("9") })], asked);
  expect(named.talks.get(5)?.info.assignee?.username).toBe("Person 9");
  const later = learn(given, [conversation({ id: 5, assignee_id: null })]);
  expect(later.talks.get(5)?.info.assignee_id).toBeNull();
});

test("an older reading neither unblocks nor wakes", () => {
  const known = learn(start, [conversation({ id: 5, seq: 7, blocked_by: ["1"], snoozed_until: "2090-01-01T00:00:00Z", is_muted: true })]);
  const after = learn(known, [conversation({ id: 5, seq: 6, read_seqs: [6, 0] })]);
  expect(after.talks.get(5)?.info).toMatchObject({ seq: 7, blocked_by: ["1"], snoozed_until: "2090-01-01T00:00:00Z", is_muted: true, read_seqs: [6, 0] });
});

test("a page that was read before a message was taken away does not show its words again", () => {
  const state = apply(start, { type: "hidden", conversation_id: 5, id: 5_000_002, seq: 2, hidden_by: "author" });
  const paged = changeTalk(state, 5, (talk) => withPage(talk, [said(2, "oops"), said(3, "stays")].map(fromFrame), 2));
  expect(paged.talks.get(5)?.messages).toMatchObject([{ seq: 2, content: "", isHidden: true, hiddenBy: "author" }, { seq: 3, content: "stays" }]);
});

test("the first answer of the help desk ends the waiting", () => {
  const waiting = learn(emptyChat("1", false), [conversation({ id: 5, seq: 1, status: "pending" })]);
  expect(hear(waiting, said(2, "still here", { sender_id: "1" })).talks.get(5)?.info.status).toBe("pending");
  expect(hear(waiting, said(2, "yes?", { sender_id: "9", is_staff: true })).talks.get(5)?.info.status).toBe("open");
});

test("a message that was taken away leaves its place, without its words, and says who took it", () => {
  const hidden = (by: "author" | "help_desk") => ({ type: "hidden", conversation_id: 5, id: 5_000_002, seq: 2, hidden_by: by }) as const;
  const state = apply(hear(start, said(2, "oops")), hidden("author"));
  const moderated = apply(hear(start, said(2, "rude")), hidden("help_desk"));
  const wordsIn = (one: typeof state) => one.talks.get(5)?.messages.map((message) => removedWords(message.hiddenBy));
  expect([wordsIn(state), wordsIn(moderated)]).toEqual([["Removed by its author"], ["Removed by the help desk"]]);
  expect(removedWords(null)).toBe("Removed");
  expect(state.talks.get(5)?.messages).toMatchObject([{ seq: 2, content: "", isHidden: true }]);
  expect(state.talks.get(5)?.info.last_message).toBe("");
});

test("a conversation that nobody told us of is asked for, not invented", () => {
  const state = hear(start, said(2, "who is this", { conversation_id: 77 }));
  expect([...state.strangers]).toEqual([77]);
  expect(state.talks.has(77)).toBe(false);
  expect(learn(state, [conversation({ id: 77 })]).strangers.size).toBe(0);
});

test("what is unread is counted apart: one's own conversations, and what the desk gave to this agent", () => {
  const state = learn(emptyChat("9", true), [
    conversation({ id: 1, participant1_id: "9", participant1_unread: 2 }),
    conversation({ id: 2, participant1_id: "1", participant2_unread: 3, assignee_id: "9" }),
    conversation({ id: 3, participant1_id: "1", participant2_unread: 5, assignee_id: "8" }),
  ]);
  expect(unreadOfOwn(state)).toBe(2);
  expect(unreadAtDesk(state)).toBe(3);
  expect(ownTalks(state).map(({ info }) => info.id)).toEqual([1]);
});

test("who has sent his words has stopped writing them", () => {
  const typing = apply(start, { type: "typing", conversation_id: 5, user_id: "9", is_typing: true });
  expect(typing.typing.get(5)).toEqual(["9"]);
  expect(hear(typing, said(2, "here", { sender_id: "9" })).typing.get(5)).toEqual([]);
});

test("who is there is a state first, then what changes", () => {
  let state = apply(start, { type: "online_users", users: ["2", "3"], roles: ["buyer"], timestamp: 1 });
  state = apply(state, { type: "status", user_id: "3", status: "offline", timestamp: 2 });
  state = apply(state, { type: "status", user_id: "4", status: "online", timestamp: 3 });
  expect([...state.online]).toEqual(["2", "4"]);
});

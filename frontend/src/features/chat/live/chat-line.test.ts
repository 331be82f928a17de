// One person's line: what he says is said once whatever is cut, and what he missed comes in order.
import { expect, test, vi } from "vitest";
import { Problem, Unreachable } from "@/lib/api/problem";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { conversation, person, said } from "../specimens";
import type { Target } from "../types";
import type { ChatLine } from "./chat-line";
import { house, settle, stored } from "./chat-line-house";
import { gatherMs } from "./cursor-desk";
import type { Saying } from "./saying";
import type { ChatDoors } from "./talk-reader";

const words = (content: string, over: Partial<Saying> = {}): Saying => ({ talkId: 5, target: null, content, kind: "text", filename: null, ...over });
const contents = (line: ChatLine, id = 5) => line.store.getState().talks.get(id)?.messages.map(({ content }) => content);

test("a message goes out with its client id and is done when it comes back", async () => {
  const { line, socket, sent, greet } = house();
  line.open();
  greet();
  await settle();
  line.say(words("Hello"));
  const [frame] = sent("message");
  expect(frame).toMatchObject({ conversation_id: 5, content: "Hello", client_id: frame?.command_id });
  expect(line.view.getState().presses).toHaveLength(1);
  socket().hears(said(2, "Hello", { sender_id: "1", client_id: String(frame?.client_id) }));
  expect(line.view.getState().presses).toHaveLength(0);
  expect(contents(line)).toEqual(["Hello"]);
});

test("a cut line keeps the message: it goes out again with the same id, and stands there once", async () => {
  const { line, sockets, socket, sent, greet, timers } = house();
  line.open();
  greet();
  await settle();
  line.say(words("Are you there?"));
  const id = sent("message")[0]?.client_id;
  socket().dies();
  await settle();
  expect(line.view.getState().presses).toMatchObject([{ phase: "checking" }]);
  timers.pass(1_000);
  greet();
  await settle();
  expect(sockets.length).toBeGreaterThan(1);
  expect(sent("message").map((frame) => frame.client_id)).toContain(id);
  // The first attempt had arrived after all: the house tells of it twice.
  socket().hears(said(2, "Are you there?", { sender_id: "1", client_id: String(id) }));
  socket().hears(said(2, "Are you there?", { sender_id: "1", client_id: String(id) }));
  expect(contents(line)).toEqual(["Are you there?"]);
  expect(line.view.getState().presses).toHaveLength(0);
});

test("a reload finds the message on disk and sends it with its stored id", async () => {
  const disk = fakeDisk();
  const before = house({}, disk);
  before.line.open();
  before.line.say(words("Before the reload"));
  const id = before.line.view.getState().presses[0]?.entry.id;
  before.line.close();
  const sendMessage = vi.fn<ChatDoors["sendMessage"]>(({ content, client_id }) => Promise.resolve(stored(2, content, client_id)));
  const after = house({ sendMessage }, disk);
  after.line.open();
  await settle();
  expect(sendMessage.mock.calls.map(([message]) => message.client_id)).toEqual([id]);
  expect(after.line.view.getState().presses).toHaveLength(0);
});

test("what the house refuses keeps its text over a reload, and a retry really is a new attempt", async () => {
  const disk = fakeDisk();
  const first = house({}, disk);
  first.line.open();
  first.greet();
  await settle();
  first.line.say(words("Listen to me"));
  const id = first.sent("message")[0]?.client_id;
  first.socket().hears({ type: "ERROR", code: "blocked", message: "This person takes no messages from you.", command_id: id });
  first.line.close();
  const { line, sent, greet, socket } = house({}, disk);
  line.open();
  greet();
  await settle();
  const [unsent] = line.view.getState().unsent;
  expect(unsent).toMatchObject({ id, reason: "This person takes no messages from you.", saying: { content: "Listen to me" } });
  line.sayAgain(String(id));
  expect(line.view.getState().unsent).toHaveLength(0);
  const again = sent("message")[0];
  expect(again?.content).toBe("Listen to me");
  expect(again?.client_id).not.toBe(id);
  socket().hears({ type: "ERROR", code: "blocked", message: "Still not.", command_id: again?.client_id });
  expect(line.view.getState().unsent).toMatchObject([{ reason: "Still not.", saying: { content: "Listen to me" } }]);
});

test("after a cut the line asks for what it missed, from where it was", async () => {
  const { line, socket, sent, greet, timers } = house();
  line.open();
  greet();
  await settle();
  socket().hears(said(4, "told"));
  socket().dies();
  timers.pass(1_000);
  greet();
  expect(sent("resume")).toEqual([{ type: "resume", conversations: { "5": 4 } }]);
  for (const frame of [said(4, "told"), said(5, "missed"), said(7, "missed too")]) socket().hears(frame);
  expect(contents(line)).toEqual(["told", "missed", "missed too"]);
});

test("a line that is there before the first lists goes on from what they say, once", async () => {
  const lists: ((page: Awaited<ReturnType<ChatDoors["findTalks"]>>) => void)[] = [];
  const { line, sent, greet } = house({ findTalks: () => new Promise((answer) => lists.push(answer)) });
  line.open();
  greet();
  await settle();
  expect(sent("resume")).toEqual([]);
  lists[0]?.({ count: 1, results: [conversation({ id: 5, seq: 3 })] });
  await settle();
  expect(sent("resume")).toEqual([{ type: "resume", conversations: { "5": 3 } }]);
});

test("lists that cannot be read keep nobody from what is new", async () => {
  const { line, sent, greet } = house({ findTalks: () => Promise.reject(new Unreachable()) });
  line.open();
  greet();
  await settle();
  expect(sent("resume")).toEqual([{ type: "resume", conversations: {} }]);
});

test("what was read a moment before the page is left is told before the line is closed", async () => {
  for (const go of ["leave", "close"] as const) {
    const { line, socket, sent, greet } = house();
    line.open();
    greet();
    await settle();
    socket().hears(said(3, "For you", { sender_id: "9", is_staff: true }));
    line.read(5, 3);
    line[go]();
    expect(sent("read")).toEqual([{ type: "read", conversation_id: 5, seq: 3 }]);
  }
});

test("an answer over REST does not make the line skip what others wrote before it", async () => {
  const { line, socket, sent, greet, timers, network } = house({ sendMessage: ({ content, client_id }) => Promise.resolve(stored(9, content, client_id)) });
  line.open();
  greet();
  await settle();
  socket().hears(said(4, "told"));
  network.goes(false);
  line.say(words("over REST"));
  await settle();
  expect(contents(line)).toEqual(["told", "over REST"]);
  network.goes(true);
  timers.pass(1_000);
  greet();
  expect(sent("resume")).toEqual([{ type: "resume", conversations: { "5": 4 } }]);
});

test("the first question begins the conversation, and a retry asks for the same one", async () => {
  const target: Target = { to: "help", context: { about: "lot", id: 7, seq: 3 } };
  const beginTalk = vi.fn<ChatDoors["beginTalk"]>(() => Promise.resolve(conversation({ id: 8, seq: 1 })));
  const ids: string[] = [];
  const sendMessage: ChatDoors["sendMessage"] = ({ content, client_id, conversation_id }) => {
    ids.push(client_id);
    return ids.length === 1 ? Promise.reject(new Unreachable()) : Promise.resolve(stored(2, content, client_id, conversation_id));
  };
  const { line, timers } = house({ beginTalk, sendMessage });
  line.open();
  line.say(words("Is the frame original?", { talkId: null, target }));
  await settle();
  timers.pass(1_000);
  await settle();
  expect(beginTalk).toHaveBeenCalledWith(target, 1);
  expect(new Set(ids).size).toBe(1);
  expect(contents(line, 8)).toEqual(["Is the frame original?"]);
});

test("a refusal over REST ends on the shelf with its reason", async () => {
  const sendMessage: ChatDoors["sendMessage"] = () => Promise.reject(new Problem({ status: 404, code: "unknown_upload", detail: "There is no such upload.", facts: {} }));
  const { line } = house({ sendMessage });
  line.open();
  line.say(words("/media/private/x", { kind: "image", filename: "x.webp" }));
  await settle();
  expect(line.view.getState().unsent).toMatchObject([{ reason: "There is no such upload.", saying: { kind: "image" } }]);
});

test("a message of somebody else is acknowledged as delivered, read when it was seen, and told as news", async () => {
  const { line, socket, sent, greet, timers } = house();
  const news: string[] = [];
  line.onNews((_, message) => news.push(message.content));
  line.open();
  greet();
  await settle();
  socket().hears(said(3, "For you", { sender_id: "9", is_staff: true }));
  socket().hears(said(4, "Mine, from my phone", { sender_id: "1" }));
  timers.pass(gatherMs);
  expect(sent("read")).toEqual([{ type: "read", conversation_id: 5, delivered: 3 }]);
  expect(news).toEqual(["For you"]);
  line.read(5, 4);
  timers.pass(gatherMs);
  // One's own message read everything before it already.
  expect(sent("read")).toHaveLength(1);
  socket().hears(said(6, "And this", { sender_id: "9", is_staff: true }));
  line.read(5, 6);
  timers.pass(gatherMs);
  expect(sent("read").at(-1)).toEqual({ type: "read", conversation_id: 5, seq: 6 });
});

test("an agent acknowledges only what is with him", async () => {
  const talks = [conversation({ id: 5, participant1_id: "2", assignee_id: "1" }), conversation({ id: 6, participant1_id: "3", assignee_id: "8" })];
  const { line, socket, sent, greet, timers } = house({ findTalks: () => Promise.resolve({ count: 2, results: talks }) }, fakeDisk(), true);
  line.open();
  greet();
  await settle();
  socket().hears(said(3, "mine", { conversation_id: 5, sender_id: "2" }));
  socket().hears(said(3, "a colleague's", { conversation_id: 6, sender_id: "3" }));
  timers.pass(gatherMs);
  expect(sent("read")).toEqual([{ type: "read", conversation_id: 5, delivered: 3 }]);
});

test("somebody who began to talk while we were away is met when the line is back", async () => {
  let results = [conversation({ id: 5, seq: 1 })];
  const { line, socket, greet, timers } = house({ findTalks: () => Promise.resolve({ count: results.length, results }) });
  line.open();
  greet();
  await settle();
  socket().dies();
  results = [...results, conversation({ id: 6, seq: 4, participant1_unread: 1 })];
  timers.pass(1_000);
  greet();
  await settle();
  expect(line.store.getState().talks.get(6)?.info.participant1_unread).toBe(1);
});

test("whoever has a name outside finds his own messages by it", async () => {
  const { line, socket, greet } = house({ findTalks: () => Promise.resolve({ count: 1, results: [conversation({ id: 5, seq: 1, participant1_id: "b7", participant1: person("b7") })] }) }, fakeDisk(), false, undefined, "b7");
  line.open();
  expect(socket().address).toBe("/ws/b7?after=resume");
  greet();
  await settle();
  const heard = vi.fn();
  line.onNews(heard);
  socket().hears(said(2, "Mine", { sender_id: "b7", conversation_id: 5 }));
  expect(heard).not.toHaveBeenCalled();
  socket().hears(said(3, "Theirs", { sender_id: "2", conversation_id: 5 }));
  expect(heard).toHaveBeenCalledOnce();
  line.close();
});

test("what is said while a conversation is opened that we do not know yet stands there, though the line told it in vain", async () => {
  const written = [stored(2, "Before", "b")];
  let answer: (info: Awaited<ReturnType<ChatDoors["fetchTalk"]>>) => void = () => undefined;
  const { line, socket, greet } = house({
    fetchTalk: () => new Promise((resolve) => (answer = resolve)),
    fetchNewest: () => Promise.resolve({ count: written.length, results: [...written] }),
  });
  line.open();
  greet();
  await settle();
  const loading = line.reader.load(77);
  await settle();
  written.push(stored(3, "Meanwhile", "m"));
  socket().hears(said(3, "Meanwhile", { conversation_id: 77 }));
  answer(conversation({ id: 77, seq: 3 }));
  await loading;
  expect(contents(line, 77)).toEqual(["Before", "Meanwhile"]);
});

test("a list that was asked for before a conversation was given to an agent does not take it from him", async () => {
  const lists: ((page: Awaited<ReturnType<ChatDoors["findTalks"]>>) => void)[] = [];
  const { line, socket, greet } = house({ findTalks: () => new Promise((answer) => lists.push(answer)) }, fakeDisk(), true);
  const waiting = { count: 1, results: [conversation({ id: 5, seq: 3, participant1_id: "2", status: "pending" })] };
  line.open();
  greet();
  lists.forEach((list) => list(waiting));
  await settle();
  const asking = line.reader.learn(Promise.resolve(waiting), ({ results }) => results);
  socket().hears({ type: "conversation", conversation_id: 5, status: "pending", assignee_id: "1", position: null, participant1_id: "2", participant2_id: "help-desk", seq: 3 });
  await asking;
  expect(line.store.getState().talks.get(5)?.info.assignee_id).toBe("1");
});

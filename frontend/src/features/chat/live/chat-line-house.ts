// A person's line on fake sockets and a fake disk, with a house that answers what a test wants; of tests alone.
import { vi } from "vitest";
import { Unreachable } from "@/lib/api/problem";
import { fakeDisk } from "@/lib/commands/fake-disk";
import { FakeNetwork, FakeSocket, FakeTimers } from "@/lib/realtime/fake-socket";
import { conversation, person } from "../specimens";
import type { ChatMessage } from "../types";
import { ChatLine } from "./chat-line";
import { pendingSayings } from "./saying";
import type { ChatDoors } from "./talk-reader";
import { UnsentShelf } from "./unsent";

export function stored(seq: number, content: string, clientId: string, talkId = 5): ChatMessage {
  return { id: talkId * 1_000_000 + seq, conversation_id: talkId, sender_id: "1", sender: person("1"), content, message_type: "text", is_read: false, created_at: seq, seq, client_id: clientId, is_staff: false, is_hidden: false, hidden_by: null, filename: null };
}

export function house(over: Partial<ChatDoors> = {}, disk = fakeDisk(), isStaff = false, isStillHere = () => Promise.resolve(true), personId = "1") {
  const sockets: FakeSocket[] = [];
  const timers = new FakeTimers();
  const network = new FakeNetwork();
  const rightsChanged = vi.fn();
  const doors: ChatDoors = {
    findTalks: () => Promise.resolve({ count: 1, results: [conversation({ id: 5, seq: 1 })] }),
    fetchTalk: (id) => Promise.resolve(conversation({ id, seq: 1 })),
    fetchNewest: () => Promise.resolve({ count: 0, results: [] }),
    beginTalk: () => Promise.resolve(conversation({ id: 8, seq: 1 })),
    sendMessage: () => Promise.reject(new Unreachable()),
    pageSize: 50,
    ...over,
  };
  const line = new ChatLine(
    { userId: 1, personId, isStaff, rights: "buyer" },
    {
      openSocket: (address) => {
        const socket = new FakeSocket(address);
        sockets.push(socket);
        return socket;
      },
      timers,
      network,
      pending: pendingSayings(disk),
      unsent: new UnsentShelf(disk),
      doors,
      isStillHere,
      rightsChanged,
    },
  );
  const socket = () => sockets.at(-1)!;
  const sent = (type: string) => socket().sent.map((text) => JSON.parse(text) as Record<string, unknown>).filter((frame) => frame.type === type);
  const greet = (roles = ["buyer"]) => socket().hears({ type: "online_users", users: [], roles, timestamp: 1 });
  return { line, sockets, timers, network, disk, socket, sent, greet, rightsChanged };
}

export const settle = () => new Promise((resolve) => setImmediate(resolve));

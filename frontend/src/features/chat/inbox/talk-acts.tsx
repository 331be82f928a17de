// What a participant may do with a conversation: settle it, open it again, take no more from the other.
"use client";
import { Menu, type MenuAct } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { type ActBodies, type TalkAct, actOnTalk } from "../chat-calls";
import { useChat, useChatLine } from "../live/chat-context";
import type { Talk } from "../talk-state";
import { isHelp, nameOfOther } from "../wording";

/** Does something with a conversation and shows what became of it. */
export function useTalkAct(): <Act extends TalkAct>(id: number, act: Act, body: ActBodies[Act], words: string) => Promise<boolean> {
  const line = useChatLine();
  const toast = useToast();
  return async (id, act, body, words) => {
    try {
      const answer = actOnTalk(id, act, body);
      await (line ? line.reader.learn(answer, (info) => [info]) : answer);
      toast({ tone: "good", title: words });
      return true;
    } catch (error) {
      toast({ tone: "bad", title: "Nothing was changed", text: sentence(error) });
      return false;
    }
  };
}

export function TalkActs({ talk }: { talk: Talk }) {
  const act = useTalkAct();
  const personId = useChat((state) => state.personId);
  const { info } = talk;
  const isBlocked = info.blocked_by.includes(personId);
  const acts: MenuAct[] = [
    info.status === "resolved"
      ? { label: "Open it again", onChoose: () => void act(info.id, "reopen", undefined, "Open again") }
      : { label: "Mark as settled", onChoose: () => void act(info.id, "resolve", undefined, "Settled") },
  ];
  if (!isHelp(info)) {
    const name = nameOfOther(info, personId);
    acts.push(
      isBlocked
        ? { label: `Take messages from ${name} again`, onChoose: () => void act(info.id, "block", { is_on: false }, `${name} may write to you again`) }
        : { label: `Block ${name}`, isDanger: true, onChoose: () => void act(info.id, "block", { is_on: true }, `${name} cannot write to you here any more`) },
    );
  }
  return <Menu label="What can be done with this conversation" acts={acts} />;
}

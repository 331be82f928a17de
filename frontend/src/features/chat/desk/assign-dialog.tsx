// Giving a conversation to somebody by hand, or back into the queue; whoever was quicker is told, not overruled.
"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Tag } from "@/components/ui/tag";
import { useChat } from "../live/chat-context";
import type { Talk } from "../talk-state";
import { useDesk } from "./desk-context";

export function AssignDialog({ talk, onClose, onAssign }: { talk: Talk; onClose: () => void; onAssign: (agentId: string | null) => void }) {
  const { desk } = useDesk();
  const personId = useChat((state) => state.personId);
  const agents = desk.state.kind === "ready" ? desk.state.data.agents : [];
  const holder = talk.info.assignee_id;
  return (
    <Dialog isOpen onClose={onClose} title="Who is to answer?">
      <ul className="grid">
        {agents
          .filter(({ agent }) => agent.id !== holder)
          .map(({ agent, is_online: isOnline, load, capacity }) => (
            <li key={agent.id} className="flex items-center justify-between gap-3 border-b border-hairline py-2">
              <span className="min-w-0">
                <span className="block truncate font-semibold">{agent.id === personId ? "You" : agent.username}</span>
                <span className="text-small text-ink-soft">
                  has {load} of {capacity} {isOnline ? null : <Tag>away</Tag>}
                </span>
              </span>
              <Button size="small" tone="line" aria-label={`Give it to ${agent.username}`} onClick={() => onAssign(agent.id)}>
                Give
              </Button>
            </li>
          ))}
      </ul>
      {holder === null ? null : (
        <Button tone="line" onClick={() => onAssign(null)}>
          Back into the queue
        </Button>
      )}
    </Dialog>
  );
}

// The desk at a glance for administrators: who waits, who is there, who has how much.
"use client";
import { Door } from "@/components/ui/door";
import { Tag } from "@/components/ui/tag";
import { useHelpDesk } from "../desk/desk-context";
import type { AgentState, HelpDesk } from "../types";

function Figure({ value, words }: { value: number | string; words: string }) {
  return (
    <div className="flex flex-col-reverse justify-end border-t-4 border-ink pt-2">
      <dt className="text-small text-ink-soft">{words}</dt>
      <dd className="font-display text-lot leading-none font-semibold lining-nums">{value}</dd>
    </div>
  );
}

function Agent({ one }: { one: AgentState }) {
  const { agent, is_online: isOnline, load, capacity } = one;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 border-b border-hairline py-2 sm:grid-cols-[minmax(0,1fr)_6rem_auto]">
      <span className="font-semibold wrap-anywhere">{agent.username}</span>
      <span aria-hidden className="order-last col-span-2 h-1.5 bg-plate sm:order-none sm:col-span-1">
        <span className={`block h-full ${load >= capacity ? "bg-wax" : "bg-laurel"}`} style={{ width: `${Math.min(100, (load / capacity) * 100)}%` }} />
      </span>
      <span className="flex flex-wrap items-center justify-end gap-2 text-small">
        {load} of {capacity} {isOnline ? <Tag tone="good">here</Tag> : <Tag>away</Tag>}
      </span>
    </li>
  );
}

function Figures({ desk }: { desk: HelpDesk }) {
  const here = desk.agents.filter((one) => one.is_online);
  const seats = here.reduce((sum, one) => sum + one.capacity, 0);
  const load = here.reduce((sum, one) => sum + one.load, 0);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <dl className="grid grid-cols-3 gap-4">
        <Figure value={desk.waiting} words={desk.waiting === 1 ? "person waits" : "people wait"} />
        <Figure value={here.length} words={here.length === 1 ? "agent is here" : "agents are here"} />
        <Figure value={`${load}/${seats}`} words="seats in use" />
      </dl>
      <ul aria-label="Agents">
        {desk.agents.map((one) => (
          <Agent key={one.agent.id} one={one} />
        ))}
        {desk.agents.length === 0 ? <li className="py-2 text-ink-soft">Nobody has ever come to the desk.</li> : null}
      </ul>
    </div>
  );
}

export function Monitor() {
  return (
    <section aria-label="The help desk now" className="mb-10">
      <Door view={useHelpDesk()} what="The help desk">
        {(desk) => <Figures desk={desk} />}
      </Door>
    </section>
  );
}

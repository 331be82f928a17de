"""The rules of assignment (CH-ASG): to the online agent with the least load, else into the queue with a visible place.

Handing out is what the clock brings about: whenever somebody waits and an agent has room, that is due at once, so it happens in
the commit that made it possible, whoever asked. A conversation whose agent does not answer within REPLY goes back to the head, and
to another agent if one has room. Nobody is given his own question, though he answers those of others.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from saleroom.domain.decider import Decider, Refused
from saleroom.domain.help_desk import commands as c
from saleroom.domain.help_desk import events as e

REPLY: Final = timedelta(minutes=10)
CAPACITY_MAX: Final = 50
QUEUE_MAX: Final = 500  # more can still leave a message; they are not queued

_LONG_AGO: Final = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who answers. `free_since`: when he last had nothing at all, for ties."""

    capacity: int
    is_online: bool
    free_since: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """A conversation in an agent's hands; `reply_by` until his first answer, then None."""

    agent_id: int
    customer_id: int
    reply_by: datetime | None


@dataclass(frozen=True, slots=True)
class HelpDesk:
    """Everything that decides.

    Attributes:
        queue: conversation to customer, in order of waiting.
        missed: conversation to the agent who had it last and did not answer, until somebody does.
    """

    version: int = 0
    now: datetime = _LONG_AGO
    agents: Mapping[int, Agent] = field(default_factory=lambda: MappingProxyType({}))
    cases: Mapping[int, Case] = field(default_factory=lambda: MappingProxyType({}))
    queue: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    missed: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))

    def load(self, agent_id: int) -> int:
        """How many conversations an agent has."""
        return sum(case.agent_id == agent_id for case in self.cases.values())

    def next_handout(self) -> tuple[int, int] | None:
        """Whom to hand out now, and to which agent; None while nobody waits for somebody who has room.

        It is the first in the queue for whom somebody else than he himself has room: the online agent with the least load, of several
        who has been free longest; who let the same conversation go unanswered comes after all others.
        """
        free = [
            (load, agent.free_since, agent_id) for agent_id, agent in self.agents.items()
            if agent.is_online and (load := self.load(agent_id)) < agent.capacity
        ] if self.queue else []
        for conversation, customer_id in self.queue.items():
            missed_by = self.missed.get(conversation)
            fit = [(agent_id == missed_by, load, since, agent_id) for load, since, agent_id in free if agent_id != customer_id]
            if fit:
                return conversation, min(fit)[3]
        return None

    def is_present(self, agent_id: int) -> bool:
        """Whether an agent is online."""
        return agent_id in self.agents and self.agents[agent_id].is_online


def decide(desk: HelpDesk, command: c.Command, at: datetime) -> list[e.Fact] | Refused:
    """The facts of one command, or why there are none. What is due at `at` has been done before."""
    match command:
        case c.ComeOnline():
            return _come(desk, command)
        case c.GoOffline():
            return [e.AgentOffline(command.agent_id)] if desk.is_present(command.agent_id) else []
        case c.AskHelp():
            return _ask(desk, command)
        case c.NoteReply():
            return _reply(desk, command)
        case c.Leave():
            is_known = command.conversation in desk.queue or command.conversation in desk.cases
            return [e.ConversationLeft(command.conversation)] if is_known else []
        case c.Assign():
            return _assign(desk, command)


def _come(desk: HelpDesk, come: c.ComeOnline) -> list[e.Fact] | Refused:
    if not 1 <= come.capacity <= CAPACITY_MAX:
        return Refused("malformed", {"field": "capacity", "reason": f"capacity is a whole number of 1 to {CAPACITY_MAX}."})
    known = desk.agents.get(come.agent_id)
    if known is not None and known.is_online and known.capacity == come.capacity:
        return []
    return [e.AgentOnline(come.agent_id, come.capacity)]


def _ask(desk: HelpDesk, asked: c.AskHelp) -> list[e.Fact] | Refused:
    case = desk.cases.get(asked.conversation)
    if case is not None:
        return [] if desk.is_present(case.agent_id) else [e.ConversationReturned(asked.conversation, None)]
    if asked.conversation in desk.queue:
        return []
    if len(desk.queue) >= QUEUE_MAX:
        return Refused("help_desk_full", {"max": QUEUE_MAX})
    return [e.HelpAsked(asked.conversation, asked.customer_id)]


def _reply(desk: HelpDesk, reply: c.NoteReply) -> list[e.Fact]:
    """Whoever answers a waiting conversation has taken it, unless it is his own."""
    if desk.queue.get(reply.conversation, reply.by) != reply.by:
        return [e.ConversationHanded(reply.conversation, reply.by, reply.by), e.ReplyNoted(reply.conversation, reply.by)]
    case = desk.cases.get(reply.conversation)
    return [e.ReplyNoted(reply.conversation, reply.by)] if case is not None and case.reply_by is not None else []


def _assign(desk: HelpDesk, assign: c.Assign) -> list[e.Fact] | Refused:
    case = desk.cases.get(assign.conversation)
    holder = case.agent_id if case else None
    if case is None and assign.conversation not in desk.queue:
        return Refused("not_waiting")
    if holder != assign.expected:
        return Refused("assigned_meanwhile", {"assignee_id": holder})
    if holder == assign.agent_id:
        return []
    if assign.agent_id is None:
        return [e.ConversationReturned(assign.conversation, assign.by)]
    if assign.agent_id == (desk.queue[assign.conversation] if case is None else case.customer_id):
        return Refused("own_question")
    return [e.ConversationHanded(assign.conversation, assign.agent_id, assign.by)]


def evolve(desk: HelpDesk, fact: e.Fact, at: datetime) -> HelpDesk:
    """The help desk after one fact that happened at `at`."""
    desk = replace(desk, version=desk.version + 1, now=at)
    match fact:
        case e.AgentOnline():
            return _with_agent(desk, fact.agent_id, Agent(fact.capacity, True, at))
        case e.AgentOffline():
            return _with_agent(desk, fact.agent_id, replace(desk.agents[fact.agent_id], is_online=False))
        case e.HelpAsked():
            return replace(desk, queue=MappingProxyType({**desk.queue, fact.conversation: fact.customer_id}))
        case e.ConversationAssigned():
            return _in_hands(desk, fact.conversation, fact.agent_id, at)
        case e.ConversationHanded():
            return _in_hands(desk, fact.conversation, fact.agent_id, at)
        case e.ConversationReturned():
            customer_id, desk = _let_go(desk, fact.conversation, at)
            return replace(desk, queue=MappingProxyType({**desk.queue, fact.conversation: customer_id}))
        case e.ReplyMissed():
            customer_id, desk = _let_go(desk, fact.conversation, at)
            missed = MappingProxyType({**desk.missed, fact.conversation: fact.agent_id})
            return replace(desk, queue=MappingProxyType({fact.conversation: customer_id, **desk.queue}), missed=missed)
        case e.ReplyNoted():
            case = desk.cases[fact.conversation]
            answered = MappingProxyType({**desk.cases, fact.conversation: replace(case, reply_by=None)})
            return replace(desk, cases=answered, missed=_without(desk.missed, fact.conversation))
        case e.ConversationLeft():
            desk = _let_go(desk, fact.conversation, at)[1]
            return replace(desk, missed=_without(desk.missed, fact.conversation))


def _with_agent(desk: HelpDesk, agent_id: int, agent: Agent) -> HelpDesk:
    return replace(desk, agents=MappingProxyType({**desk.agents, agent_id: agent}))


def _in_hands(desk: HelpDesk, conversation: int, agent_id: int, at: datetime) -> HelpDesk:
    customer_id, desk = _let_go(desk, conversation, at)
    case = Case(agent_id, customer_id, at + REPLY)
    return replace(desk, cases=MappingProxyType({**desk.cases, conversation: case}))


def _without(missed: Mapping[int, int], conversation: int) -> Mapping[int, int]:
    return MappingProxyType({key: value for key, value in missed.items() if key != conversation})


def _let_go(desk: HelpDesk, conversation: int, at: datetime) -> tuple[int, HelpDesk]:
    """Take a conversation out of the queue or an agent's hands; its customer, and the desk without it."""
    case = desk.cases.get(conversation)
    customer_id = desk.queue[conversation] if case is None else case.customer_id
    desk = replace(
        desk, queue=MappingProxyType({key: value for key, value in desk.queue.items() if key != conversation}),
        cases=MappingProxyType({key: value for key, value in desk.cases.items() if key != conversation}),
    )
    if case is not None and case.agent_id in desk.agents and not desk.load(case.agent_id):
        desk = _with_agent(desk, case.agent_id, replace(desk.agents[case.agent_id], free_since=at))
    return customer_id, desk


def due_at(desk: HelpDesk) -> datetime | None:
    """At once while somebody waits and an agent has room; else when the first unanswered assignment is too old."""
    if desk.next_handout() is not None:
        return desk.now
    return min((case.reply_by for case in desk.cases.values() if case.reply_by is not None), default=None)


def due(desk: HelpDesk, at: datetime) -> list[e.Fact]:
    """The timed fact of a help desk whose `due_at` has come."""
    if (handout := desk.next_handout()) is not None:
        return [e.ConversationAssigned(*handout)]
    conversation, case = min(
        ((number, case) for number, case in desk.cases.items() if case.reply_by is not None and case.reply_by <= at),
        key=lambda one: (one[1].reply_by, one[0]),
    )
    return [e.ReplyMissed(conversation, case.agent_id)]


def summary(desk: HelpDesk) -> dict[str, Any]:
    """The state of the head row: who is there, who waits in which order, who has what."""
    return {
        "agents": {str(agent_id): [agent.capacity, agent.is_online] for agent_id, agent in desk.agents.items()},
        "queue": list(desk.queue), "cases": {str(number): case.agent_id for number, case in desk.cases.items()},
    }


HELP_DESK = Decider(
    kind="help_desk", initial=HelpDesk, decide=decide, evolve=evolve, due_at=due_at, due=due,
    creates=lambda command: True, summary=summary, state_version=1,
)

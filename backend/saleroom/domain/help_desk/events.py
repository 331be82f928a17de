"""The facts of the help desk. Once written they are never changed; `TYPES` holds their numbers, `TIMED` those of the clock."""

from typing import Final

from saleroom.domain.values import value


@value
class AgentOnline:
    """An agent takes up to `capacity` conversations from now on."""

    agent_id: int
    capacity: int


@value
class AgentOffline:
    """An agent takes none from now on."""

    agent_id: int


@value
class HelpAsked:
    """A conversation waits at the end of the queue."""

    conversation: int
    customer_id: int


@value
class ConversationAssigned:
    """The conversation at the head of the queue went to the agent with the least load (CH-ASG)."""

    conversation: int
    agent_id: int


@value
class ConversationHanded:
    """Somebody gave a conversation to an agent by hand."""

    conversation: int
    agent_id: int
    by: int


@value
class ConversationReturned:
    """A conversation went back to the queue by hand, or because its agent is offline and its customer wrote: at its end."""

    conversation: int
    by: int | None


@value
class ReplyMissed:
    """Its agent did not answer in time: the conversation goes back to the head of the queue (CH-ASG)."""

    conversation: int
    agent_id: int


@value
class ReplyNoted:
    """The first answer since the conversation was assigned."""

    conversation: int
    by: int


@value
class ConversationLeft:
    """A conversation needs the help desk no more."""

    conversation: int


Fact = (
    AgentOnline | AgentOffline | HelpAsked | ConversationAssigned | ConversationHanded | ConversationReturned | ReplyMissed
    | ReplyNoted | ConversationLeft
)

TYPES: dict[type, tuple[int, int]] = {
    AgentOnline: (90, 1), AgentOffline: (91, 1), HelpAsked: (92, 1), ConversationAssigned: (93, 1), ConversationHanded: (94, 1),
    ConversationReturned: (95, 1), ReplyMissed: (96, 1), ReplyNoted: (97, 1), ConversationLeft: (98, 1),
}

TIMED: Final = frozenset({ConversationAssigned, ReplyMissed})

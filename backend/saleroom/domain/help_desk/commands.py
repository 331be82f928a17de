"""What may be asked of the help desk. Conversations are named by their numbers, people by their ids."""

from saleroom.domain.values import value


@value
class ComeOnline:
    """An agent is there and takes up to `capacity` conversations; again with another capacity changes it."""

    agent_id: int
    capacity: int


@value
class GoOffline:
    """An agent left, or was not heard of for two minutes. His conversations stay his until their customer writes again."""

    agent_id: int


@value
class AskHelp:
    """A customer wrote in a conversation of the help desk: somebody is to see to it."""

    conversation: int
    customer_id: int


@value
class NoteReply:
    """Staff answered in a conversation."""

    conversation: int
    by: int


@value
class Leave:
    """A conversation was resolved: its place is free."""

    conversation: int


@value
class Assign:
    """Staff give a conversation to an agent by hand, also above his capacity; None puts it back into the queue.

    `expected` is who has it as the asker saw it (None: nobody), so that of two who assign at once one is told.
    """

    by: int
    conversation: int
    agent_id: int | None
    expected: int | None


Command = ComeOnline | GoOffline | AskHelp | NoteReply | Leave | Assign

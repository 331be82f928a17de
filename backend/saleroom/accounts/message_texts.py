"""The words of messages: rows that are no facts, so that they can be erased. The log points to them by id.

A text is written before its message is decided; the id follows from the conversation, the sender and the client's own id, so that
a retry finds the same text. A text whose message never came to be is pruned.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID, uuid5

from saleroom.domain.decider import RefusedError
from saleroom.eventlog.pool import Connection, Pool

ORPHAN_AGE: Final = timedelta(days=1)

_NAMESPACE: Final = UUID("6b0f5c1e-2a54-5d0f-9a5e-0a6d0c9b7f21")

_WRITE: Final = """
INSERT INTO public.message_texts (id, conversation_id, sender_id, client_id, content, upload_name) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (id) DO UPDATE SET written_at = excluded.written_at
"""  # a retry makes it young again, so that it is not pruned while its message is decided
_READ: Final = "SELECT conversation_id, sender_id, content, upload_name, erased_at FROM public.message_texts WHERE id = $1"
_ERASE: Final = """
UPDATE public.message_texts SET content = '', upload_name = NULL, erased_at = $2 WHERE sender_id = $1 AND erased_at IS NULL
"""
_PRUNE: Final = """
DELETE FROM public.message_texts t
 WHERE t.written_at BETWEEN clock_timestamp() - 3 * $1::interval AND clock_timestamp() - $1::interval
   AND NOT EXISTS (SELECT FROM public.messages m WHERE m.conversation_id = t.conversation_id AND m.text_id = t.id)
"""


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody says in a conversation; `upload_name` is of an uploaded image or file."""

    conversation: int
    sender_id: int
    client_id: str
    content: str
    upload_name: str | None = None

    @property
    def id(self) -> UUID:
        """The same for every retry of the same press."""
        return uuid5(_NAMESPACE, f"{self.conversation}/{self.sender_id}/{self.client_id}")


async def write(source: Pool | Connection, text: Text) -> UUID:
    """Keep a text, or find that it is kept; its id.

    Raises:
        RefusedError: command_conflict, when the same client id was used for other words.
    """
    await source.execute(_WRITE, text.id, text.conversation, text.sender_id, text.client_id, text.content, text.upload_name)
    kept = await source.fetchrow(_READ, text.id)
    said = (text.content, text.upload_name)
    if kept is None or (kept["erased_at"] is None and (kept["content"], kept["upload_name"]) != said):
        raise RefusedError("command_conflict")
    return text.id


async def erase(source: Pool | Connection, person_id: int, at: object) -> None:
    """Forget everything that a person ever said; the messages stay, without words."""
    await source.execute(_ERASE, person_id, at)


async def prune(source: Pool | Connection) -> None:
    """Drop texts whose message never came to be."""
    await source.execute(_PRUNE, ORPHAN_AGE)

"""What people upload into conversations: whose it is, what it is called, and who may fetch it. The bytes lie in the data folder."""

import re
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from saleroom.eventlog.pool import Connection, Pool

_NAME: Final = re.compile(r"[0-9a-f]{32}")
_COLUMNS: Final = "name, owner_id, kind, media_type, filename, bytes, width, height"
_ADD: Final = """
INSERT INTO public.uploads (name, owner_id, kind, media_type, filename, bytes, width, height, command_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (command_id) DO NOTHING
"""
_BY_COMMAND: Final = f"SELECT {_COLUMNS} FROM public.uploads WHERE command_id = $1 AND owner_id = $2"
_ONE: Final = f"SELECT {_COLUMNS} FROM public.uploads WHERE name = $1 AND erased_at IS NULL"
# His own, sent (and not hidden) in a conversation that he may read, which staff may all, or a file of the team's quick replies for staff.
_MAY_FETCH: Final = """
SELECT EXISTS (SELECT FROM public.uploads WHERE name = $1 AND owner_id = $2)
    OR EXISTS (SELECT FROM public.message_texts t JOIN public.conversations k ON k.id = t.conversation_id
                 JOIN public.messages m ON m.conversation_id = k.id AND m.text_id = t.id AND NOT m.is_hidden
                WHERE t.upload_name = $1 AND (k.customer_id = $2 OR k.with_id = $2 OR $3))
    OR ($3 AND EXISTS (SELECT FROM public.quick_replies WHERE upload_name = $1 AND owner_id IS NULL))
"""
_OF_PERSON: Final = """
UPDATE public.uploads SET erased_at = clock_timestamp(), filename = '' WHERE owner_id = $1 AND erased_at IS NULL RETURNING name
"""


@dataclass(frozen=True, slots=True)
class Upload:
    """An uploaded image (encoded anew, with its thumbnails) or file (as it came). Sizes in bytes and pixels."""

    name: str
    owner_id: int
    kind: str
    media_type: str
    filename: str
    bytes: int
    width: int | None = None
    height: int | None = None


async def add(source: Pool | Connection, upload: Upload, command_id: UUID) -> Upload | None:
    """Note a stored upload; the earlier one of the same command, or None when another person used that id."""
    await source.execute(
        _ADD, upload.name, upload.owner_id, upload.kind, upload.media_type, upload.filename, upload.bytes, upload.width, upload.height,
        command_id,
    )
    return await of_command(source, command_id, upload.owner_id)


async def of_command(source: Pool | Connection, command_id: UUID, owner_id: int) -> Upload | None:
    """What a command of this person stored before."""
    row = await source.fetchrow(_BY_COMMAND, command_id, owner_id)
    return None if row is None else _upload(row)


async def one(source: Pool | Connection, name: str) -> Upload | None:
    """An upload by its name; None for everything that is no name of ours."""
    row = await source.fetchrow(_ONE, name) if _NAME.fullmatch(name) else None
    return None if row is None else _upload(row)


async def may_fetch(source: Pool | Connection, name: str, person_id: int, *, is_staff: bool) -> bool:
    """Whether somebody may see it: his own, or one of a conversation that he may see."""
    may: bool = await source.fetchval(_MAY_FETCH, name, person_id, is_staff)
    return may


async def erase(source: Pool | Connection, person_id: int) -> list[str]:
    """Forget everything that a person uploaded; the names of the files that may go."""
    return [row["name"] for row in await source.fetch(_OF_PERSON, person_id)]


def _upload(row: Any) -> Upload:
    return Upload(**dict(row))

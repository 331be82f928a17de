"""People who talk in the tests: over REST, on sockets of their own, and by the hundred without any door."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

import asyncpg
import httpx

from saleroom.accounts import message_texts
from saleroom.accounts.message_texts import Text
from saleroom.domain.chat import commands as c
from saleroom.domain.help_desk.decider import HELP_DESK as DESK_RULES
from saleroom.domain.ids import number_of, stream_id
from saleroom.eventlog.log import Accepted
from saleroom.eventlog.numbers import claim_number
from saleroom.eventlog.pool import Pool, open_pool
from saleroom.handle import Handle
from saleroom.nouns import NOUNS
from tests.actors import Database, Person, Server, Watcher, sign_up
from tests.concerts import send

DESK = stream_id(DESK_RULES.kind, 1)
ANNA, BERT, CARLA, AGNES = 1, 2, 3, 8


def begin(person: Person, other: Person | None = None, **fields: Any) -> dict[str, Any]:
    """Begin to talk: with another person, or else as the fields say."""
    body = {"participant2_id": str(other.id), **fields} if other else fields
    answer = person.post("/conversations", body)
    assert answer.status_code == 201, answer.text
    talk: dict[str, Any] = answer.json()
    return talk


def pair(server: Server) -> tuple[Person, Person, dict[str, Any]]:
    """Two new people and their conversation."""
    one, two = sign_up(server.url), sign_up(server.url)
    return one, two, begin(one, two)


def tell(person: Person, talk: dict[str, Any], content: str, client_id: str | None = None, **fields: Any) -> dict[str, Any]:
    """Say something over REST."""
    answer = say(person, talk, content, client_id, **fields)
    assert answer.status_code == 201, answer.text
    message: dict[str, Any] = answer.json()
    return message


def say(person: Person, talk: dict[str, Any], content: Any, client_id: Any = None, **fields: Any) -> httpx.Response:
    """Try to say something over REST."""
    named = {} if client_id is None else {"client_id": client_id}
    return person.post("/messages", {"conversation_id": talk["id"], "content": content, "message_type": "text", **named, **fields})


def messages(person: Person, talk: dict[str, Any], **asked: Any) -> list[dict[str, Any]]:
    """What was said in a conversation, oldest first, as REST tells it."""
    query = "&".join(f"{name}={value}" for name, value in {"page_size": 100, **asked}.items())
    answer = person.get(f"/conversations/{talk['id']}/messages?{query}")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["results"]
    return found


def read(person: Person, talk: dict[str, Any]) -> dict[str, Any]:
    """A conversation as somebody sees it."""
    answer = person.get(f"/conversations/{talk['id']}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def act(person: Person, talk: dict[str, Any], name: str, body: Any = None) -> httpx.Response:
    """Do something with a conversation."""
    return person.post(f"/conversations/{talk['id']}/{name}", {} if body is None else body)


def come(agent: Person, capacity: int = 5, *, is_available: bool = True) -> dict[str, Any]:
    """An agent comes, or goes; the help desk then."""
    answer = send(agent, "PUT", "/help-desk/me", {"is_available": is_available, "capacity": capacity})
    assert answer.status_code == 200, answer.text
    desk: dict[str, Any] = answer.json()
    return desk


def with_roles(database: Database, base: str, *roles: str) -> Person:
    """Somebody new with these roles."""
    person = sign_up(base)
    as_owner(database, "UPDATE public.users SET roles = $2 WHERE id = $1", person.id, ["buyer", *roles])
    return person


def as_owner(database: Database, query: str, *values: Any) -> list[Any]:
    """Rows of a query of the database's owner, whatever loop runs here."""

    async def rows() -> list[Any]:
        connection = await asyncpg.connect(database.owner)
        try:
            return [tuple(row) for row in await connection.fetch(query, *values)]
        finally:
            await connection.close()

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(rows())
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(rows())).result()


class Talker(Watcher):
    """One device of a person; what it heard is kept. `waits`: it goes on after a cut, and hears nothing before its `resume`."""

    def __init__(self, base: str, person: Person, *, waits: bool = False, path: str = "", is_greeted: bool = True) -> None:
        super().__init__(base, 0, person)
        after = "&after=resume" if waits else ""
        self.url = f"{base.replace('http', 'ws')}/ws/{path or person.id}?token={person.token}{after}"
        self.is_greeted = is_greeted
        self.greeting: dict[str, Any] = {}

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        if self.is_greeted:
            self.greeting = await self.until("online_users")
        return self

    async def tell(self, talk: dict[str, Any], content: str, client_id: str | None = None) -> str:
        """Say something, and go on without waiting; its client id."""
        client_id = client_id or str(uuid.uuid4())
        await self.say({"type": "message", "conversation_id": talk["id"], "content": content, "client_id": client_id})
        return client_id

    async def resume(self, *talks: tuple[dict[str, Any], int]) -> None:
        """Go on after these seqs."""
        await self.say({"type": "resume", "conversations": {str(talk["id"]): seq for talk, seq in talks}})

    async def heard(self, talk: dict[str, Any], seq: int, seconds: float = 15) -> list[tuple[int, str]]:
        """Every message of a conversation in the order in which it came, once the one at `seq` has come."""
        while not any(number >= seq for number, _ in self.said(talk)):
            await self.next(seconds)
        return self.said(talk)

    def said(self, talk: dict[str, Any]) -> list[tuple[int, str]]:
        """Seq and words of every message that came."""
        return [(frame["seq"], frame["content"]) for frame in self.told("message", talk)]

    def told(self, kind: str, talk: dict[str, Any]) -> list[dict[str, Any]]:
        """Every frame of a type about a conversation."""
        return [frame for frame in self.frames if frame["type"] == kind and frame["conversation_id"] == talk["id"]]


@dataclass
class Parlour:
    """One worker without doors, in which people talk as fast as it goes."""

    pool: Pool
    handle: Handle

    async def begin(self, by: int, with_id: int | None = None, context: c.Context | None = None) -> int:
        """The stream of a new conversation."""
        stream = stream_id("chat", await claim_number(self.pool, "chat", uuid.uuid4()))
        await self.do(stream, c.OpenConversation(by, with_id, context))
        return stream

    async def do(self, stream: int, command: Any, command_id: UUID | None = None) -> Accepted:
        """One command, accepted."""
        outcome = await self.handle.ask(stream, command, command_id or uuid.uuid4())
        assert isinstance(outcome, Accepted), outcome
        return outcome

    async def say(self, stream: int, by: int, *contents: str, is_staff: bool = False) -> list[int]:
        """Say so many things, in this order; their seqs."""
        told: list[Any] = []
        texts = [Text(number_of(stream), by, str(uuid.uuid4()), content) for content in contents]
        for text_id in await asyncio.gather(*(message_texts.write(self.pool, text) for text in texts)):
            self.handle.submit(stream, c.SendMessage(by, is_staff, text_id), text_id, told.append)
        async with asyncio.timeout(30):
            while len(told) < len(contents):
                await asyncio.sleep(0.002)
        return [one.recorded[0].version for one in told]


@asynccontextmanager
async def parlour(database: Database) -> AsyncIterator[Parlour]:
    """A parlour on connections of the unprivileged login."""
    pool = await open_pool(database.app, size_max=4)
    try:
        handle = Handle(pool, NOUNS, lambda published: None)
        yield Parlour(pool, handle)
        await handle.drain()
    finally:
        await pool.close()

"""A post office that behaves as a test says, on a real SMTP port, and the sender of a house that hands letters in there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import count
from typing import Any, cast
from uuid import UUID

from aiosmtpd.smtp import SMTP, Envelope, Session

from saleroom.domain.ids import stream_id
from saleroom.eventlog.outbox import Outbox, put
from saleroom.eventlog.pool import Pool, open_pool
from saleroom.mail.letters import Recipient
from saleroom.mail.mailer import Mailer, MailServer
from saleroom.mail.unsubscribe import UnsubscribeLinks
from saleroom.mail.wording import Letterhead
from saleroom.reactions.send_letters import People, SendLetters, Stationery

ANNA, NOBODY, UNWILLING = 42, 404, 77
ADDRESS = "anna.keller@saleroom.test"
SENDER = "Saleroom <saleroom@localhost.localdomain>"
PATIENT_SECONDS = 20.0  # the bound of one conversation, long enough for a busy machine
IMPATIENT_SECONDS = 0.5  # the bound where a test waits for a server that never answers

_workers = count(1)
_lots = count(1000)


class PostOffice:
    """A mail server. Set `at_rcpt` or `at_data` to a refusal, or `mood` to one of: takes, hangs, drops, slams.

    `drops` breaks the connection after the message and before a reply, `slams` instead of a goodbye, after its 250.
    """

    def __init__(self) -> None:
        self.mood = "takes"
        self.at_rcpt = self.at_data = ""
        self.taken: list[EmailMessage] = []
        self.offered: list[EmailMessage] = []
        self.was_offered = asyncio.Event()
        self.is_released = asyncio.Event()
        self.slammed = False
        self.port = 0
        self._server: asyncio.Server | None = None

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        if self.at_rcpt:
            return self.at_rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        message: Any = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        self.offered.append(message)
        self.was_offered.set()
        if self.mood == "hangs":
            await self.is_released.wait()
            return "451 nobody waits for this"
        if self.mood == "drops":
            _break(server)
            return "451 nobody hears this"
        if self.at_data:
            return self.at_data
        self.taken.append(message)
        return "250 2.0.0 Ok: queued as 4F2A"

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.mood == "slams":
            self.slammed = True
            _break(server)
        return "221 Bye"

    async def open(self) -> None:
        """Start to listen, at the first time on a free port, later on the same one."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: SMTP(self, hostname="postoffice", loop=loop), "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    def close(self) -> None:
        self.is_released.set()
        if self._server is not None:
            self._server.close()
            self._server = None

    @property
    def ids(self) -> list[str]:
        """The Message-IDs of what was taken."""
        return [str(message["Message-ID"]) for message in self.taken]


def _break(server: SMTP) -> None:
    cast(asyncio.Transport, server.transport).abort()


async def _address_of(user_id: int) -> Recipient | None:
    return None if user_id == NOBODY else Recipient(ADDRESS, "Anna Keller")


async def _wants(user_id: int, topic: str) -> bool:
    return user_id != UNWILLING


STATIONERY = Stationery(Letterhead("https://saleroom.example", "EUR"), UnsubscribeLinks("s" * 32, "https://saleroom.example"))
async def _told_by_seller(seller_id: int) -> dict[str, str]:
    return {"payment_text": f"To the account of seller {seller_id}", "collection_text": ""}


PEOPLE = People(_address_of, _wants, _told_by_seller)


def new_worker_id() -> UUID:
    return UUID(int=next(_workers))


@dataclass
class Postroom:
    """A house's outbox beside a post office. `sender` is one worker's, `impatient` another's; `another()` makes a further one."""

    pool: Pool
    office: PostOffice
    sender: SendLetters = field(init=False)
    impatient: SendLetters = field(init=False)
    outbox: Outbox = field(init=False)

    def __post_init__(self) -> None:
        self.outbox, self.sender = self.another()
        self.impatient = self.another(IMPATIENT_SECONDS)[1]

    def mailer(self, seconds_max: float = PATIENT_SECONDS) -> Mailer:
        return Mailer(MailServer("127.0.0.1", self.office.port, SENDER), send_seconds_max=seconds_max)

    def another(self, seconds_max: float = PATIENT_SECONDS) -> tuple[Outbox, SendLetters]:
        outbox = Outbox(self.pool, new_worker_id())
        return outbox, self.with_outbox(outbox, seconds_max)

    def with_outbox(self, outbox: Outbox, seconds_max: float = PATIENT_SECONDS) -> SendLetters:
        return SendLetters(outbox, self.mailer(seconds_max), PEOPLE, STATIONERY, jitter=lambda: 0.0)

    async def write(self, topic: str = "won", user_id: int = ANNA, **other: Any) -> int:
        """Put one letter into the outbox; its lot's number."""
        lot = next(_lots)
        payload = {
            "lot_id": lot, "title": "Harbour at dusk", "user_id": user_id,
            "price_minor": 150_00, "next_min_minor": 155_00, "bid_count": 3,
            "closed_at": "2026-03-01T12:00:00+00:00", "closes_at": "2026-03-01T12:00:00+00:00", "was_finished": False, "reason": "",
        }
        async with self.pool.acquire() as connection:
            await put(connection, stream_id("auctions", lot), f"{topic}.{user_id}", topic, {**payload, **other}, version=5)
        return lot

    async def row(self, lot: int) -> dict[str, Any]:
        """The outbox row of a lot, with `pause`: in how many seconds it is tried again."""
        found = await self.pool.fetchrow(
            "SELECT *, extract(epoch FROM next_at - clock_timestamp())::float8 AS pause FROM log.outbox WHERE stream_id = $1",
            stream_id("auctions", lot),
        )
        assert found is not None
        return dict(found)

    async def until_sent(self, lot: int, seconds_max: float) -> None:
        """Wait until the ledger says so.

        Raises:
            TimeoutError: it does not say so in time.
        """
        async with asyncio.timeout(seconds_max):
            while (await self.row(lot))["outcome"] != "sent":  # the truth is in the table
                await asyncio.sleep(0.01)

    async def let_time_pass(self) -> None:
        """As if every pause and every lease had come to its end."""
        await self.pool.execute(
            "UPDATE log.outbox SET next_at = clock_timestamp() - interval '1 second',"
            " leased_until = CASE WHEN leased_until IS NOT NULL THEN clock_timestamp() - interval '1 second' END"
            " WHERE done_at IS NULL"
        )


@asynccontextmanager
async def postroom(app_address: str) -> AsyncIterator[Postroom]:
    """An empty outbox, as the unprivileged login sees it, and an open post office."""
    pool = await open_pool(app_address, size_min=1, size_max=6)
    office = PostOffice()
    await office.open()
    try:
        await pool.execute("UPDATE log.outbox SET done_at = clock_timestamp(), outcome = 'unwanted' WHERE done_at IS NULL")
        yield Postroom(pool, office)
    finally:
        office.close()
        await pool.close()

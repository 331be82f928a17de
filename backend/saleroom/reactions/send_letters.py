"""When a letter waits in the outbox, it is written, sent, and its outcome noted in the ledger.

Law 8: no transaction is open while a server is asked. What a server refuses for now, or what goes wrong on the way to it,
is tried again later and later; what it refuses for good is dead and stays visible. A letter that got its 250 is noted as
sent, however long Postgres takes within the lease; only a kill in between repeats it, with the same Message-ID. Names and
addresses are looked up here, at the last moment, and kept nowhere. Letters can wait: while people press fast, only SENDING_MAX
letters a second begin in a worker.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final
from urllib.parse import urlsplit

import structlog

from saleroom.domain.auctions.events import LotCancelled, LotClosed
from saleroom.domain.ids import kind_of, number_of
from saleroom.eventlog.outbox import Leased, Outbox
from saleroom.eventlog.pool import AWAY
from saleroom.eventlog.subscription import Published
from saleroom.mail.letters import Enclosure, Letter, Recipient, letter
from saleroom.mail.mailer import Mailer, NeverError, NotNowError
from saleroom.mail.unsubscribe import OPTIONAL_TOPICS, UnsubscribeLinks
from saleroom.mail.wording import Letterhead
from saleroom.reactions.noting import note

SENDING_MAX: Final = 8  # conversations at once in one worker; receiving servers allow about ten a client
ATTEMPTS_MAX: Final = 30  # with the pauses below about 22 hours
PAUSE_SECONDS_FIRST: Final = 5.0
PAUSE_SECONDS_MAX: Final = 3600.0
JITTER: Final = 0.2  # of the pause, so that letters refused together do not come back together
WAKE_SECONDS: Final = 1.0  # the safety net under `wake`
STOP_SECONDS_MAX: Final = 3.0  # given to conversations under way when the worker stops

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_.-]+|^\.|\.$|\.\.+")

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class People:
    """How the accounts answer.

    Attributes:
        address_of: where a person gets letters, or None for one without an address (or an erased one).
        wants: whether a person wants letters of a topic that can be refused.
        told_by_seller: what a seller tells whoever wins: `payment_text` and `collection_text`, empty where he wrote nothing.
    """

    address_of: Callable[[int], Awaitable[Recipient | None]]
    wants: Callable[[int, str], Awaitable[bool]]
    told_by_seller: Callable[[int], Awaitable[Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Stationery:
    """What every letter needs: the letterhead, the links at its foot, and what is enclosed with the letter of a row."""

    head: Letterhead
    links: UnsubscribeLinks
    enclose: Callable[[Leased], tuple[Enclosure, ...]] = lambda row: ()

    def message_id(self, row: Leased) -> str:
        """The same for every try of a row, on every worker: `<stream.version.key@host>`."""
        key = row.dedupe_key
        if _UNSAFE.search(key):
            key = f"{_UNSAFE.sub('-', key)}-{sha256(key.encode()).hexdigest()[:12]}"
        return f"<{row.stream_id}.{row.version}.{key}@{urlsplit(self.head.public_address).hostname or 'localhost'}>"


class SendLetters:
    """The sender of one worker; any number of workers may run one.

    Args:
        outbox: the rows, leased to this worker.
        mailer: the way to the mail server.
        people: who a person is.
        stationery: how letters of this house look.
        jitter: a number from -1 to 1, new at each call.
        is_busy: whether people press fast, in this worker or another.
    """

    def __init__(
        self, outbox: Outbox, mailer: Mailer, people: People, stationery: Stationery, jitter: Callable[[], float],
        is_busy: Callable[[], bool] = lambda: False,
    ) -> None:
        self._outbox, self._mailer, self._people, self._stationery, self._jitter = outbox, mailer, people, stationery, jitter
        self._is_busy = is_busy
        self._sending: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look into the outbox at once: a row was written. Nothing is lost when nobody calls this."""
        self._woken.set()

    def heard(self, published: Published) -> None:
        """A commit of this worker: the letters of an end go out at once.

        Letters about higher bids wait for the next look, since a look after every commit of a hot lot would cost more than
        it brings: they are at most one a minute for each lot and person anyway.
        """
        if any(isinstance(recorded.fact, LotClosed | LotCancelled) for recorded in published.recorded):
            self.wake()

    async def run(self) -> None:
        """Send until cancelled; then give the conversations under way a moment to end."""
        try:
            while True:
                self._woken.clear()
                if not await self._begin():
                    await self._rest()
                elif self._is_busy():  # a letter takes as long as ten presses: at the second of an on-sale they halved the rate
                    await asyncio.sleep(WAKE_SECONDS)
        finally:
            if self._sending:
                _, late = await asyncio.wait(self._sending, timeout=STOP_SECONDS_MAX)
                for task in late:
                    task.cancel()

    async def once(self) -> int:
        """Carry out what is due now, up to SENDING_MAX rows, and wait for it. How many rows that were."""
        rows = await self._outbox.lease(SENDING_MAX)
        await asyncio.gather(*(self._carry_out(row) for row in rows))
        return len(rows)

    async def _begin(self) -> bool:
        """Start as many conversations as there is room for. False: nothing was due, or no room, or no Postgres."""
        room = SENDING_MAX - len(self._sending)
        if not room:
            return False
        try:
            rows = await self._outbox.lease(room)
        except AWAY as error:
            logger.warning("outbox_unreachable", error=repr(error))
            return False
        for row in rows:
            task = asyncio.create_task(self._carry_out(row))
            self._sending.add(task)
            task.add_done_callback(self._ended)
        return bool(rows)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        self._woken.set()

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(WAKE_SECONDS):
                await self._woken.wait()
        except TimeoutError:
            pass

    async def _carry_out(self, row: Leased) -> None:
        """One row, to one noted outcome. Never raises: what nobody foresaw is told, logged, and tried again."""
        try:
            to = await self._recipient(row)
            if to is None:
                await note(lambda: self._outbox.done(row, "no_address", ""))
            elif row.topic in OPTIONAL_TOPICS and not await self._people.wants(_user_id(row), row.topic):
                await note(lambda: self._outbox.done(row, "unwanted", ""))
            else:
                await self._send(row, to)
        except Exception as error:
            logger.exception("letter_failed", stream=row.stream_id, key=row.dedupe_key)
            reply = f"{type(error).__name__} on our side"
            await note(lambda: self._not_now(row, reply))

    async def _recipient(self, row: Leased) -> Recipient | None:
        known = await self._people.address_of(_user_id(row))
        if row.topic == "confirm_address":  # goes to the address that is to be confirmed
            return Recipient(str(row.payload["address"]), known.name if known else "")
        return known

    async def _send(self, row: Leased, to: Recipient) -> None:
        try:
            reply = await self._mailer.send(await self._written(row, to), to, self._stationery.message_id(row))
        except NotNowError as error:
            told = _without_address(error, to)
            logger.warning("letter_not_taken", stream=row.stream_id, key=row.dedupe_key, attempts=row.attempts, reply=told)
            await note(lambda: self._not_now(row, told))
        except NeverError as error:
            told = _without_address(error, to)
            logger.error("letter_refused", stream=row.stream_id, key=row.dedupe_key, reply=told)
            await note(lambda: self._outbox.dead(row, told))
        else:
            told = reply.replace(to.address, "(address)")
            await note(lambda: self._outbox.done(row, "sent", told))

    async def _written(self, row: Leased, to: Recipient) -> Letter:
        link, payload = self._stationery.links.link(_user_id(row), row.topic), row.payload
        if row.topic == "won" and "seller_id" in payload:
            payload = {**payload, **await self._people.told_by_seller(int(payload["seller_id"]))}
        return letter(row.topic, payload, to.name, self._stationery.head, link, self._stationery.enclose(row))

    async def _not_now(self, row: Leased, reply: str) -> bool:
        if row.attempts >= ATTEMPTS_MAX:
            return await self._outbox.dead(row, f"given up after {row.attempts} attempts: {reply}")
        return await self._outbox.again(row, reply, pause_seconds(row.attempts, self._jitter()))


def pause_seconds(attempts: int, jitter: float) -> float:
    """How long to wait after that many attempts: 10 s, 20 s, 40 s, up to an hour, each changed by up to JITTER."""
    pause = min(PAUSE_SECONDS_FIRST * 2.0 ** min(attempts, 20), PAUSE_SECONDS_MAX)
    return pause * (1 + JITTER * jitter)


def _user_id(row: Leased) -> int:
    """Whose letter: the payload says, or else the account that the stream is of."""
    if "user_id" not in row.payload and kind_of(row.stream_id) == "accounts":
        return number_of(row.stream_id)
    return int(row.payload["user_id"])


def _without_address(error: Exception, to: Recipient) -> str:
    """A server's reply without the reader's address, which must not outlive his account in the ledger."""
    return re.sub(re.escape(to.address), "(address)", str(error), flags=re.IGNORECASE)

"""The one place where real things are made and handed to each other.

`build` makes one worker's house; `living` starts what runs beside the requests and stops it in order: no new sockets, finish
what was taken, answer, close.
"""

import asyncio
import random
import secrets
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import structlog
import typer

from saleroom import settings as configuration
from saleroom.accounts import favorites
from saleroom.accounts.limits import BIDS, Buckets
from saleroom.accounts.sign_in import Accounts
from saleroom.api.deps import House, Policy
from saleroom.demo import catalogue
from saleroom.demo.load import load as load_evening
from saleroom.demo.stage import Stage
from saleroom.desk import Noun
from saleroom.domain.auctions.decider import LOT
from saleroom.domain.auctions.events import TYPES as LOT_TYPES
from saleroom.domain.ids import stream_id
from saleroom.eventlog import log, outbox
from saleroom.eventlog.clock import DatabaseClock
from saleroom.eventlog.codec import Codec
from saleroom.eventlog.outbox import Outbox
from saleroom.eventlog.pool import Connection, Pool, open_pool
from saleroom.eventlog.subscription import PostgresWakeup, Published
from saleroom.handle import Handle
from saleroom.mail.letters import Recipient
from saleroom.mail.mailer import Mailer, MailServer
from saleroom.mail.unsubscribe import UnsubscribeLinks
from saleroom.mail.words import Letterhead
from saleroom.pictures.folder import Folder
from saleroom.pictures.studio import Studio
from saleroom.projections import lots
from saleroom.projections.acts import LOT_ACTS
from saleroom.projections.bidders import BIDDERS
from saleroom.reactions.alarms import Alarms
from saleroom.reactions.demo_evening import DemoEvening
from saleroom.reactions.end_sessions import EndSessions
from saleroom.reactions.fill_projections import FillProjections
from saleroom.reactions.mail_auction_results import letters_of
from saleroom.reactions.prune import Prune
from saleroom.reactions.send_letters import People, SendLetters, Stationery
from saleroom.realtime.feed import Feed
from saleroom.realtime.hub import Hub
from saleroom.realtime.lot_rooms import open_lot_room
from saleroom.realtime.presence import TOPIC, Presence
from saleroom.realtime.rooms import RoomKind
from saleroom.settings import REPOSITORY, Settings

logger = structlog.get_logger(__name__)

AUCTIONS = Noun(LOT, Codec(LOT_TYPES), unknown="unknown_lot", letters=letters_of, project=lots.project, projected=lots.PROJECTED)

NOUNS = {"auctions": AUCTIONS}

CODECS = {kind: noun.codec for kind, noun in NOUNS.items()}

ROOMS = {"auctions": RoomKind(AUCTIONS.codec, AUCTIONS.unknown, open_lot_room)}

PROJECTIONS = (BIDDERS, LOT_ACTS)


@dataclass(frozen=True, slots=True)
class Hooks:
    """What tests put in place of the real thing: a wrong clock, a plug to pull."""

    clock: DatabaseClock
    reach: Callable[[str], None] = lambda point: None


@dataclass(frozen=True, slots=True)
class Worker:
    """A house and what runs beside its requests."""

    house: House
    feed: Feed
    alarms: Alarms
    wakeup: PostgresWakeup
    presence: Presence
    sessions: EndSessions
    letters: SendLetters
    prune: Prune
    projections: FillProjections
    demo: DemoEvening | None


def policy(settings: Settings) -> Policy:
    """The configuration that doors need, as plain values."""
    return Policy(
        is_production=settings.is_production, public_address=settings.address, origins=settings.origins,
        trusted_proxies=settings.trusted_proxies, rate_limits=settings.rate_limits, currency=settings.currency,
        password_length_min=settings.password_length_min, sellers_need_approval=settings.sellers_need_approval,
        require_verified=settings.require_verified, test_users=settings.test_users,
    )


async def build(settings: Settings, hooks: Hooks | None = None) -> Worker:
    """Make one worker's house on an open pool.

    Raises:
        OSError, asyncpg.PostgresError: the database does not answer.
    """
    hooks = hooks or Hooks(DatabaseClock())
    name, address = uuid4().hex, settings.app_database_url.get_secret_value()
    pool = await open_pool(address, warm_up=log.warm_up)
    wakeup = PostgresWakeup(address, name)
    presence = Presence(name, wakeup.tell, time.monotonic)
    feed = Feed(pool, ROOMS, hooks.clock, lambda stream, commands: handle.answered(stream, commands))
    projections = FillProjections(pool, PROJECTIONS, CODECS)
    parts: dict[str, Any] = {}

    def publish(published: Published) -> None:
        feed.publish(published)
        wakeup.announce(published.stream)
        parts["alarms"].heard(published)
        projections.heard(published)

    handle = Handle(pool, NOUNS, publish, hooks.reach)
    parts["alarms"] = alarms = Alarms(pool, hooks.clock, handle.do_due)
    accounts = _accounts(settings, pool, hooks.clock)
    hub = Hub(feed, presence, settings.rate_limits)
    house = House(
        policy(settings), pool, hooks.clock, accounts, handle, hub, Buckets(BIDS, time.monotonic),
        CODECS, _links(settings), Studio(Folder(settings.data_dir / "media"), _picture_name),
    )
    letters = SendLetters(Outbox(pool, UUID(name)), Mailer(_mail_server(settings)), _people(accounts), _stationery(settings), _jitter)
    sessions = EndSessions(accounts.ended_sessions, hub, hooks.clock)
    demo = DemoEvening(_stage(house.pool, handle, accounts, hooks.clock), settings.demo_bidders) if settings.shows_demo else None
    return Worker(house, feed, alarms, wakeup, presence, sessions, letters, Prune(pool, accounts), projections, demo)


def _accounts(settings: Settings, pool: Pool, clock: DatabaseClock) -> Accounts:
    async def put_letter(connection: Connection, user_id: int, dedupe_key: str, topic: str, payload: dict[str, Any]) -> None:
        await outbox.put(connection, stream_id("accounts", user_id), dedupe_key, topic, {**payload, "user_id": user_id})

    async def favorites_of(user_id: int) -> list[int]:
        return await favorites.of_person(pool, user_id)

    return Accounts(
        pool, secret=settings.secret.get_secret_value(), is_production=settings.is_production,
        password_length_min=settings.password_length_min, clock=clock, put_letter=put_letter, favorites_of=favorites_of,
    )


def _links(settings: Settings) -> UnsubscribeLinks:
    return UnsubscribeLinks(settings.secret.get_secret_value(), settings.address)


def _mail_server(settings: Settings) -> MailServer:
    if not settings.smtp_host:
        return MailServer("127.0.0.1", settings.smtp_port, settings.mail_sender)
    return MailServer(
        settings.smtp_host, settings.smtp_port, settings.mail_sender, settings.smtp_user,
        settings.smtp_password.get_secret_value(), settings.smtp_tls,
    )


def _people(accounts: Accounts) -> People:
    async def address_of(user_id: int) -> Recipient | None:
        person = await accounts.addressee(user_id)
        return None if person is None or person.email is None else Recipient(person.email, person.name)

    async def wants(user_id: int, topic: str) -> bool:
        person = await accounts.addressee(user_id)
        return person is not None and {"outbid": person.wants_outbid, "lost": person.wants_lost}.get(topic, True)

    return People(address_of, wants)


def _stationery(settings: Settings) -> Stationery:
    return Stationery(Letterhead(settings.address, settings.currency), _links(settings))


def _picture_name() -> str:
    return secrets.token_hex(16)


def _jitter() -> float:
    return random.uniform(-1, 1)


@asynccontextmanager
async def living(worker: Worker) -> AsyncIterator[None]:
    """Run what stands beside the requests for as long as the block lasts; then stop in order."""

    def heard(topic: str, message: dict[str, Any]) -> None:
        if topic == TOPIC:
            worker.presence.heard(message)

    jobs = {
        "wakeups": worker.wakeup.run(worker.feed.look, heard),
        "feed": worker.feed.poll(),
        "alarms": worker.alarms.run(),
        "presence": worker.house.hub.tell_presence(),
        "sessions": worker.sessions.run(),
        "letters": worker.letters.run(),
        "prune": worker.prune.run(),
        "projections": worker.projections.run(),
    }
    if worker.demo is not None:
        jobs["demo"] = worker.demo.run()
    tasks = [asyncio.create_task(_alive(name, job), name=name) for name, job in jobs.items()]
    try:
        yield
    finally:
        worker.house.hub.close_all()
        await worker.house.handle.drain()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        worker.house.studio.close()
        await worker.house.pool.close()


async def _alive(name: str, job: Any) -> None:
    """A job beside the requests never ends by itself; one that does is a bug that must not pass unseen."""
    try:
        await job
    except asyncio.CancelledError:
        raise
    except BaseException:
        logger.exception("job_died", job=name)
        raise


def _stage(pool: Pool, handle: Handle, accounts: Accounts, clock: DatabaseClock) -> Stage:
    told = catalogue.read(REPOSITORY / "db" / "demo" / "evening.toml")
    return Stage(pool, handle, accounts, clock, told, asyncio.sleep, lambda: secrets.token_urlsafe(32))


def demo_command(context: typer.Context) -> None:
    """Load the demo evening: accounts, paintings, lots. Again adds nothing twice."""
    settings = configuration.load()
    if not settings.shows_demo:
        raise SystemExit("the demo is refused: it is for the embedded Postgres or SALEROOM_DEMO=1, and never for production")
    address = settings.app_database_url.get_secret_value()
    if not address:
        context.obj().run(lambda pool: _load_demo(settings, pool))
        return

    async def load() -> None:
        pool = await open_pool(address)
        try:
            await _load_demo(settings, pool)
        finally:
            await pool.close()

    asyncio.run(load())


async def _load_demo(settings: Settings, pool: Pool) -> None:
    """The workers find by their sweeps what was loaded, so nothing is published here."""
    clock = DatabaseClock()
    accounts = _accounts(settings, pool, clock)
    try:
        handle = Handle(pool, NOUNS, lambda published: None)
        await load_evening(_stage(pool, handle, accounts, clock), settings.data_dir / "media", settings.demo_bidders)
        await handle.drain()
    finally:
        accounts.close()

"""The one place where real things are made and handed to each other.

`build` makes one worker's house; `living` starts what runs beside the requests and stops it in order: no new sockets, finish
what was taken, answer, close.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

import structlog

from saleroom import fittings
from saleroom.accounts import rights_bell
from saleroom.accounts.limits import BIDS, Buckets
from saleroom.accounts.profiles import public_names
from saleroom.accounts.rights_bell import RightsBell
from saleroom.api.deps import House
from saleroom.eventlog import log
from saleroom.eventlog.clock import DatabaseClock
from saleroom.eventlog.outbox import Errand, Outbox
from saleroom.eventlog.pool import Connection, Pool, open_pool
from saleroom.eventlog.rush import TOPIC as RUSH
from saleroom.eventlog.rush import Rush
from saleroom.eventlog.subscription import Heads, PostgresWakeup, Published
from saleroom.handle import Handle
from saleroom.mail.mailer import Mailer
from saleroom.nouns import CHAT, CODECS, DESK, NOUNS, PROJECTIONS, ROOMS, TICKET_SALES
from saleroom.pictures.folder import Folder
from saleroom.pictures.shelf import Shelf
from saleroom.pictures.studio import Studio
from saleroom.projections import orders, placing
from saleroom.reactions import refund_payments, tell_help_desk
from saleroom.reactions.agents_presence import AgentsPresence
from saleroom.reactions.alarms import Alarms
from saleroom.reactions.check_rights import CheckRights
from saleroom.reactions.demo_evening import DemoEvening
from saleroom.reactions.end_sessions import EndSessions
from saleroom.reactions.errands import Errands
from saleroom.reactions.fill_projections import FillProjections
from saleroom.reactions.keep_snapshots import KeepSnapshots
from saleroom.reactions.mail_the_away import MailTheAway
from saleroom.reactions.mail_tickets import WriteTicketLetters
from saleroom.reactions.prune import Prune
from saleroom.reactions.refund_payments import RefundPayments
from saleroom.reactions.send_letters import SendLetters
from saleroom.reactions.tell_help_desk import TellHelpDesk
from saleroom.reactions.tell_ticket_holders import TellTicketHolders
from saleroom.realtime.feed import Feed
from saleroom.realtime.hub import SHOW_AGAIN, Hub
from saleroom.realtime.people_here import PeopleHere
from saleroom.realtime.person_rooms import person_rooms
from saleroom.realtime.presence import TOPIC, Presence
from saleroom.realtime.rooms import RoomKind
from saleroom.realtime.talks import TYPING, Talks
from saleroom.settings import Settings
from saleroom.tickets.keys import KeyRing

BEGIN_AGAIN_SECONDS: Final = 0.5
BEGIN_AGAIN_SECONDS_MAX: Final = 30.0

Job = Callable[[], Coroutine[Any, Any, None]]
Listener = Callable[[Published], None]
Hearer = Callable[[dict[str, Any]], None]

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Hooks:
    """What tests put in place of the real thing: a wrong clock, a plug to pull."""

    clock: DatabaseClock
    reach: Callable[[str], None] = lambda point: None


@dataclass(frozen=True, slots=True)
class Worker:
    """A house and what runs beside its requests, by name."""

    house: House
    jobs: Mapping[str, Job]


@dataclass(frozen=True, slots=True)
class _Lines:
    """How what happens in this worker, and what others tell, reaches those who wait for it.

    Attributes:
        rush: whether people press fast, here or in another worker.
        listeners: hear every commit of this worker, in this order: first who is in a room, then the other workers, then the rest.
        hearers: hear the small messages of other workers, by topic.
    """

    pool: Pool
    wakeup: PostgresWakeup
    clock: DatabaseClock
    rush: Rush
    listeners: list[Listener]
    hearers: dict[str, Hearer]

    def publish(self, published: Published) -> None:
        for listen in self.listeners:
            listen(published)

    def hear(self, topic: str, message: dict[str, Any]) -> None:
        if topic in self.hearers:
            self.hearers[topic](message)


async def build(settings: Settings, hooks: Hooks | None = None) -> Worker:
    """Make one worker's house on an open pool.

    Raises:
        OSError, asyncpg.PostgresError: the database does not answer.
    """
    hooks = hooks or Hooks(DatabaseClock())
    name, address = uuid4().hex, settings.app_database_url.get_secret_value()
    pool = await open_pool(address, warm_up=warm_up)
    wakeup = PostgresWakeup(address, name)
    rush = Rush(wakeup.tell, time.monotonic)
    lines = _Lines(pool, wakeup, hooks.clock, rush, [], {RUSH: rush.heard})
    handle = Handle(pool, NOUNS, lines.publish, hooks.reach)
    hub, talks, jobs = _live(lines, name, handle, settings)
    bell = RightsBell()
    lines.hearers[rights_bell.TOPIC] = lambda message: bell.ring()
    house = await _house(settings, lines, handle, (hub, talks, bell), jobs)
    return Worker(house, {**jobs, **_reactions(settings, lines, house, UUID(name)), **_watches(lines, house, bell)})


async def warm_up(connection: Connection) -> None:
    """What batches run is prepared on every new connection, while it holds no lock."""
    await log.warm_up(connection)
    await orders.warm_up(connection)
    await placing.warm_up(connection)


def _live(lines: _Lines, name: str, handle: Handle, settings: Settings) -> tuple[Hub, Talks, dict[str, Job]]:
    """The rooms, who is in them, and what keeps them at the head of the log."""
    pool, wakeup = lines.pool, lines.wakeup
    presence = Presence(name, wakeup.tell, time.monotonic)
    people = PeopleHere(presence, lambda people: public_names(pool, people), lines.clock)
    talks = Talks(pool, CHAT.codec, people, wakeup.tell, lines.clock)
    rooms = {**ROOMS, "accounts": RoomKind(CHAT.codec, "unknown_user", person_rooms(talks))}
    feed = Feed(pool, rooms, lines.clock, handle)
    hub = Hub(feed, presence, settings.rate_limits, talks.present)
    lines.listeners.extend((
        feed.publish, lambda published: wakeup.announce(published.stream, published.version),
        lambda published: talks.heard([published.stream]),
    ))
    lines.hearers.update({
        TOPIC: presence.heard, TYPING: talks.typing, SHOW_AGAIN: lambda message: hub.show_again(message["stream"]),
    })

    def look(heads: Heads) -> None:
        feed.look(heads)
        talks.look([*heads])

    jobs: dict[str, Job] = {
        "wakeups": lambda: wakeup.run(look, lines.hear), "feed": feed.poll, "talks": talks.poll, "presence": hub.tell_presence,
    }
    return hub, talks, jobs


async def _house(
    settings: Settings, lines: _Lines, handle: Handle, live: tuple[Hub, Talks, RightsBell], jobs: dict[str, Job]
) -> House:
    """Everything a door may use."""
    pool, clock, (hub, talks, bell) = lines.pool, lines.clock, live
    keys = await KeyRing.open(pool, settings.secret.get_secret_value(), time.monotonic)
    jobs["ticket keys"] = keys.follow
    till = fittings.till(settings, pool, clock)
    if till is not None:
        jobs["till"] = till[1].run

    def show_again(stream: int) -> None:
        hub.show_again(stream)
        lines.wakeup.tell(SHOW_AGAIN, {"stream": stream})

    def rights_changed() -> None:
        bell.ring()
        lines.wakeup.tell(rights_bell.TOPIC, {})

    return House(
        policy=fittings.policy(settings), pool=pool, clock=clock, accounts=fittings.accounts(settings, pool, clock), handle=handle,
        hub=hub, talks=talks, bid_limit=Buckets(BIDS, time.monotonic), codecs=CODECS, unsubscribe_links=fittings.links(settings),
        studio=Studio(Folder(settings.data_dir / "media"), fittings.picture_name),
        private_studio=Studio(Folder(settings.data_dir / "private"), fittings.picture_name),
        shelf=Shelf(settings.data_dir / "files", fittings.picture_name), show_again=show_again, ticket_codes=keys,
        till=till[0] if till else None, payments=till[0] if till else None, rights_changed=rights_changed,
    )


def _watches(lines: _Lines, house: House, bell: RightsBell) -> dict[str, Job]:
    """What looks after people's sessions, rights and presence by the clock, and when the bell rings."""
    accounts, hub, clock = house.accounts, house.hub, lines.clock
    agents = AgentsPresence(lines.pool, DESK.codec, house.handle.ask, house.talks.staff_here, uuid4)
    heard = bell.listener()
    return {
        "sessions": EndSessions(accounts.ended_sessions, hub, clock, bell.listener()).run,
        "rights": CheckRights(accounts.changed_rights, accounts.table.verified, hub, clock, bell.listener()).run,
        "agents": lambda: agents.run(heard.wait),
    }


def _reactions(settings: Settings, lines: _Lines, house: House, worker: UUID) -> dict[str, Job]:
    """What happens by itself, one job each."""
    pool, handle = lines.pool, house.handle
    alarms = Alarms(pool, lines.clock, handle.do_due)
    letters = SendLetters(
        Outbox(pool, worker), Mailer(fittings.mail_server(settings)), fittings.people(house.accounts, pool),
        fittings.stationery(settings, house.ticket_codes), fittings.jitter, lines.rush.is_on,
    )
    projections = FillProjections(pool, PROJECTIONS, CODECS)

    def errands(topic: Errand, carry_out: Any) -> Errands:
        return Errands(Outbox(pool, worker, topic), carry_out, fittings.jitter)

    refunds = errands("refund", RefundPayments(house.payments, handle.ask))
    desk = errands("help_desk", TellHelpDesk(pool, handle.ask))
    holders = errands("tell_holders", TellTicketHolders(pool, TICKET_SALES.codec))
    written = Errands(Outbox(pool, worker, "ticket_letters"), WriteTicketLetters(pool), fittings.jitter, lines.rush.is_on)
    lines.listeners.extend((
        lines.rush.committed, alarms.heard, projections.heard, letters.heard,
        refund_payments.heard(refunds.wake), tell_help_desk.heard(desk.wake),
    ))
    jobs: dict[str, Job] = {
        "alarms": alarms.run, "letters": letters.run, "projections": projections.run, "refunds": refunds.run, "help desk": desk.run,
        "ticket holders": holders.run, "ticket letters": written.run,
        "prune": Prune(pool, house.accounts).run, "snapshots": KeepSnapshots(pool, NOUNS).run, "away": MailTheAway(pool).run,
    }
    if settings.shows_demo:
        jobs["demo"] = DemoEvening(fittings.stage(pool, handle, house.accounts, lines.clock), settings.demo_bidders).run
    return jobs


@asynccontextmanager
async def living(worker: Worker) -> AsyncIterator[None]:
    """Run what stands beside the requests for as long as the block lasts; then stop in order."""
    tasks = [asyncio.create_task(_alive(name, job), name=name) for name, job in worker.jobs.items()]
    try:
        yield
    finally:
        worker.house.hub.close_all()
        await worker.house.handle.drain()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        worker.house.studio.close()
        worker.house.private_studio.close()
        await worker.house.pool.close()


async def _alive(name: str, job: Job) -> None:
    """A job beside the requests never ends by itself. One that does is a bug: told in the log, and begun again, later and later.

    Nobody must find a scheduler that silently stopped; and people's sockets need not fall for it, so the worker stays.
    """
    clock, pause = asyncio.get_running_loop().time, BEGIN_AGAIN_SECONDS
    while True:
        begun = clock()
        try:
            await job()
            logger.error("job_ended", job=name)
        except Exception:
            logger.exception("job_died", job=name)
        pause = BEGIN_AGAIN_SECONDS if clock() - begun > BEGIN_AGAIN_SECONDS_MAX else min(2 * pause, BEGIN_AGAIN_SECONDS_MAX)
        await asyncio.sleep(pause)

"""What is made of the settings alone: accounts, mail, payments, the stage of the demo. Each is handed over by `wiring`."""

import asyncio
import random
import secrets
from collections.abc import Callable
from typing import Any

from saleroom.accounts import favorites, selling
from saleroom.accounts.sign_in import Accounts
from saleroom.api.deps import Policy
from saleroom.demo import catalogue, concerts
from saleroom.demo.concerts import Programme
from saleroom.demo.stage import Stage
from saleroom.domain.ids import stream_id
from saleroom.eventlog import outbox
from saleroom.eventlog.clock import DatabaseClock
from saleroom.eventlog.pool import Connection, Pool
from saleroom.handle import Handle
from saleroom.mail.letters import Recipient
from saleroom.mail.mailer import MailServer
from saleroom.mail.unsubscribe import UnsubscribeLinks
from saleroom.mail.wording import Letterhead
from saleroom.payments import signature
from saleroom.payments.practice_callbacks import PracticeCallbacks
from saleroom.payments.practice_till import PracticeTill
from saleroom.reactions.enclose_tickets import EncloseTickets
from saleroom.reactions.send_letters import People, Stationery
from saleroom.settings import REPOSITORY, Settings
from saleroom.tickets.keys import KeyRing


def policy(settings: Settings) -> Policy:
    """The configuration that doors need, as plain values."""
    return Policy(
        is_production=settings.is_production, public_address=settings.address, origins=settings.origins,
        trusted_proxies=settings.trusted_proxies, rate_limits=settings.rate_limits, currency=settings.currency,
        password_length_min=settings.password_length_min, sellers_need_approval=settings.sellers_need_approval,
        require_verified=settings.require_verified, test_users=settings.test_users,
        file_bytes_max=settings.file_bytes_max,
    )


def accounts(settings: Settings, pool: Pool, clock: DatabaseClock) -> Accounts:
    """Who is asking; its letters go into the outbox."""

    async def put_letter(connection: Connection, user_id: int, dedupe_key: str, topic: str, payload: dict[str, Any]) -> None:
        await outbox.put(connection, stream_id("accounts", user_id), dedupe_key, topic, {**payload, "user_id": user_id})

    async def favorites_of(user_id: int) -> list[int]:
        return await favorites.of_person(pool, user_id)

    return Accounts(
        pool, secret=settings.secret.get_secret_value(), is_production=settings.is_production,
        password_length_min=settings.password_length_min, clock=clock, put_letter=put_letter, favorites_of=favorites_of,
    )


def links(settings: Settings) -> UnsubscribeLinks:
    """The links at the foot of letters that one need not get."""
    return UnsubscribeLinks(settings.secret.get_secret_value(), settings.address)


def mail_server(settings: Settings) -> MailServer:
    """Where letters are handed in; our own mailbox unless another server is named."""
    if not settings.smtp_host:
        return MailServer("127.0.0.1", settings.smtp_port, settings.mail_sender)
    return MailServer(
        settings.smtp_host, settings.smtp_port, settings.mail_sender, settings.smtp_user,
        settings.smtp_password.get_secret_value(), settings.smtp_tls,
    )


def people(known: Accounts, pool: Pool) -> People:
    """How the accounts answer the sender of letters."""

    async def address_of(user_id: int) -> Recipient | None:
        person = await known.addressee(user_id)
        return None if person is None or person.email is None else Recipient(person.email, person.name)

    async def wants(user_id: int, topic: str) -> bool:
        person = await known.addressee(user_id)
        wanted = {} if person is None else {"outbid": person.wants_outbid, "lost": person.wants_lost, "away": person.wants_away}
        return person is not None and wanted.get(topic, True)

    async def told_by_seller(seller_id: int) -> dict[str, str]:
        texts = await selling.of_seller(pool, seller_id)
        return {"payment_text": texts.payment_text, "collection_text": texts.collection_text}

    return People(address_of, wants, told_by_seller)


def stationery(settings: Settings, keys: KeyRing) -> Stationery:
    """What every letter needs."""
    return Stationery(Letterhead(settings.address, settings.currency), links(settings), EncloseTickets(keys, settings.address))


def till(settings: Settings, pool: Pool, clock: Callable[[], Any]) -> tuple[PracticeTill, PracticeCallbacks] | None:
    """The practice till and its voice; None where nobody takes payments."""
    if not settings.takes_payments:
        return None
    key = signature.derived_key(settings.secret.get_secret_value())
    voice = PracticeCallbacks(pool, key, f"{settings.backend_address}/payments/callback", clock)
    return PracticeTill(pool, key, settings.address, clock, voice.wake), voice


def stage(pool: Pool, handle: Handle, known: Accounts, clock: DatabaseClock) -> Stage:
    """What the demo acts with."""
    told = catalogue.read(REPOSITORY / "db" / "demo" / "evening.toml")
    return Stage(pool, handle, known, clock, told, asyncio.sleep, lambda: secrets.token_urlsafe(32))


def programme() -> Programme:
    """The demo's concerts."""
    return concerts.read(REPOSITORY / "db" / "demo" / "concerts.toml")


def picture_name() -> str:
    """32 hexadecimal digits that nobody can guess."""
    return secrets.token_hex(16)


def jitter() -> float:
    """A number from -1 to 1."""
    return random.uniform(-1, 1)

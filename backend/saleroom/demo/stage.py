"""What the demo acts with, and how it lists a lot: through the same desk as people, with ids that make it happen once."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import structlog

from saleroom.accounts.manager import Joining
from saleroom.accounts.sign_in import Accounts
from saleroom.accounts.users import NameTakenError
from saleroom.demo.catalogue import Account, Catalogue, Work
from saleroom.demo.evening import Round
from saleroom.demo.gallery import MOTIFS
from saleroom.domain.auctions.commands import CreateLot
from saleroom.domain.decider import Refused
from saleroom.domain.ids import stream_id
from saleroom.eventlog.numbers import claim_number
from saleroom.eventlog.pool import Pool
from saleroom.handle import Handle
from saleroom.projections import lot_pictures
from saleroom.projections.lot_pictures import NewPicture

SELLER: Final = frozenset({"merchant"})

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Stage:
    """The house, as far as the demo needs it.

    Attributes:
        clock: the house's clock.
        pause: waits so many seconds.
        new_password: a password that nobody can guess, new at each call.
    """

    pool: Pool
    handle: Handle
    accounts: Accounts
    clock: Callable[[], datetime]
    catalogue: Catalogue
    pause: Callable[[float], Awaitable[None]]
    new_password: Callable[[], str]

    async def person(self, account: Account) -> int | None:
        """The id of somebody of the demo, or None when he is not there."""
        found = await self.accounts.people.find(account.username)
        return found.id if found is not None and found.is_active else None

    async def people(self, accounts: tuple[Account, ...]) -> list[int] | None:
        """The ids of several, in order; None while one of them is missing."""
        ids = [await self.person(account) for account in accounts]
        found = [one for one in ids if one is not None]
        return found if len(found) == len(ids) else None

    async def ensure(self, account: Account, roles: frozenset[str] = frozenset()) -> None:
        """Make somebody of the demo who is missing. Nobody knows his password."""
        if await self.person(account) is None:
            try:
                joining = Joining(None, account.username, account.name, self.new_password(), roles, is_verified=True)
                await self.accounts.people.create_unchecked(joining)
            except NameTakenError:
                return

    async def list_round(self, one: Round, sellers: list[int]) -> None:
        """List a lot of the timetable with its picture; again is no change."""
        await self.list_lot(one.work, one.command(sellers[one.work.seller]), one.command_id)

    async def list_lot(self, work: Work, command: CreateLot, command_id: UUID) -> int | None:
        """List a lot; its number, or None when it was refused (its time is over, or its words were changed since)."""
        number = await claim_number(self.pool, "auctions", command_id)
        outcome = await self.handle.ask(stream_id("auctions", number), command, command_id)
        if isinstance(outcome, Refused):
            logger.info("demo_lot_not_listed", lot=number, code=outcome.code)
            return None
        width, height = MOTIFS[work.motif].size
        fingerprint = hashlib.sha256(work.picture.encode()).digest()[:16]
        if await lot_pictures.earlier(self.pool, number, command_id, fingerprint) is None:
            await lot_pictures.add(self.pool, number, NewPicture(work.picture, width, height, command_id, fingerprint))
        return number

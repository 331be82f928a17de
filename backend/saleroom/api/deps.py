"""What a router is given: the house it belongs to and the plain values of its configuration.

`wiring` fills a `House` once and hangs it on the application; routers take it from there and from nowhere else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends
from starlette.requests import HTTPConnection

from saleroom.eventlog.codec import Codec
from saleroom.eventlog.pool import Pool
from saleroom.mail.unsubscribe import UnsubscribeLinks

if TYPE_CHECKING:
    from saleroom.accounts.limits import Buckets
    from saleroom.accounts.sign_in import Accounts
    from saleroom.handle import Handle
    from saleroom.payments.practice_till import PracticeTill
    from saleroom.payments.provider import PaymentProvider
    from saleroom.pictures.shelf import Shelf
    from saleroom.pictures.studio import Studio
    from saleroom.realtime.hub import Hub
    from saleroom.realtime.talks import Talks
    from saleroom.tickets.keys import KeyRing


@dataclass(frozen=True, slots=True)
class Policy:
    """The configuration that the doors need, as plain values."""

    is_production: bool
    public_address: str
    origins: frozenset[str]
    trusted_proxies: tuple[str, ...]
    rate_limits: bool
    currency: str
    password_length_min: int
    sellers_need_approval: bool
    require_verified: bool
    test_users: bool
    file_bytes_max: int


@dataclass(frozen=True, slots=True)
class House:
    """Everything a door may use.

    Attributes:
        show_again: what a lot shows beside the log changed; tells its room in every worker.
        private_studio, shelf: images and files of conversations, which only their people may fetch.
        till: the practice till, for its own page; None where there is none.
        rights_changed: an administrator changed somebody's roles, banned or erased him; looked after at once in every worker.
        payments: who takes payments; None where nobody does, so that only free tickets can be had.
    """

    policy: Policy
    pool: Pool
    clock: Callable[[], datetime]
    accounts: "Accounts"
    handle: "Handle"
    hub: "Hub"
    bid_limit: "Buckets"
    codecs: Mapping[str, Codec]
    unsubscribe_links: UnsubscribeLinks
    studio: "Studio"
    private_studio: "Studio"
    shelf: "Shelf"
    talks: "Talks"
    ticket_codes: "KeyRing"
    till: "PracticeTill | None"
    payments: "PaymentProvider | None"
    show_again: Callable[[int], None]
    rights_changed: Callable[[], None]

    def codec_of(self, kind: str) -> Codec:
        """How the facts of a noun are written."""
        return self.codecs[kind]

    def count_bid(self, person_id: int) -> None:
        """Count one bid or grab of an account.

        Raises:
            RefusedError: rate_limited, 20 a second with a burst of 40.
        """
        if self.policy.rate_limits:
            self.bid_limit.take(person_id)


def house(connection: HTTPConnection) -> House:
    """The house of this application (a FastAPI dependency for REST and WebSockets alike)."""
    return cast(House, connection.app.state.house)


TheHouse = Annotated[House, Depends(house)]

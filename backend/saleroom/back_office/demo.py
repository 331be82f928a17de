"""`saleroom demo`: loads the demo evening; the house does it by itself when it starts."""

from saleroom.back_office.office import Office
from saleroom.back_office.people import accounts_of
from saleroom.demo.load import load
from saleroom.eventlog.clock import DatabaseClock
from saleroom.eventlog.pool import Pool
from saleroom.fittings import programme, stage
from saleroom.handle import Handle
from saleroom.nouns import NOUNS


def load_demo(office: Office) -> None:
    """Raises: SystemExit where the demo is refused."""
    if not office.shows_demo:
        raise SystemExit("the demo is refused: it is for the embedded Postgres or SALEROOM_DEMO=1, and never for production")
    office.run(lambda pool: _load(office, pool))


async def _load(office: Office, pool: Pool) -> None:
    """The workers find by their sweeps what was loaded, so nothing is published here."""
    with accounts_of(office, pool) as accounts:
        handle = Handle(pool, NOUNS, lambda published: None)
        await load(stage(pool, handle, accounts, DatabaseClock()), office.data_dir / "media", office.demo_bidders, programme())
        await handle.drain()

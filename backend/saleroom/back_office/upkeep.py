"""`saleroom verify` and `saleroom rebuild`: proving that the log and what is kept beside it agree, and making the latter anew.

What `verify` cannot see: a superuser who changes facts and computes the whole chain again. Keep a copy of head hashes elsewhere
(the CSV of `saleroom transactions` has them) where that must be proven.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson
import typer

from saleroom.back_office.office import Office
from saleroom.domain.ids import KINDS, NUMBER_BITS, kind_of, number_of
from saleroom.eventlog import audit, log
from saleroom.eventlog.codec import canonical
from saleroom.eventlog.pool import AWAY, Connection, Pool
from saleroom.noun import Noun
from saleroom.nouns import CODECS, NOUNS, PROJECTIONS
from saleroom.projections import (
    conversations,
    cursors,
    lots,
    orders,
    seat_maps,
    talk_rewriting,
    ticket_requests,
    ticket_rewriting,
    ticket_sales,
    tickets,
)
from saleroom.reactions.fill_projections import FillProjections, catch_up


@dataclass(frozen=True, slots=True)
class Wrong:
    """A place in the log where something does not fit."""

    stream: int
    version: int
    what: str

    def __str__(self) -> str:
        is_known = self.stream >> NUMBER_BITS in KINDS.values()
        name = f"{kind_of(self.stream)} {number_of(self.stream)} (stream {self.stream})" if is_known else f"stream {self.stream}"
        return f"{name}, version {self.version}: {self.what}"


def verify_streams(office: Office) -> None:
    """Raises: typer.Exit with 1 when something is wrong; says what."""
    streams, wrong = office.run(_verify)
    typer.echo(f"{streams} streams verified, {wrong} wrong")
    if wrong:
        raise typer.Exit(1)


async def _verify(pool: Pool) -> tuple[int, int]:
    count = wrong = 0
    async for stream in audit.streams(pool):
        count += 1
        for finding in await verified(pool, stream, NOUNS):
            wrong += 1
            typer.echo(str(finding), err=True)
    for stream in await audit.headless(pool):
        wrong += 1
        typer.echo(str(Wrong(stream, 0, "there are facts, and no head row")), err=True)
    return count, wrong


async def verified(pool: Pool, stream: int, nouns: Mapping[str, Noun]) -> list[Wrong]:
    """What is wrong with one stream: its chain, or a head row that does not follow from the facts. Nothing: all is well."""
    found = []
    async with audit.still(pool) as connection:
        version = await audit.first_wrong_version(connection, stream)
        if version is not None:
            found.append(Wrong(stream, version, "the fact does not fit the hash chain, its place or its time"))
        head = await audit.head(connection, stream)
        noun = nouns.get(kind_of(stream)) if stream >> NUMBER_BITS in KINDS.values() else None
        if head is None or noun is None:
            return found
        try:
            state = await _folded(connection, stream, noun)
        except AWAY:
            raise
        except Exception as error:
            return [*found, Wrong(stream, version or head.version, f"the facts cannot be read: {error}")]
        found += [
            Wrong(stream, head.version, f"the head row says {field} = {kept}, the facts say {told}")
            for field, (kept, told) in _differences(head, noun, state).items()
        ]
    return found


async def _folded(connection: Connection, stream: int, noun: Noun) -> Any:
    """The state after all facts of a stream, read by pages."""
    state, version = noun.decider.initial(), 0
    while page := await log.read(connection, stream, noun.codec, after=version):
        for recorded in page:
            state = noun.decider.evolve(state, recorded.fact, recorded.at)
        version = page[-1].version
    return state


def _differences(head: audit.Head, noun: Noun, state: Any) -> dict[str, tuple[Any, Any]]:
    """The fields of a head row that do not follow from the facts: what it has, and what they say."""
    if head.version == 0:  # locked for a creation that was refused: a stream without facts
        return {}
    told = orjson.loads(canonical(noun.decider.summary(state)))
    fields = {
        name: (head.state.get(name), told.get(name)) for name in sorted(head.state.keys() | told.keys())
        if head.state.get(name) != told.get(name)
    }
    due_at = noun.decider.due_at(state)
    return fields if head.due_at == due_at else {**fields, "due_at": (head.due_at, due_at)}


IN_PLACE: Final = {
    lots.TABLE: (lots.refill, "auctions"), seat_maps.TABLE: (seat_maps.refill, "seat_maps"),
    ticket_sales.TABLE: (ticket_sales.refill, "ticket_sales"), orders.TABLE: (orders.refill, "ticket_sales"),
    tickets.TABLE: (ticket_rewriting.refill, "ticket_sales"), ticket_requests.TABLE: (ticket_requests.refill, "ticket_sales"),
    conversations.TABLE: (talk_rewriting.refill, "chat"),
}
"""Read tables that are filled with the facts themselves: written anew where they stand, never dropped.

Refunds go with orders, messages and acts in conversations with these.
"""

def read_tables() -> tuple[str, ...]:
    """Every read table that can be filled anew, by its name."""
    return (*IN_PLACE, *(one.name for one in PROJECTIONS))


def rebuild_table(office: Office, name: str) -> None:
    """Raises: typer.Exit with 1 when a fact could not be read; says whose."""
    stopped = office.run(lambda pool: _rebuild(pool, name))
    for _, stream in stopped:
        typer.echo(f"{kind_of(stream)} {number_of(stream)} could not be read to its end; the log above says why", err=True)
    if stopped:
        raise typer.Exit(1)
    typer.echo(f"{name} is rebuilt")


async def _rebuild(pool: Pool, name: str) -> list[tuple[str, int]]:
    """Fill one read table anew; what stopped before a fact that cannot be read."""
    if name in IN_PLACE:
        refill, noun = IN_PLACE[name]
        await refill(pool, CODECS[noun])
        return []
    chosen = next(one for one in PROJECTIONS if one.name == name)
    await cursors.forget(pool, chosen)
    return await catch_up(FillProjections(pool, [chosen], CODECS))

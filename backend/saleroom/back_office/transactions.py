"""`saleroom transactions`: bids, sales, closes, cancellations, refunds and check-ins from the log, as a table or as a CSV file."""

import csv
import os
import sys
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from pathlib import Path
from typing import Final, TextIO

import typer
from rich.table import Table

from saleroom.back_office.office import Office, screen
from saleroom.domain.money import MINOR_PER_MAJOR, amount_text
from saleroom.eventlog.pool import Pool
from saleroom.nouns import CODECS
from saleroom.projections import transactions
from saleroom.projections.transactions import Line

LAST: Final = 10
COLUMNS: Final = ("time", "noun", "number", "seq", "transaction", "item", "person_id", "amount", "currency", "command_id", "hash")
STDOUT: Final = Path("-")


def write_csv(office: Office, to: Path, last: int | None) -> None:
    """Every line, or the newest so many, oldest first; - writes to standard output."""
    if to == STDOUT:
        office.run(lambda pool: _write(pool, office.currency, sys.stdout, last))
    else:
        typer.echo(f"{_write_file(office, to, last)} transactions written to {to}")


def show_newest(office: Office, last: int | None = None) -> None:
    """The newest transactions in a table, newest first."""
    _show(office, office.run(lambda pool: transactions.newest(pool, CODECS, last or LAST)))


def _show(office: Office, lines: list[Line]) -> None:
    table = Table("Time (UTC)", "What", "Seq", "Transaction", "Item", "Person", f"Amount ({office.currency})")
    table.columns[-1].justify = "right"
    for line in lines:
        table.add_row(
            f"{line.at:%Y-%m-%d %H:%M:%S}", f"{line.noun} {line.number}", str(line.seq), line.transaction, _text(line.item),
            _text(line.person_id), "" if line.amount_minor is None else amount_text(line.amount_minor),
        )
    if lines:
        screen().print(table)
    else:
        typer.echo("no transactions yet")


def _write_file(office: Office, to: Path, last: int | None) -> int:
    """Write beside the file and put it in its place when it is whole, so that nobody takes half a file for all."""
    part = to.with_name(f".{to.name}.part")
    try:
        with part.open("w", newline="", encoding="utf-8") as file:
            count = office.run(lambda pool: _write(pool, office.currency, file, last))
        os.replace(part, to)
    finally:
        part.unlink(missing_ok=True)
    return count


async def _write(pool: Pool, currency: str, to: TextIO, last: int | None) -> int:
    """The header and the lines, as they are read; how many lines."""
    writer, count = csv.writer(to, lineterminator="\n"), 0
    writer.writerow(COLUMNS)
    lines = transactions.every(pool, CODECS) if last is None else _each(reversed(await transactions.newest(pool, CODECS, last)))
    async with aclosing(lines):
        async for line in lines:
            writer.writerow(_row(line, currency))
            count += 1
    return count


async def _each(lines: Iterable[Line]) -> AsyncGenerator[Line, None]:
    for line in lines:
        yield line


def _row(line: Line, currency: str) -> tuple[object, ...]:
    amount = "" if line.amount_minor is None else "{}.{:02d}".format(*divmod(line.amount_minor, MINOR_PER_MAJOR))
    return (
        line.at.isoformat(), line.noun, line.number, line.seq, line.transaction, _text(line.item), _text(line.person_id), amount,
        currency if amount else "", line.command_id, line.hash.hex(),
    )


def _text(number: int | None) -> str:
    return "" if number is None else str(number)

"""`saleroom mail`: the mail ledger in the terminal, the same as on the administrators' page."""

from typing import Annotated

import typer
from rich.table import Table

from saleroom.back_office.office import Office, office_of, printable, screen
from saleroom.eventlog.outbox import OUTCOMES
from saleroom.projections.mail_ledger import LedgerRow, ledger


def mail_command(
    context: typer.Context,
    last: Annotated[int, typer.Option(min=1, max=10_000, help="How many letters, the newest first.")] = 20,
    outcome: Annotated[str | None, typer.Option(help=f"Only these: {', '.join(OUTCOMES)}.")] = None,
    search: Annotated[str, typer.Option(help="Part of a title, topic or reply, or the number of a lot or person.")] = "",
) -> None:
    """Show the mail ledger: every letter that was written, whom it is for, and what became of it."""
    if outcome is not None and outcome not in OUTCOMES:
        raise SystemExit(f"saleroom: no letter is {outcome!r}; they are {', '.join(OUTCOMES)}")
    show_newest(office_of(context), last, outcome, search)


def show_newest(office: Office, last: int, outcome: str | None = None, search: str = "") -> None:
    """The newest letters in a table, newest first."""
    rows, total = office.run(lambda pool: ledger(pool, outcome, search, last))
    table = Table("Written (UTC)", "For", "Letter", "About", "Outcome", "Tries", "The server's last words")
    for row in rows:
        table.add_row(*_cells(row))
    if rows:
        screen().print(table)
    typer.echo(f"{len(rows)} of {total} letters")


def _cells(row: LedgerRow) -> tuple[str, ...]:
    """A row of the ledger as text. Whom a letter is for is a number: the ledger keeps no address."""
    person = "" if row.user_id is None else f"person {row.user_id}"
    about = "" if row.lot_id is None else f"lot {row.lot_id}: {row.title}"
    waits = f" until {row.next_at:%H:%M:%S}" if row.outcome == "waiting" and row.attempts else ""
    return (
        f"{row.created_at:%Y-%m-%d %H:%M:%S}", person, row.topic, printable(about), row.outcome + waits, str(row.attempts),
        printable(row.reply),
    )

"""`saleroom mail`: the mail ledger in the terminal, the same as on the administrators' page."""

import typer
from rich.table import Table

from saleroom.back_office.office import Office, printable, screen
from saleroom.projections.mail_ledger import LedgerRow, ledger


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

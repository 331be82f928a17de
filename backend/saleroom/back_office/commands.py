"""The commands of the back office: what each is called, what it takes, and which function of a neighbour does it.

Law: a neighbour is imported when its command runs, since it brings half the house with it; help must not wait for that.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from saleroom.back_office.office import Office

OUTCOMES: Final = ("waiting", "sent", "no_address", "unwanted", "dead")
"""What can become of a letter, as the outbox says it."""

READ_TABLES: Final = (
    "lots", "seat_maps", "ticket_sales", "orders", "tickets", "ticket_requests", "conversations", "bidders", "lot_acts", "sale_acts",
    "desk_acts",
)
"""What can be filled anew, as `upkeep` and the nouns say it."""

Event = Annotated[int, typer.Argument(min=1, max=2**40 - 1, help="The number of the event.")]
Count = Annotated[int, typer.Option(min=1, max=100_000, help="How many requests are served, in each event.")]


def _office_of(context: typer.Context) -> "Office":
    """The office that `cli` hands to every command.

    Raises:
        SystemExit: the configuration is wrong.
    """
    open_office: Callable[[], Office] = context.obj
    return open_office()


def demo(context: typer.Context) -> None:
    """Load the demo evening: accounts, paintings, lots, concerts. Again adds nothing twice."""
    from saleroom.back_office.demo import load_demo

    load_demo(_office_of(context))


def create_admin(
    context: typer.Context,
    username: Annotated[str | None, typer.Option(help="The user name to sign in with: letters, digits and . - _")] = None,
    email: Annotated[str | None, typer.Option(help="The mail address to sign in with.")] = None,
    password: Annotated[str | None, typer.Option(help="Better left out: it is asked for, or read from a pipe.")] = None,
) -> None:
    """Make an administrator. Give a user name, a mail address, or both; the password is asked for, or read as a line from a pipe."""
    from saleroom.back_office.people import make_admin

    if not username and not email:
        raise SystemExit("saleroom: give --username or --email")
    make_admin(_office_of(context), username, email, password)


def mail(
    context: typer.Context,
    last: Annotated[int, typer.Option(min=1, max=10_000, help="How many letters, the newest first.")] = 20,
    outcome: Annotated[str | None, typer.Option(help=f"Only these: {', '.join(OUTCOMES)}.")] = None,
    search: Annotated[str, typer.Option(help="Part of a title, topic or reply, or the number of a lot or person.")] = "",
) -> None:
    """Show the mail ledger: every letter that was written, whom it is for, and what became of it."""
    from saleroom.back_office.letters import show_newest

    if outcome is not None and outcome not in OUTCOMES:
        raise SystemExit(f"saleroom: no letter is {outcome!r}; they are {', '.join(OUTCOMES)}")
    show_newest(_office_of(context), last, outcome, search)


def availability(context: typer.Context, event: Event) -> None:
    """Show what is left of each ticket type of an event, and who waits."""
    from saleroom.back_office.box_office import show_availability

    show_availability(_office_of(context), event)


def request(
    context: typer.Context, event: Event,
    ticket_type: Annotated[str, typer.Argument(metavar="TYPE", help="A ticket type by its name or number, or VIP or Regular.")],
    person: Annotated[str, typer.Option("--as", metavar="USER", help="For whom: a user name or mail address.")],
    quantity: Annotated[int, typer.Option(min=1, max=1_000, help="How many tickets.")] = 1,
) -> None:
    """Queue for tickets in the name of somebody, as he would himself, and show what came of it."""
    from saleroom.back_office.box_office import request_tickets

    request_tickets(_office_of(context), event, ticket_type, person, quantity)


def tick(
    context: typer.Context,
    event: Annotated[int | None, typer.Argument(min=1, max=2**40 - 1, help="Left out: every event with a paused queue.")] = None,
    count: Count = 1,
) -> None:
    """Serve the next requests of a paused queue. A queue that is not paused is served by the workers, at once."""
    from saleroom.back_office.box_office import serve_queues

    serve_queues(_office_of(context), event, count)


def settle_refund(
    context: typer.Context,
    refund: Annotated[int, typer.Argument(min=1, help="The number of a refund that failed, as `saleroom availability` tells it.")],
    note: Annotated[str, typer.Option(help="How it was paid back, such as by bank transfer; its buyer reads it.")],
) -> None:
    """Note that a refund which the payment provider refused was paid another way. No money moves by this."""
    from saleroom.back_office.box_office import settle_refund as settle

    settle(_office_of(context), refund, note)


def transactions(
    context: typer.Context,
    last: Annotated[int | None, typer.Option(min=1, max=1_000_000, help="Only the newest so many; 10 without --csv.")] = None,
    csv_file: Annotated[Path | None, typer.Option("--csv", help="Write a CSV file, oldest first; - writes it out here.")] = None,
) -> None:
    """List every bid, sale, close, cancellation, refund and check-in from the log: the newest in a table, or all of them as CSV."""
    from saleroom.back_office.transactions import show_newest, write_csv

    office = _office_of(context)
    if csv_file is None:
        show_newest(office, last)
    else:
        write_csv(office, csv_file, last)


def rotate_ticket_key(context: typer.Context) -> None:
    """Sign tickets with a new key from now on. Tickets signed before stay good, and no worker needs a restart."""
    from saleroom.back_office.ticket_keys import rotate

    rotate(_office_of(context))


def verify(context: typer.Context) -> None:
    """Recompute the hash chain of every stream, and every head row from the facts; exit 1 and name what is wrong."""
    from saleroom.back_office.upkeep import verify_streams

    verify_streams(_office_of(context))


def rebuild(
    context: typer.Context, projection: Annotated[str, typer.Argument(help=f"Which read table: {', '.join(READ_TABLES)}.")],
) -> None:
    """Fill a read table anew from the log, while the house runs; lists that are filled beside the log are short until it is done."""
    from saleroom.back_office.upkeep import rebuild_table

    if projection not in READ_TABLES:
        raise SystemExit(f"saleroom: no read table {projection!r}; there are {', '.join(READ_TABLES)}")
    rebuild_table(_office_of(context), projection)


COMMANDS: Final[dict[str, Callable[..., None]]] = {
    "demo": demo, "create-admin": create_admin, "mail": mail, "availability": availability, "request": request, "tick": tick,
    "settle-refund": settle_refund, "transactions": transactions, "rotate-ticket-key": rotate_ticket_key, "verify": verify,
    "rebuild": rebuild,
}
"""By the name that an operator types, in the order of the help page."""

"""The menu of `saleroom` on a terminal: the daily work of a box office by numbers, for who does not remember commands.

Each choice is a command of its own, and may be chosen by its name. Ctrl-D or `exit` leaves; a refusal is told and the menu goes on.
What a choice needs is imported when it is chosen, so that the menu is there at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import typer

from saleroom.back_office.office import Office

EXIT: Final = "exit"


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the menu.

    Attributes:
        name: the command that does the same; may be typed instead of the number.
        questions: asked in this order; an empty answer to a question without a default leads back to the menu.
        work: gets the office and the answers.
    """

    name: str
    text: str
    questions: tuple[tuple[str, str], ...]
    work: Callable[..., None]


def _availability(office: Office, event: str) -> None:
    from saleroom.back_office import box_office

    box_office.show_availability(office, _number(event))


def _request(office: Office, event: str, ticket_type: str, quantity: str, person: str) -> None:
    from saleroom.back_office import box_office

    box_office.request_tickets(office, _number(event), ticket_type, person, _number(quantity))


def _tick(office: Office, event: str, count: str) -> None:
    from saleroom.back_office import box_office

    box_office.serve_queues(office, None if event == "all" else _number(event), _number(count))


def _transactions(office: Office, last: str) -> None:
    from saleroom.back_office import transactions

    transactions.show_newest(office, _number(last))


def _mail(office: Office, last: str) -> None:
    from saleroom.back_office import letters

    letters.show_newest(office, _number(last))


CHOICES: Final = (
    Choice("availability", "what is left of an event", (("Event", ""),), _availability),
    Choice(
        "request", "queue for tickets in somebody's name",
        (("Event", ""), ("Ticket type", ""), ("How many", "1"), ("For whom (user name or mail address)", "")), _request,
    ),
    Choice("tick", "serve a paused queue", (("Event", "all"), ("How many requests", "1")), _tick),
    Choice("transactions", "the newest transactions", (("How many", "10"),), _transactions),
    Choice("mail", "the newest letters", (("How many", "20"),), _mail),
)


def menu(office: Office) -> None:
    """Ask and do until somebody leaves.

    Raises:
        KeyboardInterrupt: Ctrl-C.
    """
    with office.at_hand():
        while True:
            try:
                choice = _chosen()
                if choice is None:
                    return
                _do(office, choice)
            except EOFError:
                typer.echo()
                return
            except SystemExit as problem:
                typer.echo(problem.code)


def _chosen() -> Choice | None:
    """What somebody wants; None to leave."""
    typer.echo()
    for number, choice in enumerate(CHOICES, start=1):
        typer.echo(f"  {number}  {choice.name:<14}{choice.text}")
    typer.echo(f"  {len(CHOICES) + 1}  {EXIT}")
    while True:
        typed = input("saleroom> ").strip().lower()
        if typed in (EXIT, "quit", str(len(CHOICES) + 1)):
            return None
        for number, choice in enumerate(CHOICES, start=1):
            if typed in (choice.name, str(number)):
                return choice
        if typed:
            typer.echo(f"a number from 1 to {len(CHOICES) + 1}, or a word of the list; `saleroom --help` has all commands")


def _do(office: Office, choice: Choice) -> None:
    answers: list[str] = []
    for question, default in choice.questions:
        answer = input(f"{question} [{default}]: " if default else f"{question}: ").strip() or default
        if not answer:
            return
        answers.append(answer)
    choice.work(office, *answers)


def _number(typed: str) -> int:
    """Raises: SystemExit for what is no number from 1 on."""
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed) < 2**40):
        raise SystemExit(f"saleroom: {typed!r} is no number from 1 on")
    return int(typed)

"""The box office at the command line: what is left, queuing in somebody's name, serving a paused queue, and the menu on a terminal."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from saleroom.domain.ids import number_of
from saleroom.domain.ticket_sales import commands as c
from tests.actors import Database, Person, Server, sign_up
from tests.box_offices import ANNA, ORGANISER, BoxOffice, box_office, order_id
from tests.concerts import grab, make_event
from tests.operators import Terminal, really, saleroom


@pytest.fixture(scope="module")
def person(server: Server) -> Person:
    return sign_up(server.url, "paula")


def at_the_desk(database: Database, work: Callable[[BoxOffice], Coroutine[Any, Any, Any]]) -> Any:
    """Do something where there are no doors."""

    async def do() -> Any:
        async with box_office(database) as office:
            return await work(office)

    return asyncio.run(do())


def a_concert(database: Database, title: str = "Spring concert") -> int:
    """The number of a concert that is on sale, with 20 free, 20 regular and 5 VIP tickets."""
    stream: int = at_the_desk(database, lambda office: office.concert(title=title))
    return number_of(stream)


def pause(database: Database, event: int) -> None:
    at_the_desk(database, lambda office: office.do(_stream(event), c.PauseQueue(ORGANISER)))


def _stream(event: int) -> int:
    return (2 << 40) + event


def test_what_is_left_is_shown_with_prices_and_who_waits(database: Database) -> None:
    event = a_concert(database, "Night \x1b[2Jmusic")
    at_the_desk(database, lambda office: office.buy(_stream(event), ANNA, 2, 3))
    at_the_desk(database, lambda office: office.grab(_stream(event), ANNA, 3, 2))
    told = saleroom(database, "availability", str(event))
    assert told.returncode == 0, told.stderr
    figures = [[cell.strip() for cell in line.strip("│").split("│")] for line in told.stdout.splitlines() if line.startswith("│")]
    assert figures == [
        ["1", "Free", "regular", "0.00", "20", "0", "0", "0", "20", "0"],
        ["2", "Regular", "regular", "25.00", "17", "0", "0", "3", "20", "0"], ["3", "VIP", "vip", "99.00", "3", "2", "0", "0", "5", "0"],
    ]
    assert f"event {event}, Night �[2Jmusic: on sale\n0 requests wait\n" in told.stdout
    assert saleroom(database, "availability", "99999").stderr.endswith("saleroom: There is no such event.\n")
    assert saleroom(database, "availability", "0").returncode == 2


def test_somebody_gets_tickets_on_request_as_if_he_had_asked_himself(database: Database, person: Person) -> None:
    event = a_concert(database)
    told = saleroom(database, "request", str(event), "free", "--as", "PAULA", "--quantity", "2")
    order = order_id(_stream(event), 1)
    assert told.stdout == f"request {event}000001 for 2 Free got order {order}: paid\n", told.stderr
    shown = person.get(f"/orders/{order}").json()
    assert (shown["user_id"], shown["status"], len(shown["tickets"])) == (person.id, "paid", 2)
    held = saleroom(database, "request", str(event), "vip", "--as", "paula").stdout
    assert f"for 1 VIP got order {order + 1}: held, held until " in held and "99.00 to pay" in held
    for arguments, why in (
        ((str(event), "Regular", "--as", "nobody"), "There is no such person."),
        ((str(event), "Circle", "--as", "paula"), "This event has no such ticket type."),
        ((str(event), "2", "--as", "paula", "--quantity", "11"), "At most 10 at once."),
        (("99999", "2", "--as", "paula"), "There is no such event."),
    ):
        refused = saleroom(database, "request", *arguments)
        assert refused.returncode == 1 and f"saleroom: {why}" in refused.stderr, refused.stderr


def test_what_is_sold_out_is_said_with_what_else_there_is(database: Database, person: Person) -> None:
    event = a_concert(database)
    at_the_desk(database, lambda office: office.buy(_stream(event), ANNA, 3, 5))
    told = saleroom(database, "request", str(event), "VIP", "--as", "paula")
    assert told.returncode == 1 and told.stderr.endswith("There are 20 Free, 20 Regular left.\n"), told.stderr


def test_a_paused_queue_is_served_by_ticks_and_by_nobody_else(database: Database, person: Person) -> None:
    event, other = a_concert(database), a_concert(database)
    for number in (event, other):
        pause(database, number)
        for place in (1, 2, 3):
            told = saleroom(database, "request", str(number), "Free", "--as", "paula").stdout
            assert told == f"request {number}00000{place} for 1 Free waits, position {place}: the queue is paused\n"
    assert saleroom(database, "tick", str(event)).stdout == f"event {event}: 1 served, 1 of them with an order, 2 still wait\n"
    assert saleroom(database, "tick", "--count", "2").stdout.splitlines() == [
        f"event {event}: 2 served, 2 of them with an order, 0 still wait",
        f"event {other}: 2 served, 2 of them with an order, 1 still wait",
    ]
    assert "3 requests wait" not in saleroom(database, "availability", str(other)).stdout
    assert "1 requests wait, the queue is paused" in saleroom(database, "availability", str(other)).stdout
    assert saleroom(database, "tick", str(event)).stdout == "nobody waits in a paused queue\n"
    assert saleroom(database, "tick").stdout == f"event {other}: 1 served, 1 of them with an order, 0 still wait\n"
    assert saleroom(database, "tick").stdout == "nobody waits in a paused queue\n"
    running = a_concert(database)
    assert saleroom(database, "tick", str(running)).stdout == f"event {running}: the queue is not paused, the workers serve it\n"
    assert saleroom(database, "tick", "99999").returncode == 1


def test_a_turn_may_bring_nothing_and_says_so(database: Database, person: Person) -> None:
    event = a_concert(database)
    pause(database, event)
    assert "waits" in saleroom(database, "request", str(event), "VIP", "--as", "paula", "--quantity", "5").stdout
    at_the_desk(database, lambda office: office.do(_stream(event), c.CancelSale(ORGANISER, False)))
    gone = saleroom(database, "request", str(event), "Free", "--as", "paula")
    assert gone.returncode == 1 and "cancelled" in gone.stderr


def test_the_commands_work_beside_the_workers_of_the_house(server: Server, seller: Person, person: Person, database: Database) -> None:
    event = make_event(seller)
    assert grab(person, event).status_code == 201
    assert saleroom(database, "request", str(event["id"]), "regular", "--as", "paula").returncode == 0
    assert person.get(f"/events/{event['id']}").json()["ticket_types"][0]["available_qty"] == 8
    assert [one["status"] for one in person.get("/orders?limit=2").json()] == ["paid", "paid"]


def test_the_menu_does_the_daily_work_by_numbers_and_words_and_goes_on_after_a_refusal(database: Database, person: Person) -> None:
    event = a_concert(database)
    with Terminal(database) as terminal:
        offered = terminal.until("saleroom> ")
        assert [line.split()[:2] for line in offered.splitlines() if line.startswith("  ")] == [
            ["1", "availability"], ["2", "request"], ["3", "tick"], ["4", "transactions"], ["5", "mail"], ["6", "exit"],
        ]
        terminal.type(f"1\n{event}\n")
        assert "Regular" in terminal.until("0 requests wait")
        terminal.until("saleroom> ")
        terminal.type(f"request\n{event}\nFree\n\npaula\n")
        terminal.until("for 1 Free got order")
        terminal.until("saleroom> ")
        terminal.type("1\nseven\n")
        assert "'seven' is no number" in terminal.until("saleroom> ")
        terminal.type("2\n99999\nFree\n2\npaula\n")
        assert "There is no such event." in terminal.until("saleroom> ")
        terminal.type("9\n")
        assert "a number from 1 to 6" in terminal.until("saleroom> ")
        terminal.type("tick\n\n\n")
        assert "nobody waits" in terminal.until("saleroom> ")
        terminal.type("4\n3\n")
        assert "sold" in terminal.until("saleroom> ")
        terminal.type("2\n\n")  # an empty answer leads back
        terminal.until("saleroom> ")
        terminal.type("exit\n")
        assert terminal.leave() == 0


@pytest.mark.parametrize(
    ("keys", "code"), [("\x04", 0), ("6\n", 0), ("1\n\x04", 0), ("\x03", 130)], ids=["ctrl-d", "6", "in a question", "ctrl-c"]
)
def test_the_menu_is_left_by_ctrl_d_by_its_last_line_and_by_ctrl_c(database: Database, keys: str, code: int) -> None:
    with Terminal(database) as terminal:
        terminal.until("saleroom> ")
        for part in keys.splitlines(keepends=True):
            terminal.type(part)
            if part.endswith("\n") and code == 0 and keys != "6\n":
                terminal.until("Event: ")
        assert terminal.leave("\x03" if code == 130 else "") == code


def test_without_a_terminal_the_help_is_shown(database: Database) -> None:
    told = really(DATABASE_URL=database.owner, SALEROOM_APP_DATABASE_URL=database.app)
    assert "Usage" in told.stdout + told.stderr and "availability" in told.stdout + told.stderr

"""At the gate every code gets an answer, a valid ticket goes in once, and the same scan gets the same answer."""

import asyncio
import uuid
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import asyncpg
import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from saleroom.tickets.secret import Admission, read
from tests.actors import Database, Person, Server, sign_up
from tests.concerts import grab, hold, make_event, make_seated_event, send

FORGED = (
    "AEAQOKQDAGIL72OSA3IK6BQDT5SJKPJTA4STWVHIAOJGPIKH2FGK26FVPXBP2TGLCW2R4ZWMOZJNAAPO2IHXZEIA3SBWZYFASFJNO426KMW5GJ4BN6XFMXUS6NPAW"
)


@pytest.fixture(scope="module")
def organiser(server: Server) -> Person:
    return sign_up(server.url)


@pytest.fixture(scope="module")
def concert(organiser: Person) -> dict[str, Any]:
    return make_event(organiser, ticket_types=[{"seat_type": "Regular", "price": 0, "available_qty": 500}])


@pytest.fixture(scope="module")
def scanner(server: Server, database: Database) -> Person:
    person = sign_up(server.url)

    async def appoint() -> None:
        connection = await asyncpg.connect(database.owner)
        await connection.execute("UPDATE public.users SET roles = '{buyer,scanner}' WHERE id = $1", person.id)
        await connection.close()

    asyncio.run(appoint())
    return person


@pytest.fixture
def holder(server: Server) -> Person:
    return sign_up(server.url)


def ticket_of(holder: Person, concert: dict[str, Any]) -> dict[str, Any]:
    """A free ticket, with its code."""
    order = grab(holder, concert).json()
    ticket: dict[str, Any] = holder.get(f"/orders/{order['id']}").json()["tickets"][0]
    return {**ticket, "order_id": order["id"]}


def scan(person: Person, code: str, **body: Any) -> dict[str, Any]:
    answer = person.post(f"/tickets/checkin/{code}", body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_a_ticket_goes_in_once_and_the_second_gate_hears_when_and_where(
    scanner: Person, concert: dict[str, Any], holder: Person
) -> None:
    ticket = ticket_of(holder, concert)
    first = scan(scanner, ticket["qr_token"], gate="North")
    assert (first["ok"], first["code"], first["previous_status"], first["new_status"]) == (True, "ok", "valid", "checked_in")
    assert (first["ticket_id"], first["ticket_type"], first["event_id"]) == (ticket["id"], "Regular", concert["id"])
    second = scan(scanner, ticket["qr_token"], gate="South")
    assert (second["ok"], second["code"], second["gate"]) == (False, "already_in", "North")
    assert (second["previous_status"], second["new_status"]) == ("checked_in", "checked_in") and second["at"]


def test_whoever_goes_out_may_come_in_again_and_who_is_out_cannot_go_out(scanner: Person, concert: dict[str, Any], holder: Person) -> None:
    code = ticket_of(holder, concert)["qr_token"]
    steps = [scan(scanner, code, direction=direction)["code"] for direction in ("exit", "entry", "exit", "exit", "entry", "entry")]
    assert steps == ["not_inside", "ok", "ok", "not_inside", "ok", "already_in"]


def test_of_many_gates_at_once_exactly_one_lets_in(scanner: Person, concert: dict[str, Any], holder: Person) -> None:
    code = ticket_of(holder, concert)["qr_token"]
    with ThreadPoolExecutor(12) as gates:
        answers = list(gates.map(lambda n: scan(scanner, code, gate=f"Gate {n}", nonce=str(uuid.uuid4())), range(12)))
    assert sorted(answer["code"] for answer in answers) == ["already_in"] * 11 + ["ok"]


def test_the_same_scan_sent_again_gets_the_answer_it_got(scanner: Person, concert: dict[str, Any], holder: Person) -> None:
    code, nonce = ticket_of(holder, concert)["qr_token"], str(uuid.uuid4())
    with ThreadPoolExecutor(6) as tries:
        answers = list(tries.map(lambda _: scan(scanner, code, gate="North", nonce=nonce), range(6)))
    assert all(answer == answers[0] for answer in answers) and answers[0]["code"] == "ok"
    late, again = scan(scanner, code, nonce=str(uuid.uuid4())), str(uuid.uuid4())
    assert late["code"] == "already_in"
    refused = scan(scanner, code, nonce=again)
    scan(scanner, code, direction="exit")
    assert scan(scanner, code, nonce=again) == refused
    assert scan(scanner, code, gate="North", nonce=nonce) == answers[0]
    other = scanner.post(f"/tickets/checkin/{code}", {"nonce": nonce, "gate": "South"})
    assert (other.status_code, other.json()["code"]) == (409, "command_conflict")


def test_the_header_of_every_other_door_names_a_scan_as_well(scanner: Person, concert: dict[str, Any], holder: Person) -> None:
    code, key = ticket_of(holder, concert)["qr_token"], str(uuid.uuid4())
    answers = [scanner.post(f"/tickets/checkin/{code}", **{"Idempotency-Key": key}).json() for _ in range(2)]
    assert answers[0] == answers[1] and answers[0]["code"] == "ok"


@pytest.mark.parametrize("code", [
    FORGED, FORGED[:-1] + "B", "hello", "A" * 4000, "%00", "..%2f..", "https:%2f%2fevil.example%2fticket%3fid=7", "<script>", "🎟", "a b",
])
def test_a_code_that_the_house_did_not_make_lets_nobody_in(scanner: Person, holder: Person, code: str) -> None:
    for person in (scanner, holder):
        answer = scan(person, code)
        assert (answer["ok"], answer["code"], answer["ticket_id"]) == (False, "invalid", None)
        worth = person.get(f"/tickets/verify/{code}").json()
        assert (worth["valid"], worth["status"], worth["order_id"]) == (False, None, None)


def test_a_ticket_that_was_given_back_is_cancelled_before_it_is_anything_else(
    scanner: Person, concert: dict[str, Any], holder: Person
) -> None:
    used, unused = ticket_of(holder, concert), ticket_of(holder, concert)
    assert send(holder, "POST", f"/orders/{unused['order_id']}/cancel", {}).status_code == 200
    assert scan(scanner, unused["qr_token"])["code"] == "cancelled"
    worth = scanner.get(f"/tickets/verify/{unused['qr_token']}").json()
    assert (worth["valid"], worth["status"]) == (False, "cancelled")
    assert holder.get(f"/tickets/{unused['id']}/qr.svg").json()["code"] == "already_cancelled"
    assert scan(scanner, used["qr_token"])["code"] == "ok"


def test_before_the_doors_open_nobody_goes_in(scanner: Person, organiser: Person, holder: Person) -> None:
    early = make_event(organiser, doors_open_time="2090-01-01T19:00:00Z")
    answer = scan(scanner, ticket_of(holder, early)["qr_token"])
    assert (answer["code"], answer["opens_at"]) == ("wrong_time", "2090-01-01T19:00:00+00:00")


def test_who_may_ask_what_a_code_is_worth_and_who_may_let_in(
    server: Server, scanner: Person, organiser: Person, administrator: Person, concert: dict[str, Any], holder: Person
) -> None:
    ticket, stranger = ticket_of(holder, concert), sign_up(server.url)
    for person, may_look, may_scan in (
        (holder, True, False), (scanner, True, True), (organiser, True, True), (administrator, True, True), (stranger, False, False),
    ):
        assert person.get(f"/tickets/verify/{ticket['qr_token']}").status_code == (200 if may_look else 403)
        assert person.post(f"/tickets/checkin/{ticket['qr_token']}", {}).status_code == (200 if may_scan else 403)
        assert person.get(f"/events/{concert['id']}/checkins/summary").status_code == (200 if may_scan else 403)
    for method, path in (("GET", f"/tickets/verify/{ticket['qr_token']}"), ("POST", f"/tickets/checkin/{ticket['qr_token']}"),
                         ("GET", "/tickets/mine"), ("GET", f"/tickets/{ticket['id']}/qr.svg"), ("GET", "/tickets/keys")):
        assert httpx.request(method, server.url + path, timeout=10).json()["code"] == "not_signed_in"


def test_a_holders_name_is_told_at_the_gate_and_to_nobody_else(scanner: Person, concert: dict[str, Any], holder: Person) -> None:
    assert send(holder, "PATCH", "/users/me", {"name": "Anna Keller"}).status_code == 200
    code = ticket_of(holder, concert)["qr_token"]
    assert holder.get(f"/tickets/verify/{code}").json()["holder"] is None
    assert scanner.get(f"/tickets/verify/{code}").json()["holder"] == "Anna Keller"
    assert scan(scanner, code)["holder"] == "Anna Keller"


def test_how_many_are_inside_is_counted(scanner: Person, organiser: Person, holder: Person) -> None:
    event = make_event(organiser, ticket_types=[
        {"seat_type": "Regular", "price": 0, "available_qty": 5}, {"seat_type": "VIP", "price": 0, "available_qty": 5},
    ])
    codes = [ticket_of(holder, event)["qr_token"] for _ in range(3)]
    for code in codes[:2]:
        scan(scanner, code)
    scan(scanner, codes[0], direction="exit")
    assert organiser.get(f"/events/{event['id']}/checkins/summary").json() == {
        "expected": 3, "inside": 1, "by_type": [
            {"ticket_type_id": 1, "ticket_type": "Regular", "expected": 3, "inside": 1},
            {"ticket_type_id": 2, "ticket_type": "VIP", "expected": 0, "inside": 0},
        ],
    }
    assert organiser.get("/events/999999/checkins/summary").json()["code"] == "unknown_event"


def test_ones_own_tickets_are_listed_with_codes_that_are_read_from_the_drawing(
    server: Server, organiser: Person, scanner: Person, holder: Person
) -> None:
    event = make_seated_event(organiser, ticket_types=[{"seat_type": "Seat", "price": 0, "section": "Stalls"}])
    order = hold(holder, event, {"seats": ["A3", "A4"]}).json()
    assert send(holder, "POST", f"/holds/{order['id']}/checkout", {}).json()["status"] == "paid"
    answer = holder.get("/tickets/mine")
    tickets = answer.json()
    assert answer.headers["X-Total-Count"] == "2"
    assert [ticket["id"] for ticket in tickets] == [event["id"] * 1_000_000 + n for n in (1, 2)]
    assert tickets[0]["seat"] == {"id": "A3", "section": "Main floor", "row": "A", "number": "3"}
    assert (tickets[0]["event"], tickets[0]["ticket_type"], tickets[0]["inside"]) == (event["title"], "Seat", False)
    drawing = holder.get(f"/tickets/{tickets[0]['id']}/qr.svg")
    assert drawing.headers["content-type"].startswith("image/svg+xml") and "no-store" in drawing.headers["cache-control"]
    assert ElementTree.parse(BytesIO(drawing.content)).getroot().tag.endswith("svg")
    assert scanner.get(f"/tickets/{tickets[0]['id']}/qr.svg").status_code == 403
    assert holder.get("/tickets/7/qr.svg").json()["code"] == "unknown_ticket"
    assert scan(scanner, tickets[0]["qr_token"])["seat"]["number"] == "3"
    assert [ticket["inside"] for ticket in holder.get("/tickets/mine").json()] == [True, False]


def test_a_gate_without_a_line_can_check_the_signature_by_the_keys(scanner: Person, concert: dict[str, Any], holder: Person) -> None:
    keys = {key["id"]: Ed25519PublicKey.from_public_bytes(bytes.fromhex(key["key"])) for key in scanner.get("/tickets/keys").json()}
    ticket = ticket_of(holder, concert)
    told = read(ticket["qr_token"], keys)
    assert isinstance(told, Admission) and (told.event, told.ticket) == (concert["id"], ticket["id"] % 1_000_000)


@pytest.mark.parametrize(
    "body", [{"nonce": "x"}, {"gate": "a\x00b"}, {"gate": "g" * 81}, {"direction": "up"}, {"device_at": "yesterday"}, []]
)
def test_a_scan_that_cannot_be_read_is_refused_and_changes_nothing(
    scanner: Person, concert: dict[str, Any], holder: Person, body: Any
) -> None:
    code = ticket_of(holder, concert)["qr_token"]
    assert scanner.post(f"/tickets/checkin/{code}", body).status_code == 422
    assert scan(scanner, code, device_at="2026-07-17T19:30:00")["code"] == "ok"


def test_a_ticket_of_another_event_is_turned_away_at_this_door_and_stays_unused(
    scanner: Person, organiser: Person, concert: dict[str, Any], holder: Person
) -> None:
    ticket, other = ticket_of(holder, concert), make_event(organiser)
    assert scan(scanner, ticket["qr_token"], event_id=other["id"])["code"] == "wrong_list"
    assert scan(scanner, ticket["qr_token"], event_id=concert["id"])["code"] == "ok"

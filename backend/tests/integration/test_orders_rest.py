"""Orders over REST: everybody his own, given back by the rules, with codes and mail for those whose they are, and lists for the office."""

import csv
import io
import re
import uuid
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook

from tests.actors import Person, Server, code, sign_up
from tests.box_offices import pay, until
from tests.concerts import grab, hold, make_event, make_seated_event, send

SOON = "2090-01-01T19:00:00Z"
TYPES = [
    {"seat_type": "Free", "price": 0, "available_qty": 50}, {"seat_type": "Regular", "price": 25, "available_qty": 50},
    {"seat_type": "VIP", "price": 99.5, "available_qty": 5},
]


@pytest.fixture(scope="module")
def event(server: Server, seller: Person) -> dict[str, Any]:
    return make_event(seller, title="Spring concert", ticket_types=TYPES)


def test_an_order_tells_everything_from_the_hold_to_the_refund(event: dict[str, Any], server: Server) -> None:
    buyer = sign_up(server.url, f"buyer-{uuid.uuid4().hex[:6]}")
    held = grab(buyer, event, 2, 2).json()
    assert held["id"] // 1_000_000 == event["id"]
    told = buyer.get(f"/orders/{held['id']}").json()
    assert {**told, "created_at": "", "expires_at": ""} == {
        "id": held["id"], "event_id": event["id"], "event": "Spring concert", "status": "held", "ticket_type": "Regular",
        "ticket_type_id": 2, "qr_token": None, "tickets": [],
        "lines": [{"ticket_type_id": 2, "ticket_type": "Regular", "quantity": 2, "price_cents": 2500, "seat_ids": []}],
        "seats": [], "ticket_price_cents": 2500, "discount_cents": 0, "total_cents": 5000, "refunded_cents": 0, "promo_code": None,
        "created_at": "", "expires_at": "", "paid_at": None, "checkout_url": f"/orders/{held['id']}/checkout", "attempts": [],
        "refunds": [], "user": told["user"], "user_id": buyer.id, "seq": 3,
    }
    assert told["user"].startswith("buyer-") and told["expires_at"] > told["created_at"]
    paid = pay(buyer, held)
    assert (paid["status"], paid["expires_at"], paid["checkout_url"]) == ("paid", None, None)
    assert [(ticket["status"], ticket["ticket_type"], ticket["inside"], ticket["seat"]) for ticket in paid["tickets"]] == [
        ("valid", "Regular", False, None)
    ] * 2
    assert paid["qr_token"] == paid["tickets"][0]["qr_token"] != paid["tickets"][1]["qr_token"]
    back = buyer.post(f"/orders/{held['id']}/cancel", {"reason": "I am ill"}).json()
    assert (back["status"], back["refunded_cents"], back["qr_token"]) == ("refunded", 5000, None)
    assert [(one["amount_cents"], one["reason"]) for one in back["refunds"]] == [(5000, "given_back")]
    settled = until(buyer, held["id"], lambda found: found["refunds"][0]["status"] != "issued")
    assert settled["refunds"][0]["status"] == "succeeded"


def test_tickets_are_given_back_singly_and_their_places_are_for_sale_again(seller: Person, anna: Person) -> None:
    event = make_event(seller, ticket_types=[{**TYPES[1], "available_qty": 3}])
    order = pay(anna, grab(anna, event, 1, 3).json())
    first, second, third = (ticket["id"] for ticket in order["tickets"])
    told = anna.post(f"/tickets/{second}/cancel").json()
    assert (told["ticket_id"], told["restocked"], told["refund"]["amount_cents"]) == (second, True, 2500)
    assert told["order"]["status"] == "partly_refunded"
    assert [(one["id"], one["status"], one["qr_token"] is None) for one in told["order"]["tickets"]] == [
        (first, "valid", False), (second, "cancelled", True), (third, "valid", False),
    ]
    assert anna.get(f"/events/{event['id']}").json()["ticket_types"][0]["available_qty"] == 1
    assert code(anna.post(f"/tickets/{second}/cancel")) == (409, "already_cancelled")
    key = str(uuid.uuid4())
    once = anna.post(f"/tickets/{first}/cancel", **{"Idempotency-Key": key})
    again = anna.post(f"/tickets/{first}/cancel", **{"Idempotency-Key": key})
    assert once.status_code == again.status_code == 200 and once.json()["refund"]["id"] == again.json()["refund"]["id"]
    anna.post(f"/tickets/{third}/cancel")
    gone = anna.get(f"/orders/{order['id']}").json()
    assert (gone["status"], gone["refunded_cents"], len(gone["refunds"])) == ("refunded", 7500, 3)
    assert code(anna.post(f"/orders/{order['id']}/cancel")) == (409, "already_cancelled")


def test_a_free_order_is_given_back_without_a_refund_and_an_unpaid_one_is_given_up(event: dict[str, Any], anna: Person) -> None:
    free, held = grab(anna, event, 1).json(), grab(anna, event, 3).json()
    told = anna.post(f"/tickets/{free['tickets'][0]['id']}/cancel").json()
    assert (told["refund"], told["order"]["status"], told["order"]["refunds"]) == (None, "cancelled", [])
    assert anna.post(f"/orders/{held['id']}/cancel").json()["status"] == "cancelled"
    assert code(anna.post(f"/orders/{held['id']}/cancel")) == (409, "already_cancelled")


def test_a_buyer_is_bound_by_the_refund_policy_and_staff_is_not(seller: Person, anna: Person, administrator: Person) -> None:
    over = {"full_until": "2020-01-01T00:00:00Z"}
    event = make_event(seller, ticket_types=[{**TYPES[1], "refund": over}])
    orders = [pay(anna, grab(anna, event, 1).json()) for _ in range(2)]
    refused = anna.post(f"/orders/{orders[0]['id']}/cancel")
    assert code(refused) == (409, "refund_over") and refused.json()["until"].startswith("2020-01-01")
    assert seller.post(f"/orders/{orders[0]['id']}/cancel", {"reason": "A gift"}).json()["refunded_cents"] == 2500
    assert administrator.post(f"/tickets/{orders[1]['tickets'][0]['id']}/cancel").json()["refund"]["amount_cents"] == 2500


def test_the_second_of_two_payments_comes_back_and_the_order_stays_paid(event: dict[str, Any], anna: Person) -> None:
    held = grab(anna, event, 2).json()
    first = anna.post(f"/holds/{held['id']}/checkout").json()["payment_url"].rsplit("/", 1)[-1]
    pay(anna, held)
    assert httpx.post(f"{anna.base}/payments/test/{first}", json={"outcome": "succeed"}, timeout=30).status_code == 200
    told = until(anna, held["id"], lambda found: found["refunds"] != [])
    assert (told["status"], told["refunded_cents"]) == ("paid", 0)
    assert [(one["amount_cents"], one["reason"]) for one in told["refunds"]] == [(2500, "duplicate")]


def test_seats_are_told_where_they_are_held_and_where_they_are_paid(seller: Person, anna: Person) -> None:
    event = make_seated_event(seller)
    held = hold(anna, event, {"seats": ["A2", "A1"]}).json()
    places = [{"id": f"A{n}", "section": "Main floor", "row": "A", "number": str(n)} for n in (1, 2)]
    assert held["seats"] == places
    paid = pay(anna, held)
    assert [ticket["seat"] for ticket in paid["tickets"]] == places == paid["seats"]


def test_orders_are_for_buyer_organiser_and_administrator_and_for_nobody_else(
    event: dict[str, Any], seller: Person, anna: Person, bert: Person, administrator: Person
) -> None:
    order = grab(anna, event, 1).json()
    for person in (anna, seller, administrator):
        assert person.get(f"/orders/{order['id']}").json()["tickets"][0]["qr_token"]
    ticket = order["tickets"][0]["id"]
    assert code(bert.get(f"/orders/{order['id']}")) == (403, "not_yours")
    for path in (f"/orders/{order['id']}/cancel", f"/orders/{order['id']}/resend", f"/tickets/{ticket}/cancel"):
        assert code(bert.post(path)) == (403, "not_yours")
        assert code(httpx.post(bert.base + path, timeout=10)) == (401, "not_signed_in")
    assert anna.get(f"/orders/{order['id']}").json()["status"] == "paid"
    for path in ("/orders", "/orders/me", f"/orders/{order['id']}"):
        assert code(httpx.get(bert.base + path, timeout=10)) == (401, "not_signed_in")


@pytest.mark.parametrize("number", [0, -1, 1, 999_999, 7_000_000, 999_999_000_001, 2**62, 2**80])
def test_numbers_of_nothing_are_unknown_at_every_door(anna: Person, number: int) -> None:
    assert code(anna.get(f"/orders/{number}")) == (404, "unknown_order")
    assert code(anna.post(f"/orders/{number}/cancel")) == code(anna.post(f"/orders/{number}/resend")) == (404, "unknown_order")
    assert code(anna.post(f"/tickets/{number}/cancel")) == (404, "unknown_ticket")


@pytest.mark.parametrize("body", [{"reason": 7}, {"reason": "x" * 501}, []])
def test_a_reason_that_is_none_is_malformed_and_changes_nothing(event: dict[str, Any], anna: Person, body: Any) -> None:
    order = grab(anna, event, 1).json()
    assert code(anna.post(f"/orders/{order['id']}/cancel", body)) == (422, "malformed")
    assert anna.get(f"/orders/{order['id']}").json()["status"] == "paid"


def test_a_reason_that_cannot_be_kept_as_it_is_is_kept_as_far_as_it_can(event: dict[str, Any], anna: Person) -> None:
    order = grab(anna, event, 1).json()
    assert anna.post(f"/orders/{order['id']}/cancel", {"reason": "Ill\x00, sorry"}).json()["status"] == "cancelled"


def test_ones_own_orders_are_listed_newest_first_by_status_and_by_pages(event: dict[str, Any], server: Server) -> None:
    buyer = sign_up(server.url)
    assert (buyer.get("/orders").json(), buyer.get("/orders").headers["X-Total-Count"]) == ([], "0")
    free, held, given_up = (grab(buyer, event, number).json()["id"] for number in (1, 2, 3))
    assert send(buyer, "DELETE", f"/holds/{given_up}").status_code == 200

    def listed(query: str = "", path: str = "/orders") -> tuple[list[int], str]:
        answer = buyer.get(path + query)
        return [one["id"] for one in answer.json()], answer.headers["X-Total-Count"]

    assert listed() == listed(path="/orders/me") == ([given_up, held, free], "3")
    assert listed("?status=held") == ([held], "1")
    assert listed("?status=held&status=paid") == ([held, free], "2")
    assert listed("?limit=1&offset=1") == ([held], "3")
    assert listed("?status=refunded") == ([], "0")
    assert buyer.get("/orders?status=paid").json()[0]["qr_token"]
    for query in ("?status=lost", "?limit=0", "?limit=101", "?offset=-1"):
        assert code(buyer.get(f"/orders{query}")) == (422, "malformed")


def test_tickets_are_mailed_again_at_most_once_a_minute(
    event: dict[str, Any], server: Server, administrator: Person, seller: Person
) -> None:
    buyer = sign_up(server.url)
    order = grab(buyer, event, 1).json()
    assert buyer.post(f"/orders/{order['id']}/resend").status_code == 202
    again = buyer.post(f"/orders/{order['id']}/resend")
    assert code(again) == (429, "rate_limited") and 1 <= int(again.headers["Retry-After"]) <= 60
    assert code(seller.post(f"/orders/{order['id']}/resend")) == (429, "rate_limited")
    other = grab(buyer, event, 1).json()
    assert buyer.post(f"/orders/{other['id']}/resend").status_code == 202
    letters = administrator.get("/admin/mail?limit=100").json()["items"]
    about = [one for one in letters if one["topic"] == "tickets" and one["user_id"] == buyer.id]
    assert len(about) == 4 and all(one["outcome"] in ("no_address", "waiting") for one in about)
    held = grab(buyer, event, 2).json()
    assert code(buyer.post(f"/orders/{held['id']}/resend")) == (409, "wrong_order_status")


def test_an_organiser_lists_the_orders_of_his_event_without_codes_and_mails(
    server: Server, seller: Person, anna: Person, bert: Person, administrator: Person
) -> None:
    event = make_event(seller, title="Recital of lutes", ticket_types=TYPES)
    named = sign_up(server.url, f"luise-{uuid.uuid4().hex[:6]}")
    mailed = _with_mail(server)
    orders = [grab(person, event, 1).json()["id"] for person in (anna, named, mailed)]
    path = f"/events/{event['id']}/orders"

    def found(person: Person, query: str = "") -> list[int]:
        return [one["id"] for one in person.get(path + query).json()]

    assert found(seller) == found(administrator) == orders[::-1]
    assert found(seller, "?q=LUISE-") == found(seller, f"?q={orders[1]}") == [orders[1]] and orders[1] in found(seller, f"?q={named.id}")
    assert found(seller, "?q=lutes") == orders[::-1] and found(seller, "?q=strings") == []
    assert found(administrator, "?q=quay.example") == [orders[2]] and found(seller, "?q=quay.example") == []
    assert found(seller, "?status=paid&limit=1") == [orders[2]] and found(seller, "?status=held") == []
    told = seller.get(path).json()
    assert all(one["qr_token"] is None and one["tickets"][0]["qr_token"] is None for one in told)
    assert told[0]["user"] is None and "@" in administrator.get(path).json()[0]["user"]
    assert code(bert.get(path)) == code(bert.get(f"{path}/export")) == code(bert.get(f"/events/{event['id']}/office")) == (403, "not_yours")
    for number in (0, 99_999, 2**60):
        assert code(seller.get(f"/events/{number}/orders")) == (404, "unknown_event")
    everywhere = administrator.get(f"/admin/orders?event_id={event['id']}&status=paid")
    assert [one["id"] for one in everywhere.json()] == orders[::-1] and everywhere.headers["X-Total-Count"] == "3"
    assert [one["id"] for one in administrator.get("/admin/orders?q=lutes&limit=2").json()] == orders[:0:-1]
    for path in ("/admin/orders", "/admin/orders/export"):
        assert code(seller.get(path)) == (403, "forbidden")


def _with_mail(server: Server) -> Person:
    """Somebody without a name."""
    address, password = f"{uuid.uuid4().hex[:8]}@quay.example", "correct horse"
    assert httpx.post(f"{server.url}/auth/register", json={"email": address, "password": password}, timeout=30).status_code == 201
    answer = httpx.post(f"{server.url}/auth/login", json={"email": address, "password": password}, timeout=30).json()
    return Person(answer["user"]["id"], answer["access_token"], server.url)


def test_exports_have_every_order_and_no_formula_of_a_stranger(server: Server, seller: Person, administrator: Person) -> None:
    title = '=HYPERLINK("http://example.test","Pay here"); a "quoted", line'
    event = make_event(seller, title=title, ticket_types=[{**TYPES[1], "seat_type": "@SUM(1+1)"}, {**TYPES[0], "seat_type": "-2+3"}])
    buyer = sign_up(server.url)
    answer = httpx.patch(f"{server.url}/users/me", json={"name": "+49 (0)1 =cmd|'/c calc'!A1"}, headers=buyer.headers, timeout=10)
    assert answer.status_code == 200, answer.text
    paid, free = pay(buyer, grab(buyer, event, 1, 2).json()), grab(buyer, event, 2).json()
    path = f"/events/{event['id']}/orders/export"
    answer = seller.get(path)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8", answer.text
    assert re.search(rf'filename="orders-of-event-{event["id"]}\.csv"', answer.headers["content-disposition"])
    header, *lines = csv.reader(io.StringIO(answer.text, newline=""))
    assert "mail" not in header and len(lines) == 2
    first = dict(zip(header, lines[0], strict=True))
    assert (first["order"], first["status"], first["quantity"], first["total"], first["currency"]) == (
        str(paid["id"]), "paid", "2", "50.00", "EUR",
    )
    assert first["event"] == f"'{title}" and first["buyer"].startswith("'+49") and first["ticket_types"] == "2 @SUM(1+1)"
    for line in lines:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in line)
    assert [line[0] for line in csv.reader(io.StringIO(seller.get(f"{path}?status=refunded").text))] == ["order"]
    sheet = load_workbook(io.BytesIO(seller.get(f"{path}?format=xlsx").content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == header and [row[0].value for row in rows[1:]] == [paid["id"], free["id"]]
    assert (rows[1][2].value, rows[1][2].data_type) == (title, "s")
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "inlineStr"}
    assert (rows[1][header.index("total")].value, rows[2][header.index("total")].value) == (50, 0)
    whole = administrator.get(f"/admin/orders/export?event_id={event['id']}").text
    assert whole.splitlines()[0].endswith(",mail") and len(list(csv.reader(io.StringIO(whole)))) == 3
    assert code(seller.get(f"{path}?format=pdf")) == (422, "malformed")
    assert load_workbook(io.BytesIO(administrator.get("/admin/orders/export?format=xlsx&q=nobody-at-all").content)).active is not None


def test_the_office_counts_what_the_head_row_says_and_audits_it(server: Server, seller: Person, anna: Person) -> None:
    event = make_event(seller, ticket_types=TYPES)
    pay(anna, grab(anna, event, 2, 2).json())
    grab(anna, event, 1, 3)
    grab(anna, event, 3, 1)
    anna.post(f"/holds/{grab(anna, event, 3, 2).json()['id']}/checkout")
    told = seller.get(f"/events/{event['id']}/office").json()
    assert [tuple(one.values()) for one in told["types"]] == [
        (1, "Free", 50, 3, 0, 0, 47, 0), (2, "Regular", 50, 2, 0, 0, 48, 0), (3, "VIP", 5, 0, 2, 1, 2, 0),
    ]
    assert (told["takings_cents"], told["orders"], told["rate_per_minute"], told["audit_ok"]) == (5000, 2, 5.0, True)
    assert (told["status"], told["queue"]) == ("on_sale", {"paused": False, "waiting": 0, "vip": 0, "regular": 0})
    assert "saleroom_unsound_sales 0.0" in httpx.get(f"{server.url}/metrics", timeout=10).text

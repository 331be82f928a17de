"""Which letters, refunds and rounds follow from what happens to a sale: everybody concerned once, nobody twice, and no names.

The facts are those that the box office itself decides.
"""

import orjson

from saleroom.domain.ticket_sales import commands as c
from saleroom.eventlog.codec import canonical
from saleroom.eventlog.outbox import ERRANDS, OutboxRow
from saleroom.mail.letters import letter
from tests.unit.letters_office import ADMIN, ANNA, BERT, CARLA, FREE, HEAD, ORGANIZER, PAID, office, paid, text, whom


def test_a_paid_order_brings_its_tickets_and_nothing_before_did() -> None:
    opened = office()
    assert opened.do(c.Grab(ANNA, PAID, 2)) == []
    assert opened.do(c.Checkout(ANNA, 1)) == []
    rows = opened.do(c.RecordPayment(1, 1, "succeeded", "till-1"))
    assert whom(rows) == {"tickets": [ANNA]}
    payload = rows[0].payload
    assert (payload["order_id"], payload["amount_minor"], [one["id"] for one in payload["tickets"]]) == (7000001, 50_00, [7000001, 7000002])
    assert "Order 7000001 is paid, so these 2 tickets are yours." in text(rows[0])


def test_a_payment_that_is_told_twice_brings_one_letter() -> None:
    opened = office()
    paid(opened)
    assert opened.do(c.RecordPayment(1, 1, "succeeded", "till-1")) == []


def test_a_free_ticket_comes_at_once() -> None:
    rows = office().do(c.Grab(ANNA, FREE, 1))
    assert whom(rows) == {"tickets": [ANNA]}
    assert "Order 7000001 is complete, so this ticket is yours." in text(rows[0])


def test_a_seat_is_told_in_words() -> None:
    opened = office()
    opened.do(c.Hold(ANNA, seats=("B1", "B2")))
    opened.do(c.Checkout(ANNA, 1))
    [row] = opened.do(c.RecordPayment(1, 1, "succeeded"))
    assert [one["seat"] for one in row.payload["tickets"]] == [
        {"id": "B1", "section": "Main floor", "row": "B", "number": "1"}, {"id": "B2", "section": "Main floor", "row": "B", "number": "2"},
    ]
    assert "Stalls, Main floor, row B, seat 2" in text(row)


def test_who_pressed_pay_and_did_not_pay_is_told_and_who_only_held_is_not() -> None:
    opened = office()
    opened.do(c.Grab(ANNA, PAID, 2))
    opened.do(c.Grab(BERT, PAID, 1))
    opened.do(c.Checkout(BERT, 2))
    rows = opened.do(None, after=3600)
    assert whom(rows) == {"order_lapsed": [BERT]}
    assert "No payment for order 7000002 came in time" in text(rows[0])


def test_a_payment_that_comes_late_finds_the_same_places_or_others_and_says_so() -> None:
    opened = office()
    opened.do(c.Hold(ANNA, seats=("A1", "A2")))
    opened.do(c.Checkout(ANNA, 1))
    opened.do(None, after=3600)
    [row] = opened.do(c.RecordPayment(1, 1, "succeeded"))
    assert row.payload["reclaimed"] == "same" and "your places were still free" in text(row)

    opened = office()
    opened.do(c.Hold(ANNA, seats=("A1", "A2")))
    opened.do(c.Checkout(ANNA, 1))
    opened.do(c.Hold(BERT, seats=("A1", "A2")), after=3600)
    [row] = opened.do(c.RecordPayment(1, 1, "succeeded"))
    assert row.payload["reclaimed"] == "other" and "you got the best that were left" in text(row)


def test_a_payment_that_comes_too_late_goes_back_once() -> None:
    opened = office()
    opened.do(c.Grab(ANNA, PAID, 4))
    opened.do(c.Checkout(ANNA, 1))
    opened.do(c.Grab(BERT, PAID, 4), after=3600)
    rows = opened.do(c.RecordPayment(1, 1, "succeeded", "till-1"))
    assert whom(rows) == {"refund": [0], "late_refunded": [ANNA]}
    assert rows[0].payload == {
        "refund": 1, "refund_id": 7000001, "order_id": 7000001, "attempt": 1, "amount_minor": 100_00, "reason": "late",
    }
    assert "all of it, EUR 100.00, goes back to you" in text(rows[1])
    assert opened.do(c.RecordPayment(1, 1, "succeeded", "till-1")) == []


def test_a_second_payment_of_one_order_goes_back_and_the_tickets_stay() -> None:
    opened = office()
    opened.do(c.Grab(ANNA, PAID, 1))
    opened.do(c.Checkout(ANNA, 1))
    opened.do(c.RecordPayment(1, 1, "refused"))
    opened.do(c.Checkout(ANNA, 1))
    opened.do(c.RecordPayment(1, 2, "succeeded"))
    rows = opened.do(c.RecordPayment(1, 1, "succeeded"))
    assert whom(rows) == {"refund": [0], "refund_issued": [ANNA]}
    assert rows[0].payload["attempt"] == 1 and rows[0].payload["reason"] == "duplicate"
    assert "Your tickets are not touched" in text(rows[1])


def test_an_order_that_is_given_back_is_told_with_its_money_in_one_letter() -> None:
    opened = office()
    paid(opened)
    rows = opened.do(c.CancelOrder(ANNA, False, 1))
    assert whom(rows) == {"refund": [0], "order_cancelled": [ANNA]}
    assert rows[1].payload["amount_minor"] == 50_00
    assert "was given back as you asked" in text(rows[1]) and "EUR 50.00 go back to you" in text(rows[1])


def test_an_order_that_the_box_office_cancels_says_who_and_why() -> None:
    opened = office()
    opened.do(c.Grab(ANNA, FREE, 1))
    rows = opened.do(c.CancelOrder(ORGANIZER, True, 1, "Rows A and B are broken"))
    assert whom(rows) == {"order_cancelled": [ANNA]}
    assert "was cancelled by the box office" in text(rows[0]) and "Rows A and B are broken" in text(rows[0])
    assert "Nothing was to be paid back." in text(rows[0])


def test_single_tickets_that_are_given_back_have_each_their_own_money() -> None:
    opened = office()
    paid(opened)
    first, second = opened.do(c.CancelTicket(ANNA, False, 2)), opened.do(c.CancelTicket(ANNA, False, 1))
    assert whom(first) == {"refund": [0], "ticket_cancelled": [ANNA]}
    assert first[1].payload["ticket"]["id"] == 7000002 and "Ticket 7000002 was given back" in text(first[1])
    assert [row.payload["amount_minor"] for row in (*first, *second)] == [25_00] * 4
    assert len({row.dedupe_key for row in (*first, *second)}) == 4


def test_a_called_off_event_gives_all_money_back_and_tells_everybody_who_has_something_to_lose() -> None:
    opened = office()
    paid(opened)
    opened.do(c.Grab(BERT, FREE, 1))
    opened.do(c.Grab(CARLA, PAID, 1))
    rows = opened.do(c.CancelSale(ADMIN, True, "Storm")) + opened.do(None, after=5)
    assert whom(rows) == {"event_cancelled": [ORGANIZER, ANNA, BERT], "refund": [0]}
    [refund] = [row for row in rows if row.topic == "refund"]
    assert (refund.payload["amount_minor"], refund.payload["attempt"], refund.payload["reason"]) == (50_00, 1, "sale_cancelled")
    assert "EUR 50.00 go back to you" in text(rows[-2]) and "Nothing was to be paid back" in text(rows[-1])
    assert "The house called off your event" in text(rows[0])
    assert all("Storm" in text(row) for row in rows if row.topic == "event_cancelled")


def test_an_organiser_who_calls_off_his_own_event_needs_no_letter() -> None:
    opened = office()
    assert opened.do(c.CancelSale(ORGANIZER, False, "")) == []


def test_an_edit_of_an_event_with_tickets_begins_one_round_and_without_tickets_none() -> None:
    edited = c.EditSale(ORGANIZER, False, c.SaleWords("Water Music", location="Pier 6"), office().sale.terms)
    opened = office()
    assert opened.do(edited) == []
    opened.do(c.Grab(ANNA, FREE, 1))
    first, second = opened.do(edited, after=1), opened.do(edited, after=1)
    assert whom(first) == {"tell_holders": [0]} and first[0].payload["location"] == "Pier 6"
    assert first[0].dedupe_key != second[0].dedupe_key


def test_who_waited_in_the_queue_is_told_that_his_tickets_are_held_now_or_gets_them_at_once() -> None:
    opened = office()
    opened.do(c.PauseQueue(ORGANIZER))
    assert opened.do(c.RequestTickets(ANNA, PAID, 1)) + opened.do(c.RequestTickets(BERT, FREE, 2)) == []
    rows = opened.do(c.ResumeQueue(ORGANIZER), after=60) + opened.do(None, after=1)
    assert whom(rows) == {"turn_came": [ANNA], "tickets": [BERT]}
    assert rows[0].payload["expires_at"] == "2026-03-01T12:11:01+00:00"
    assert "now they are held for you" in text(rows[0])


def every_row() -> list[OutboxRow]:
    rows: list[OutboxRow] = []
    opened = office()
    rows += paid(opened) + opened.do(c.CancelTicket(ANNA, False, 2)) + opened.do(c.CancelOrder(ANNA, False, 1))
    opened.do(c.Grab(BERT, PAID, 4))
    opened.do(c.Checkout(BERT, 2))
    rows += opened.do(c.Grab(CARLA, PAID, 4), after=3600) + opened.do(c.RecordPayment(2, 1, "succeeded"))
    rows += opened.do(c.RecordRefund(1, "failed")) + opened.do(c.SettleRefundByHand(ADMIN, True, 1, "cash"))
    rows += opened.do(c.RecordRefund(1, "succeeded"))
    rows += opened.do(c.CancelSale(ADMIN, True, "Storm")) + opened.do(None, after=5)
    return rows


def test_every_row_is_plain_json_and_every_letter_can_be_written_from_what_postgres_gives_back() -> None:
    rows = every_row()
    told = {"tickets", "ticket_cancelled", "order_cancelled", "order_lapsed", "late_refunded", "refund_failed", "event_cancelled"}
    assert {row.topic for row in rows} >= {*told, "refund_settled", "refund_after_all"}
    assert len({row.dedupe_key for row in rows}) == len(rows)
    for row in rows:
        kept = orjson.loads(canonical(dict(row.payload)))
        assert kept == row.payload, "only what JSON keeps as it is"
        if row.topic not in ERRANDS:
            assert letter(row.topic, kept, "", HEAD).subject


def test_the_same_facts_name_the_same_rows_again() -> None:
    assert every_row() == every_row()

"""Which letters follow from a refund that failed, and from one that was paid another way then: everybody concerned once."""

from saleroom.domain.ticket_sales import commands as c
from tests.unit.letters_office import ADMIN, ANNA, ORGANIZER, Office, office, paid, text, whom


def test_a_refund_that_the_provider_refused_for_good_is_told_to_both_once() -> None:
    opened = office()
    paid(opened, quantity=2)
    opened.do(c.CancelTicket(ANNA, False, 1))
    rows = opened.do(c.RecordRefund(1, "failed", "till-1"))
    assert [(row.dedupe_key, row.topic, row.payload["user_id"]) for row in rows] == [
        ("refund_failed.1.organizer", "refund_failed", ORGANIZER), ("refund_failed.1", "refund_failed", ANNA),
    ]
    assert "EUR 25.00 of order 7000001 could not be sent back" in text(rows[0]) and "/events/7/office" in text(rows[0])
    assert "EUR 25.00 of order 7000001 were to go back to you" in text(rows[1]) and "/orders/7000001" in text(rows[1])
    assert opened.do(c.RecordRefund(1, "failed", "till-1")) == []


def test_an_organiser_who_bought_of_himself_gets_one_letter_of_a_failed_refund() -> None:
    opened = office()
    paid(opened, ORGANIZER)
    opened.do(c.CancelOrder(ORGANIZER, False, 1))
    assert whom(opened.do(c.RecordRefund(1, "failed"))) == {"refund_failed": [ORGANIZER]}


def failed(buyer: int = ANNA) -> Office:
    """An order whose refund failed."""
    opened = office()
    paid(opened, buyer)
    opened.do(c.CancelOrder(buyer, False, 1))
    opened.do(c.RecordRefund(1, "failed"))
    return opened


def test_a_refund_that_was_paid_by_hand_is_told_to_its_buyer_with_the_way() -> None:
    (row,) = failed().do(c.SettleRefundByHand(ORGANIZER, False, 1, "bank transfer of 3 March"))
    assert (row.dedupe_key, row.topic, row.payload["user_id"]) == ("refund_settled.1", "refund_settled", ANNA)
    assert "EUR 50.00 of order 7000001, which the payment provider had refused to send back, were paid to you another way" in text(row)
    assert "bank transfer of 3 March" in text(row) and "/orders/7000001" in text(row)


def test_an_organiser_learns_that_the_house_paid_for_him_and_nobody_is_told_what_he_did_himself() -> None:
    buyers, organisers = failed().do(c.SettleRefundByHand(ADMIN, True, 1, "cash"))
    assert (buyers.payload["user_id"], organisers.payload["user_id"]) == (ANNA, ORGANIZER)
    assert "you need not pay them any more" in text(organisers) and "/events/7/office" in text(organisers)
    assert failed(ORGANIZER).do(c.SettleRefundByHand(ORGANIZER, False, 1, "cash")) == []
    assert whom(failed(ORGANIZER).do(c.SettleRefundByHand(ADMIN, True, 1, "cash"))) == {"refund_settled": [ORGANIZER]}


def test_a_refund_that_was_paid_by_hand_and_by_the_provider_too_is_told_to_both_once() -> None:
    opened = failed()
    opened.do(c.SettleRefundByHand(ORGANIZER, False, 1, "cash"))
    organisers, buyers = rows = opened.do(c.RecordRefund(1, "succeeded", "till-2"))
    assert [(row.dedupe_key, row.payload["user_id"]) for row in rows] == [
        ("refund_after_all.1.organizer", ORGANIZER), ("refund_after_all.1", ANNA),
    ]
    assert "A refund was paid twice" in text(organisers) and "/events/7/office" in text(organisers)
    assert "EUR 50.00 of order 7000001 were paid back to the buyer another way, and now the payment provider" in text(organisers)
    assert "you have them twice" in text(buyers) and "/orders/7000001" in text(buyers)
    assert opened.do(c.RecordRefund(1, "succeeded", "till-2")) == []


def test_a_refund_that_arrives_after_all_need_not_be_paid_another_way() -> None:
    organisers, buyers = failed().do(c.RecordRefund(1, "succeeded", "till-2"))
    assert "so you need not pay them any more" in text(organisers) and "A refund arrived after all" in text(organisers)
    assert "sent back to you by the payment provider after all." in text(buyers) and "twice" not in text(buyers)
    assert whom(failed(ORGANIZER).do(c.RecordRefund(1, "succeeded"))) == {"refund_after_all": [ORGANIZER]}

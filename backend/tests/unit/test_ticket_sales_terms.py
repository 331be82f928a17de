"""Terms by example: which sales can be, and that an edit never refills, never goes under what is sold, and moves nobody."""

from dataclasses import replace
from typing import Any

import pytest

from saleroom.domain.ticket_sales import commands as c
from saleroom.domain.ticket_sales import events as e
from saleroom.domain.ticket_sales.audit import audit
from saleroom.domain.ticket_sales.decider import SALE
from tests.given import Given, at
from tests.unit.on_sales import ANNA, BERT, FREE, ORGANIZER, SEATED, STAFF, STANDARD, TERMS, WORDS, bought, counts, hall, sale, seated

HALL = hall()
TWO = c.SharedQuota("Room", 5)


def types(*kinds: c.TicketType) -> dict[str, Any]:
    return {"types": kinds}


def edit(terms: c.SaleTerms, **changes: Any) -> c.EditSale:
    return replace(c.EditSale(ORGANIZER, False, WORDS, terms), **changes)


@pytest.mark.parametrize(("changes", "field"), [
    ({"hold_seconds": 59}, "hold_seconds"), ({"hold_seconds": 7_201}, "hold_seconds"), ({"lane_weight": 0}, "lane_weight"),
    ({"order_max": 21}, "order_max"), ({"limit_per_person": 0}, "limit_per_user"),
    (types(STANDARD, replace(FREE, name="standard ")), "ticket_types"),
    (types(replace(STANDARD, name=" ")), "ticket_types"), (types(*[replace(STANDARD, name=f"T{n}") for n in range(31)]), "ticket_types"),
    (types(replace(STANDARD, quantity=-1)), "available_qty"), (types(replace(STANDARD, quantity=250_001)), "available_qty"),
    (types(replace(STANDARD, price_minor=-1)), "price"), (types(replace(STANDARD, refund=c.RefundPolicy(None, None, -1))), "price"),
    (types(replace(STANDARD, quota="Hall")), "quota"), ({"quotas": (TWO, TWO)}, "quotas"),
    ({"quotas": (c.SharedQuota("Room", -1),)}, "quotas"),
    ({**types(replace(STANDARD, quota="Hall")), "quotas": (TWO,)}, "quota"), ({"blocked_seats": ("A1",)}, "blocked_seats"),
])
def test_terms_that_cannot_be_are_refused_with_what_would_be_right(changes: dict[str, Any], field: str) -> None:
    terms = replace(TERMS, **changes)
    sale(terms).then().then_refused("malformed", field=field)
    sale().when(edit(terms), 1).then().then_refused("malformed", field=field)


@pytest.mark.parametrize(("changes", "code"), [
    (types(replace(STANDARD, section="loge")), "malformed"), (types(replace(STANDARD, section="stalls", quantity=6)), "malformed"),
    (types(replace(STANDARD, section="box")), "malformed"), ({"blocked_seats": ("Z9",)}, "unknown_seat"),
])
def test_terms_must_fit_the_hall(changes: dict[str, Any], code: str) -> None:
    sale(replace(TERMS, **changes), 0, HALL).then_refused(code)


@pytest.mark.parametrize(("changes", "reason"), [
    ({"ends_at": at(110_000), "doors_open_at": at(110_001)}, "The doors open before the event is over."),
    ({"doors_open_at": at(10**7)}, "The doors open before the event is over."),
    ({"starts_at": at(0)}, "This event is over already."), ({"starts_at": at(-10)}, "This event is over already."),
    ({"sale_starts_at": at(500), "starts_at": at(500)}, "Tickets go on sale before the event is over."),
    ({"ends_at": at(99_999)}, "An event ends after it starts."),
])
def test_times_are_in_order(changes: dict[str, Any], reason: str) -> None:
    sale(replace(TERMS, **changes)).then().then_refused("times_in_wrong_order", reason=reason)


def test_a_section_is_found_by_name_or_id_and_means_nothing_without_a_hall() -> None:
    kinds = tuple(replace(STANDARD, name=name, quantity=1, section=name) for name in ("Stalls", " PIT", "box"))
    one = sale(replace(TERMS, types=(*kinds[:2], replace(kinds[2], quantity=0))), 0, HALL)
    assert [kind.section for kind in one.state.terms.types] == ["stalls", "pit", "box"]
    assert one.facts[0] == e.HallPlaced(HALL)
    assert [kind.section for kind in sale(replace(TERMS, types=kinds)).state.terms.types] == ["Stalls", " PIT", "box"]


def test_an_edit_keeps_the_numbers_of_types_and_numbers_new_ones_on() -> None:
    one = sale().when(edit(replace(TERMS, types=(replace(STANDARD, name="Early"), replace(FREE, name="FREE", quantity=9)))), 1)
    assert [(kind.id, kind.name) for kind in one.state.terms.types] == [(3, "Early"), (2, "FREE")]
    one.when(edit(replace(TERMS, types=(replace(STANDARD, name="Late", id=3), replace(FREE, id=7)))), 2).then_refused(
        "unknown_ticket_type", ticket_type_id=7
    )
    one.when(edit(replace(TERMS, types=(replace(STANDARD, name="Late", id=3), replace(FREE, name="Other", id=3)))), 2).then_refused(
        "malformed"
    )
    one.when(edit(replace(TERMS, types=(replace(STANDARD, name="Late", id=3),))), 2)
    assert [(number, kind.terms.name) for number, kind in one.state.types.items()] == [(3, "Late")]


def test_an_edit_never_refills_and_never_goes_under_what_is_sold_pending_and_held() -> None:
    one = bought(sale(), ANNA, 2).when(c.Grab(BERT, 1, 3), 2).when(c.Checkout(BERT, 2), 3).when(c.Grab(BERT, 1), 4)
    one.when(edit(replace(TERMS, types=(replace(STANDARD, quantity=5), FREE))), 5).then().then_refused(
        "under_sold", ticket_type_id=1, sold=6, asked=5
    )
    one.when(edit(TERMS), 6)
    assert counts(one) == (4, 1, 3, 2)
    one.when(edit(replace(TERMS, types=(replace(STANDARD, quantity=6), FREE))), 7)
    assert counts(one) == (0, 1, 3, 2)
    one.when(edit(replace(TERMS, types=(FREE,))), 8).then_refused("under_sold", ticket_type_id=1, sold=6, asked=0)


def test_an_edit_moves_no_one_out_of_his_shared_quota() -> None:
    one = bought(sale(), ANNA, 3)
    roomy = replace(TERMS, types=(replace(STANDARD, quota="Room"), replace(FREE, quota="Room")), quotas=(TWO,))
    one.when(edit(replace(roomy, quotas=(c.SharedQuota("Room", 2),))), 2).then_refused("under_sold", quota="Room", sold=3, asked=2)
    one.when(edit(roomy), 3)
    assert [figures[5] for figures in SALE.summary(one.state)["types"]] == [2, 2]


def test_a_hall_or_zone_that_somebody_sits_in_stays() -> None:
    larger = hall(seats=6)
    one = seated().when(c.Hold(ANNA, (), ("A1", "A2")), 1)
    one.when(edit(SEATED, hall=larger), 2).then_refused("under_sold", ticket_type_id=1, sold=2, asked=0)
    one.when(edit(replace(SEATED, types=(replace(SEATED.types[0], section="balcony"), *SEATED.types[1:]))), 2).then_refused("under_sold")
    one.when(edit(replace(SEATED, blocked_seats=("A2", "A4"))), 2).then_refused("seats_not_free", failed=["A2"])
    one.when(edit(replace(SEATED, blocked_seats=("A4",)), hall=HALL), 3)
    assert len(one.facts) == 1
    one.when(c.ReleaseHold(ANNA, 1), 4).when(edit(SEATED, hall=larger), 5)
    assert one.facts[0] == e.HallPlaced(larger)
    assert len(one.state.seats.states) == 12


def test_seats_are_blocked_and_unblocked_while_the_sale_goes_on() -> None:
    one = seated(blocked_seats=("A3",)).when(c.Hold(ANNA, (), ("A1", "A2")), 1)
    one.when(c.BlockSeats(ORGANIZER, False, ("A5", "A4", "A5"), ("A3",)), 2)
    one.then(e.SaleEdited(ORGANIZER, WORDS, replace(one.state.terms, blocked_seats=("A4", "A5"))))
    assert [bool(state) for state in one.state.seats.states[:5]] == [True, True, False, True, True]
    assert SALE.summary(one.state)["types"][0][5] == 1 and audit(one.state) == []
    one.when(c.Hold(BERT, (), ("A4",)), 3).then_refused("seats_taken", failed=["A4"])
    one.when(c.BlockSeats(ORGANIZER, False, ("A4",), ("A3",)), 4).then()  # as it is already
    one.when(c.BlockSeats(STAFF, True, (), ("A4", "A5")), 5).when(c.Hold(BERT, (), ("A4", "A5")), 6)
    assert one.facts


def test_a_seat_that_somebody_has_is_not_blocked_and_nothing_else_with_it() -> None:
    one = seated().when(c.Hold(ANNA, (), ("A1", "A2")), 1)
    one.when(c.BlockSeats(ORGANIZER, False, ("A3", "A2", "A1")), 2).then()
    one.then_refused("seats_not_free", failed=["A1", "A2"], seats="A1, A2")
    one.when(c.BlockSeats(BERT, False, ("A3",)), 3).then_refused("not_yours")
    one.when(c.BlockSeats(ORGANIZER, False, ("Z9",)), 4).then_refused("unknown_seat", seat="Z9")
    one.when(c.BlockSeats(ORGANIZER, False, ("A3",), ("A3",)), 5).then_refused("malformed", field="unblock")
    sale().when(c.BlockSeats(ORGANIZER, False, ("A3",)), 1).then_refused("malformed", field="block")
    one.when(c.CancelSale(ORGANIZER, False), 6).when(c.BlockSeats(ORGANIZER, False, ("A3",)), 7).then_refused("sale_cancelled")
    over = seated(starts_at=at(50)).when(c.BlockSeats(ORGANIZER, False, ("A3",)), 60)
    over.then(e.SaleEnded()).then_refused("sale_ended")


def test_general_admission_stays_when_a_hall_comes_but_does_not_move_into_it() -> None:
    one = bought(sale())
    one.when(edit(replace(TERMS, types=(replace(STANDARD, quantity=5, section="stalls"), FREE)), hall=HALL), 2).then_refused("under_sold")
    one.when(edit(TERMS, hall=HALL), 3)
    assert counts(one) == (9, 0, 0, 1)
    other = sale().when(c.PauseQueue(STAFF), 0).when(c.RequestTickets(ANNA, 1), 1).when(edit(replace(TERMS, types=(FREE,))), 2)
    other.then_refused("under_sold", sold=1, asked=0)


def test_what_has_begun_has_begun_and_what_is_over_is_over() -> None:
    later = replace(TERMS, sale_starts_at=at(500), starts_at=at(900))
    one = sale().when(edit(later), 10)
    assert (one.state.terms.sale_starts_at, one.state.terms.starts_at, one.state.status) == (at(0), at(900), "on_sale")
    one.when(edit(replace(TERMS, starts_at=at(15))), 15).then_refused("times_in_wrong_order")
    one.when(edit(TERMS), 900).then(e.SaleEnded()).then_refused("sale_ended", ended_at=at(900).isoformat())
    waiting = sale(later).when(edit(replace(later, sale_starts_at=at(-5))), 20)
    assert [type(fact) for fact in waiting.facts] == [e.SaleEdited, e.SaleOpened]
    assert waiting.state.terms.sale_starts_at == at(20)


def test_an_edit_is_the_organisers_or_an_administrators() -> None:
    sale().when(edit(TERMS, by=BERT), 1).then_refused("not_yours")
    sale().when(edit(replace(TERMS, limit_per_person=3), by=BERT, is_admin=True, words=c.SaleWords("Another night")), 1)
    Given(SALE).when(edit(TERMS), 1).then_refused("unknown_event")


def test_the_summary_is_what_pages_are_made_of() -> None:
    one = bought(sale(replace(TERMS, ends_at=at(200_000))), ANNA, 2).when(c.Grab(BERT, 1), 2)
    assert SALE.summary(one.state) == {
        "status": "on_sale", "sale_starts_at": at(0).isoformat(), "starts_at": at(100_000).isoformat(), "ends_at": at(200_000).isoformat(),
        "types": [[1, 10, 2, 0, 1, 7, 0], [2, 4, 0, 0, 0, 4, 0]], "names": ["Standard", "Free"], "takings": 90_00, "orders": 1,
        "edited": 0, "called_off_for": "",
        "queue": {"paused": False, "waiting": 0, "vip": 0, "regular": 0, "passed": 0}, "seats": None,
    }
    assert SALE.summary(sale().state)["ends_at"] is None
    changed = one.when(edit(TERMS), 3)
    assert SALE.summary(changed.state)["edited"] == changed.state.version
    version = changed.state.version
    over = changed.when(c.CancelSale(ORGANIZER, False, "The singer is ill."), 4)
    assert SALE.summary(over.state)["edited"] == version + 1, "an open page reads why"
    assert SALE.summary(over.state)["called_off_for"] == "The singer is ill."

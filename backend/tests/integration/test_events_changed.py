"""An event that is changed or called off: by its organiser and the administrators alone, and never against what is sold and held."""



from tests.actors import Person, code
from tests.concerts import FAR, a_concert, a_hall, grab, hold, make_event, make_seated_event, send


def test_each_changes_his_own_and_an_administrator_all(seller: Person, anna: Person, administrator: Person) -> None:
    event = make_event(seller)
    path = f"/events/{event['id']}"
    assert code(send(anna, "PUT", path, a_concert())) == code(send(anna, "DELETE", path)) == (403, "not_yours")
    assert code(anna.post(f"{path}/queue", {"action": "pause"})) == (403, "not_yours")
    changed = send(administrator, "PUT", path, a_concert(title="Corrected")).json()
    assert (changed["title"], changed["organizer_id"]) == ("Corrected", seller.id)


def test_an_edit_replaces_words_and_keeps_what_is_sold(seller: Person, anna: Person) -> None:
    event = make_event(
        seller, description="Long ago", organizer="Nobody", cover_image="https://example.com/a.jpg", limit_per_user=5, hold_seconds=300,
        ticket_types=[{"seat_type": "A", "price": 0, "available_qty": 10}, {"seat_type": "B", "price": 5, "available_qty": 4}],
    )
    path = f"/events/{event['id']}"
    assert grab(anna, event, 1, 4).json()["status"] == "paid"
    assert grab(anna, event, 2, 1).json()["status"] == "held"
    changed = send(seller, "PUT", path, {"title": "New", "sale_start_time": FAR, "start_time": FAR}).json()
    assert (changed["title"], changed["description"], changed["organizer"], changed["limit_per_user"]) == ("New", "", "", None)
    assert (changed["cover_image"], changed["hold_seconds"]) == ("https://example.com/a.jpg", 300)
    assert changed["sale_start_time"] == event["sale_start_time"]  # what has begun has begun
    assert [(kind["id"], kind["available_qty"], kind["total_qty"]) for kind in changed["ticket_types"]] == [(1, 6, 10), (2, 3, 4)]
    body = a_concert(ticket_types=changed["ticket_types"], cover_image="")
    again = send(seller, "PUT", path, body).json()
    assert again["ticket_types"] == changed["ticket_types"]  # what was read may be sent back
    assert again["cover_image"] is None


def test_an_edit_never_refills_and_never_goes_below_what_is_sold_and_held(seller: Person, anna: Person, bert: Person) -> None:
    kind = {"seat_type": "Seat", "price": 5, "available_qty": 4}
    event = make_event(seller, ticket_types=[kind])
    path = f"/events/{event['id']}"
    assert grab(anna, event, 1, 3).status_code == 201
    assert send(seller, "PUT", path, a_concert(ticket_types=[kind])).json()["ticket_types"][0]["available_qty"] == 1
    refused = send(seller, "PUT", path, a_concert(ticket_types=[{**kind, "available_qty": 2}]))
    assert code(refused) == (409, "under_sold")
    assert (refused.json()["sold"], refused.json()["asked"]) == (3, 2)
    assert code(send(seller, "PUT", path, a_concert(ticket_types=[]))) == (409, "under_sold")
    renamed = send(seller, "PUT", path, a_concert(ticket_types=[{**kind, "id": 1, "seat_type": "Chair", "available_qty": 3}])).json()
    assert [(one["id"], one["seat_type"], one["available_qty"]) for one in renamed["ticket_types"]] == [(1, "Chair", 0)]
    assert code(send(seller, "PUT", path, a_concert(ticket_types=[{**kind, "id": 9}]))) == (404, "unknown_ticket_type")
    assert code(grab(bert, event)) == (409, "reserved_may_come_back")


def test_an_event_that_is_called_off_sells_no_more_and_cannot_be_changed(seller: Person, anna: Person) -> None:
    event = make_event(seller)
    order = grab(anna, event).json()
    cancelled = send(seller, "DELETE", f"/events/{event['id']}?reason=ill")
    assert cancelled.status_code == 200 and cancelled.json()["status"] == "cancelled"
    assert (event["cancel_reason"], anna.get(f"/events/{event['id']}").json()["cancel_reason"]) == ("", "ill")
    assert code(grab(anna, event)) == (409, "sale_cancelled")
    assert code(send(seller, "DELETE", f"/events/{event['id']}")) == (409, "sale_cancelled")
    assert code(send(seller, "PUT", f"/events/{event['id']}", a_concert())) == (409, "sale_cancelled")
    assert order["status"] == "paid"


def test_an_edit_keeps_the_hall_and_a_new_one_must_not_take_seats_away(seller: Person, anna: Person) -> None:
    event = make_seated_event(seller)
    path = f"/events/{event['id']}"
    larger = {**a_concert(hall=a_hall(rows=3)), "ticket_types": [{"seat_type": "Seat", "price": 40, "section": "Stalls"}]}
    assert send(seller, "PUT", path, larger).json()["ticket_types"][0]["available_qty"] == 18
    sized_by_its_hall = a_concert(ticket_types=[{"seat_type": "Seat", "price": 40, "section": "stalls"}], blocked_seats=["C6"])
    kept = send(seller, "PUT", path, sized_by_its_hall).json()
    assert (kept["ticket_types"][0]["available_qty"], kept["blocked_seats"]) == (17, ["C6"])
    assert hold(anna, event, {"seats": ["C1", "C2"]}).status_code == 201
    assert code(send(seller, "PUT", path, {**larger, "hall": a_hall(rows=2)})) == (409, "under_sold")
    assert code(send(seller, "PUT", path, a_concert(blocked_seats=["C1"], ticket_types=larger["ticket_types"]))) == (409, "seats_not_free")
    unknown = [{"seat_type": "Seat", "price": 40, "section": "Balcony"}]
    refused = seller.post("/events", a_concert(hall=a_hall(), ticket_types=unknown))
    assert code(refused) == (422, "malformed") and "Stalls" in refused.json()["reason"]

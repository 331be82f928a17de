"""An operator rotates the key that signs tickets while the house runs: old tickets stay good, new ones are signed with the new key."""

import httpx
import pytest

from saleroom.tickets import keys
from tests.actors import Database, Person, Server
from tests.concerts import grab, make_event
from tests.operators import saleroom


def code_of(buyer: Person, event: dict[str, object]) -> str:
    order = grab(buyer, event).json()
    return str(buyer.get(f"/orders/{order['id']}").json()["tickets"][0]["qr_token"])


def is_good(organiser: Person, code: str) -> bool:
    return bool(organiser.get(f"/tickets/verify/{code}").json()["valid"])


def published_by(server: Server, person: Person) -> list[object]:
    """The keys that gates check by."""
    answer = httpx.get(f"{server.url}/tickets/keys", headers=person.headers, timeout=10)
    assert answer.status_code == 200, answer.text
    found: list[object] = answer.json()
    return found


def test_old_tickets_stay_good_and_a_new_worker_signs_with_the_new_key(
    server: Server, database: Database, seller: Person, anna: Person
) -> None:
    event = make_event(seller)
    old = code_of(anna, event)
    told = saleroom(database, "rotate-ticket-key")
    said = f"key 1 signs no more, and its tickets stay good. Workers follow within {keys.FOLLOW_SECONDS:.0f} s."
    assert (told.returncode, told.stdout) == (0, f"tickets are signed with key 2; {said}\n")
    assert is_good(seller, old)
    with Server(database) as fresh:
        new = code_of(Person(anna.id, anna.token, fresh.url), event)
        assert old != new and is_good(Person(seller.id, seller.token, fresh.url), old)
        assert is_good(seller, new), "the worker that runs looks the key up"
        assert len(published_by(fresh, seller)) == 2
    assert seller.post(f"/tickets/checkin/{old}", {"gate": "North"}).json()["ok"] is True
    assert seller.post(f"/tickets/checkin/{old}", {"gate": "South"}).json()["code"] == "already_in"


def test_with_another_secret_nothing_is_rotated(database: Database, seller: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(database) as fresh:
        before = published_by(fresh, seller)
    monkeypatch.setattr("tests.operators.SECRET", "another secret of thirty-two characters")
    told = saleroom(database, "rotate-ticket-key")
    assert told.returncode == 1 and "Set SALEROOM_SECRET" in told.stderr
    with Server(database) as fresh:
        assert published_by(fresh, seller) == before

"""A poster or a hall of 50 MB is refused by its size, in a sentence; nothing is written, its sender goes on, and nobody is disturbed."""

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import httpx
import pytest

from tests.actors import Database, Person, Server, sign_up
from tests.concerts import a_concert, a_hall, grab, make_event

MEGABYTE = 2**20
LARGE = 50 * MEGABYTE
TABLES = ("log.event", "log.stream", "log.refusal", "log.claim", "public.ticket_sales", "public.seat_maps")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the house keeps what is uploaded."""
    return tmp_path_factory.mktemp("house")


@pytest.fixture(scope="module")
def house(database: Database, place: Path) -> Iterator[Server]:
    with Server(database, settings={"SALEROOM_DATA_DIR": str(place)}) as running:
        yield running


@pytest.fixture(scope="module")
def seller(house: Server) -> Person:
    return sign_up(house.url)


@pytest.fixture(scope="module")
def anna(house: Server) -> Person:
    return sign_up(house.url)


async def written(database: Database) -> dict[str, int]:
    """How many rows there are of what an event or a hall would bring."""
    connection = await asyncpg.connect(database.owner)
    try:
        return {table: await connection.fetchval(f"SELECT count(*) FROM {table}") for table in TABLES}
    finally:
        await connection.close()


def poster(size: int) -> tuple[bytes, str]:
    """The form of an event with a cover of so many bytes, and its media type."""
    fields = {**a_concert(), "ticket_types": json.dumps(a_concert()["ticket_types"])}
    parts = [f'--cut\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items()]
    head = b'--cut\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
    return b"".join((*parts, head, bytes(size), b"\r\n--cut--\r\n")), "multipart/form-data; boundary=cut"


def hall(size: int) -> tuple[bytes, str]:
    """A sound hall with a name of so many letters."""
    return json.dumps({**a_hall(), "name": "x" * size}).encode(), "application/json"


def event_with_hall(size: int) -> tuple[bytes, str]:
    return json.dumps(a_concert(hall={**a_hall(), "name": "x" * size})).encode(), "application/json"


SENT = {
    "poster": ("/events", poster, "This may have at most 10 MB."), "hall": ("/seat-maps", hall, "This may have at most 1 MB."),
    "event with a hall": ("/events", event_with_hall, "This may have at most 1 MB."),
}


@pytest.mark.parametrize("what", SENT)
@pytest.mark.parametrize("is_chunked", [False, True], ids=["whole", "chunked"])
async def test_fifty_megabytes_are_refused_and_the_connection_goes_on(
    house: Server, place: Path, database: Database, seller: Person, what: str, is_chunked: bool
) -> None:
    path, make, sentence = SENT[what]
    body, media_type = make(LARGE)
    before, pictures = await written(database), sorted(place.rglob("*"))
    connection = http.client.HTTPConnection(urlsplit(house.url).netloc, timeout=60)
    headers = {**seller.headers, "Content-Type": media_type}
    pieces = (body[at : at + MEGABYTE] for at in range(0, len(body), MEGABYTE))
    connection.request("POST", path, pieces if is_chunked else body, headers, encode_chunked=is_chunked)
    line = connection.sock
    answer = connection.getresponse()
    told = json.loads(answer.read())
    assert (answer.status, told["code"], told["detail"]) == (413, "too_large", sentence)
    assert answer.headers["content-type"] == "application/problem+json"
    connection.request("GET", "/users/me", headers=seller.headers)
    again = connection.getresponse()
    assert again.status == 200 and json.loads(again.read())["id"] == seller.id
    assert connection.sock is line, "the same connection"
    connection.close()
    assert (await written(database), sorted(place.rglob("*"))) == (before, pictures)


async def test_who_asks_before_he_sends_is_told_at_once(house: Server, seller: Person) -> None:
    place = urlsplit(house.url)
    with socket.create_connection((place.hostname, place.port), timeout=30) as line:
        line.sendall(
            f"POST /events HTTP/1.1\r\nHost: {place.netloc}\r\nAuthorization: Bearer {seller.token}\r\nExpect: 100-continue\r\n"
            f"Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: {LARGE}\r\n\r\n".encode()
        )
        answer = http.client.HTTPResponse(line)
        answer.begin()
        assert answer.status == 413 and json.loads(answer.read())["code"] == "too_large"
        assert answer.headers["Connection"] == "close"


async def test_while_posters_of_fifty_megabytes_come_in_others_get_their_tickets(house: Server, seller: Person, anna: Person) -> None:
    event = make_event(seller, ticket_types=[{"seat_type": "Regular", "price": 0, "available_qty": 30}])
    body, media_type = poster(LARGE)
    refused: list[int] = []

    def send() -> None:
        answer = httpx.post(f"{house.url}/events", content=body, headers={**seller.headers, "Content-Type": media_type}, timeout=60)
        refused.append(answer.status_code)

    senders = [threading.Thread(target=send) for _ in range(4)]
    for sender in senders:
        sender.start()
    answers = [grab(anna, event).status_code for _ in range(30)]
    for sender in senders:
        sender.join()
    assert (answers, refused) == ([201] * 30, [413] * 4)

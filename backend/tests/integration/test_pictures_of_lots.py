"""A seller shows up to ten pictures of a lot until its end; everybody may look at them, nobody can guess or bend their names."""

import asyncio
import re
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from PIL import Image

from tests.actors import Database, Person, Server, Watcher, make_lot, sign_up

MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("house")


@pytest.fixture(scope="module")
def server(database: Database, place: Path) -> Iterator[Server]:
    with Server(database, settings={"SALEROOM_DATA_DIR": str(place)}) as running:
        yield running


@pytest.fixture(scope="module")
def admin(server: Server) -> Person:
    person = sign_up(server.url)

    async def promote() -> None:
        connection = await asyncpg.connect(server.database.owner)
        await connection.execute("UPDATE users SET roles = '{admin,buyer}' WHERE id = $1", person.id)
        await connection.close()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, promote()).result()
    return person


def a_photograph(colour: str = "red", size: tuple[int, int] = (1000, 750), kind: str = "JPEG") -> bytes:
    written = BytesIO()
    Image.new("RGB", size, colour).save(written, kind)
    return written.getvalue()


def upload(person: Person, lot: dict[str, Any], content: bytes, key: str | None = None, name: str = "photo.jpg") -> httpx.Response:
    headers = person.headers | ({"Idempotency-Key": key} if key else {})
    return httpx.post(f"{person.base}/lots/{lot['id']}/images", files={"file": (name, content)}, headers=headers, timeout=60)


def remove(person: Person, lot: dict[str, Any], n: int) -> httpx.Response:
    return httpx.delete(f"{person.base}/lots/{lot['id']}/images/{n}", headers=person.headers, timeout=30)


def code_of(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["code"]


def stored(place: Path) -> set[str]:
    return {path.name for path in (place / "media").glob("*")}


def test_an_uploaded_picture_is_shown_with_the_lot_and_served_for_ever(server: Server, seller: Person) -> None:
    lot = make_lot(seller)
    assert lot["images"] == [] and lot["image_url"] == ""
    answer = upload(seller, lot, a_photograph(size=(2400, 1800)), name="holiday.PNG.exe")
    assert answer.status_code == 201, answer.text
    picture = answer.json()
    assert (picture["n"], picture["width"], picture["height"]) == (1, 1600, 1200)
    assert re.fullmatch(r"/media/[0-9a-f]{32}\.webp", picture["url"])
    shown = httpx.get(f"{server.url}/lots/{lot['id']}").json()
    assert shown["images"] == [picture] and shown["image_url"] == picture["url"]
    for field, side in (("url", 1600), ("thumb_url", 800), ("small_url", 400)):
        for base in (server.url, f"{server.url}/api"):
            file = httpx.get(base + picture[field])
            assert file.status_code == 200 and file.headers["content-type"] == "image/webp"
            assert file.headers["cache-control"] == "public, max-age=31536000, immutable"
            assert file.headers["x-content-type-options"] == "nosniff"
            assert Image.open(BytesIO(file.content)).size == (side, side * 3 // 4)
    head = httpx.head(server.url + picture["url"])
    assert (head.status_code, head.content) == (200, b"")


async def test_whoever_watches_the_lot_is_told_of_a_new_picture_and_of_one_taken_away_by_every_worker(
    server: Server, seller: Person, place: Path
) -> None:
    lot = make_lot(seller)
    with Server(server.database, settings={"SALEROOM_DATA_DIR": str(place)}) as other:
        async with Watcher(server.url, lot["id"]) as here, Watcher(other.url, lot["id"]) as there:
            for watcher in (here, there):
                await watcher.until("BID_HISTORY")
            for act in (lambda: upload(seller, lot, a_photograph()), lambda: remove(seller, lot, 1)):
                assert (await asyncio.to_thread(act)).is_success
                for watcher in (here, there):
                    told = await watcher.until("LOT_STATUS")
                    assert (told["seq"], told["status"], told["bid_count"]) == (2, "open", 0)


def test_pictures_stand_in_the_order_of_arrival_also_in_the_catalogue(server: Server, seller: Person) -> None:
    lot = make_lot(seller, title="Zinnober triptych")
    made = [upload(seller, lot, a_photograph(colour)).json() for colour in ("red", "green", "blue")]
    [listed] = httpx.get(f"{server.url}/lots", params={"q": "zinnober"}).json()["items"]
    assert listed["images"] == made and [one["n"] for one in made] == [1, 2, 3]


def test_the_sellers_own_address_of_a_picture_is_kept_and_a_change_of_words_does_not_freeze_the_first_picture(seller: Person) -> None:
    own = make_lot(seller, image_url="https://example.com/own.jpg")
    upload(seller, own, a_photograph())
    assert seller.get(f"/lots/{own['id']}").json()["image_url"] == "https://example.com/own.jpg"
    lot = make_lot(seller)
    upload(seller, lot, a_photograph())
    changed = httpx.patch(f"{seller.base}/lots/{lot['id']}", json={"title": "Another"}, headers=seller.headers, timeout=30)
    assert changed.status_code == 200 and changed.json()["image_url"] == changed.json()["images"][0]["url"]
    remove(seller, lot, 1)
    assert seller.get(f"/lots/{lot['id']}").json()["image_url"] == ""


def test_the_same_key_again_finds_the_same_picture_and_with_another_one_is_refused(seller: Person, place: Path) -> None:
    lot, key, content = make_lot(seller), str(uuid.uuid4()), a_photograph()
    first = upload(seller, lot, content, key)
    files = stored(place)
    again = upload(seller, lot, content, key)
    assert (again.status_code, again.json()) == (201, first.json()) and again.headers["idempotency-key"] == key
    assert code_of(upload(seller, lot, a_photograph("blue"), key)) == (409, "command_conflict")
    assert len(seller.get(f"/lots/{lot['id']}").json()["images"]) == 1
    remove(seller, lot, 1)
    assert upload(seller, lot, content, key).json() == first.json()
    assert seller.get(f"/lots/{lot['id']}").json()["images"] == []
    assert stored(place) == {name for name in files if first.json()["url"][7:39] not in name}


def test_ten_impatient_retries_at_once_make_one_picture(seller: Person, place: Path) -> None:
    lot, key, content, before = make_lot(seller), str(uuid.uuid4()), a_photograph(), len(stored(place))
    with ThreadPoolExecutor(6) as people:
        answers = list(people.map(lambda _: upload(seller, lot, content, key), range(6)))
    assert {answer.status_code for answer in answers} == {201} and len({answer.text for answer in answers}) == 1
    assert len(stored(place)) == before + 3


def test_a_lot_shows_at_most_ten_pictures_however_many_come_at_once(seller: Person, place: Path) -> None:
    lot, before = make_lot(seller), len(stored(place))
    with ThreadPoolExecutor(6) as people:
        answers = list(people.map(lambda n: upload(seller, lot, a_photograph(size=(100 + n, 100))), range(13)))
    refused = [answer for answer in answers if answer.status_code != 201]
    assert len(refused) == 3 and {code_of(answer) for answer in refused} == {(409, "limit_reached")}
    assert refused[0].json()["detail"] == "You have reached the limit: 10."
    assert len(seller.get(f"/lots/{lot['id']}").json()["images"]) == 10 and len(stored(place)) == before + 30
    assert remove(seller, lot, 4).status_code == 204
    assert upload(seller, lot, a_photograph("green")).json()["n"] == 11  # a number is given once


def test_what_is_refused_leaves_nothing_behind(server: Server, seller: Person, anna: Person, place: Path) -> None:
    lot, before = make_lot(seller), stored(place)
    assert code_of(httpx.post(f"{server.url}/lots/{lot['id']}/images", files={"file": b"x"})) == (401, "not_signed_in")
    assert code_of(upload(anna, lot, a_photograph())) == (403, "forbidden")
    assert code_of(upload(seller, {"id": 999_999}, a_photograph())) == (404, "unknown_lot")
    assert code_of(upload(seller, {"id": 0}, a_photograph())) == (404, "unknown_lot")
    assert code_of(upload(seller, {"id": 2**70}, a_photograph())) == (404, "unknown_lot")
    assert code_of(upload(seller, lot, b"<svg xmlns='http://www.w3.org/2000/svg'/>", name="a.png")) == (415, "unsupported_media_type")
    assert code_of(upload(seller, lot, a_photograph(kind="PNG", size=(900, 900))[:-300])) == (422, "malformed")
    assert code_of(upload(seller, lot, a_photograph() + bytes(10 * MEGABYTE))) == (413, "too_large")
    assert code_of(upload(seller, lot, bytes(12 * MEGABYTE))) == (413, "too_large")
    assert code_of(seller.post(f"/lots/{lot['id']}/images", {"file": "x"})) == (415, "unsupported_media_type")
    assert code_of(upload(seller, lot, a_photograph(), key="no uuid")) == (422, "malformed")
    wrong_field = httpx.post(f"{server.url}/lots/{lot['id']}/images", files={"picture": b"x"}, headers=seller.headers)
    assert code_of(wrong_field) == (422, "malformed")
    no_file = httpx.post(f"{server.url}/lots/{lot['id']}/images", files={"other": b"x"}, data={"file": "x"}, headers=seller.headers)
    assert code_of(no_file) == (422, "malformed")
    two = httpx.post(f"{server.url}/lots/{lot['id']}/images", files=[("file", b"x"), ("file", b"x")], headers=seller.headers)
    assert code_of(two) == (422, "malformed")
    assert stored(place) == before and seller.get(f"/lots/{lot['id']}").json()["images"] == []


def test_a_foreign_page_cannot_upload_with_the_cookie(server: Server, seller: Person) -> None:
    lot = make_lot(seller)
    answer = httpx.post(
        f"{server.url}/lots/{lot['id']}/images", files={"file": a_photograph()}, cookies={"auth": seller.token},
        headers={"Origin": "https://evil.example"},
    )
    assert code_of(answer) == (403, "foreign_origin")


def test_a_picture_is_taken_away_by_its_seller_or_an_administrator_and_its_files_go(
    server: Server, seller: Person, anna: Person, admin: Person, place: Path
) -> None:
    lot = make_lot(seller)
    first, second = (upload(seller, lot, a_photograph(colour)).json() for colour in ("red", "blue"))
    assert code_of(remove(anna, lot, 1)) == (403, "forbidden")
    assert code_of(remove(seller, lot, 3)) == (404, "unknown_picture")
    assert code_of(remove(seller, lot, 2**40)) == (404, "unknown_picture")
    assert remove(seller, lot, 1).status_code == 204
    assert code_of(remove(seller, lot, 1)) == (404, "unknown_picture")  # the next one is not taken in its place
    assert httpx.get(server.url + first["url"]).status_code == 404
    assert seller.get(f"/lots/{lot['id']}").json()["images"] == [second]
    assert upload(admin, lot, a_photograph("green")).status_code == 201
    assert remove(admin, lot, 2).status_code == 204
    assert not {name for name in stored(place) if second["url"][7:39] in name}


def test_after_the_end_pictures_stay_as_they_are_but_an_administrator_may_take_one_away(seller: Person, admin: Person) -> None:
    lot = make_lot(seller, end_time=(datetime.now(UTC) + timedelta(hours=1)).isoformat())
    key, content = str(uuid.uuid4()), a_photograph()
    shown = upload(seller, lot, content, key)
    assert admin.post(f"/lots/{lot['id']}/finish", {}).status_code == 200
    assert code_of(upload(seller, lot, a_photograph("blue"))) == (409, "lot_ended")
    assert code_of(remove(seller, lot, 1)) == (409, "lot_ended")
    assert upload(seller, lot, content, key).json() == shown.json()  # the retry of a lost answer
    assert remove(admin, lot, 1).status_code == 204
    withdrawn = make_lot(seller)
    seller.post(f"/lots/{withdrawn['id']}/cancel", {})
    assert code_of(upload(seller, withdrawn, content)) == (409, "lot_cancelled")


@pytest.mark.parametrize(
    "path",
    ["../database-password", "..%2f..%2fetc%2fpasswd", "%2e%2e/secret", ".draft", "a.webp", "0" * 32, "0" * 32 + ".webp", "0" * 32 + ".png",
     "0" * 32 + "-800.webp%00.png", "0" * 31 + "%0a.webp", "%5c..%5csecret", "", "~root", "0" * 5000],
)  # fmt: skip
def test_no_name_leads_out_of_the_folder(server: Server, place: Path, path: str) -> None:
    (place / "secret").write_text("secret")
    (place / "media").mkdir(exist_ok=True)
    (place / "media" / "a.webp").write_text("not one of ours")
    answer = httpx.get(f"{server.url}/media/{path}")
    assert answer.status_code == 404 and "secret" not in answer.text
    (place / "media" / "a.webp").unlink()


def test_bids_go_on_while_pictures_are_developed(server: Server, seller: Person, anna: Person) -> None:
    lot, content = make_lot(seller), a_photograph("teal", (5200, 4000), "PNG")
    seconds = []
    with ThreadPoolExecutor(3) as people:
        uploads = [people.submit(upload, seller, lot, content) for _ in range(3)]
        while not all(one.done() for one in uploads):
            seconds.append(httpx.get(f"{server.url}/health", timeout=30).elapsed.total_seconds())
    assert {one.result().status_code for one in uploads} == {201}
    assert sorted(seconds)[len(seconds) // 2] < 0.25

"""A production house works behind each proxy of deploy/: TLS, pages, cookies, sockets, pictures and limits per address."""

import contextlib
import socket
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import websockets

from tests.actors import Cluster
from tests.integration.deployed_house import (
    ANNA,
    BERT,
    CLARA,
    FORGED,
    PASSWORD,
    STRANGER,
    DeployedHouse,
    SafeWatcher,
    bid_by_rest,
    make_lot,
    trusting,
)
from tests.integration.front_doors import COMMANDS, FrontDoor, Frontend, Pages, Place, program

LOTS = 10  # that all of them are one worker's has a chance of about 1 in 500


@pytest.fixture(scope="module")
def whole(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeployedHouse]:
    """The workers with their accounts, before any proxy stands in front."""
    house = DeployedHouse(Place(tmp_path_factory.mktemp("deploy")), cluster.database())
    try:
        house.start()
        for name in ("anna", "bert", "clara"):
            made = httpx.post(f"{house.workers[0].url}/auth/register", json={"username": name, "password": PASSWORD}, timeout=30)
            assert made.status_code == 201, made.text
        yield house
    finally:
        house.stop()


@pytest.fixture(scope="module", params=list(COMMANDS))
def house(request: pytest.FixtureRequest, whole: DeployedHouse) -> Iterator[DeployedHouse]:
    if program(request.param) is None:
        pytest.skip(f"{request.param} is not installed here")
    whole.place.log.write_text("")
    whole.start()  # the one that the proxy before lost
    whole.rounds += 1
    with Frontend(whole.place.pages), FrontDoor(request.param, whole.place):
        yield whole


@pytest.fixture(scope="module")
def anna(house: DeployedHouse) -> Iterator[httpx.Client]:
    with contextlib.closing(house.sign_in("anna", ANNA)) as browser:
        yield browser


@pytest.fixture(scope="module")
def bert(house: DeployedHouse) -> Iterator[httpx.Client]:
    """Bert forges every header he can, all the time."""
    with contextlib.closing(house.sign_in("bert", BERT, **FORGED)) as browser:
        yield browser


@pytest.fixture(scope="module")
def clara(house: DeployedHouse) -> Iterator[httpx.Client]:
    with contextlib.closing(house.sign_in("clara", CLARA)) as browser:
        yield browser


def test_who_types_no_https_is_sent_there(house: DeployedHouse) -> None:
    answer = httpx.get(f"http://localhost:{house.place.http}/lots/7?from=letter")
    assert answer.status_code == 308
    port = answer.next_request.url.port if answer.next_request else 0  # Caddy leads to 443, whatever port it was given to listen on
    assert port in (None, house.place.https) and answer.headers["location"].endswith("/lots/7?from=letter")
    assert answer.headers["location"].startswith("https://localhost")


def test_browsers_are_offered_http_2(house: DeployedHouse) -> None:
    context = trusting(house.place.certificate)
    context.set_alpn_protocols(["h2", "http/1.1"])
    with socket.create_connection(("127.0.0.1", house.place.https)) as bare, context.wrap_socket(bare, server_hostname="localhost") as safe:
        assert safe.selected_alpn_protocol() == "h2"


def test_pages_come_compressed_from_the_frontend_which_learns_the_true_address_and_host(house: DeployedHouse) -> None:
    with house.browser(ANNA, **FORGED) as anna:
        page = anna.get("/lots/7", headers={"Accept-Encoding": "gzip"})
    assert page.text.startswith("<!doctype html>") and page.headers["content-encoding"] == "gzip"
    assert page.headers["strict-transport-security"].startswith("max-age=")
    path, told = Pages.seen[-1]
    assert (path, told["x-forwarded-for"], told["x-forwarded-proto"]) == ("/lots/7", ANNA, "https")
    assert told["host"] == told["x-forwarded-host"] == f"localhost:{house.place.https}"
    assert not {"x-real-ip", "forwarded"} & set(told)


def test_signing_in_sets_secure_cookies_that_open_the_doors_for_our_own_pages(house: DeployedHouse, anna: httpx.Client) -> None:
    kept = {cookie.name: (cookie.secure, cookie.has_nonstandard_attr("HttpOnly")) for cookie in anna.cookies.jar}
    assert kept == {"auth": (True, True), "refresh": (True, True)}
    assert anna.get("/api/users/me").json()["username"] == "anna"
    foreign = anna.patch("/api/users/me", json={"name": "Anna"}, headers={"Origin": "https://foreign.example"})
    assert (foreign.status_code, foreign.json()["code"]) == (403, "foreign_origin")


def test_the_list_of_devices_shows_the_true_address_whatever_was_forged(bert: httpx.Client) -> None:
    assert {device["address"] for device in bert.get("/api/users/me/sessions").json()} == {BERT}


def test_limits_count_each_visitor_and_neither_the_proxy_nor_what_is_forged(house: DeployedHouse) -> None:
    def knock(browser: httpx.Client, number: int) -> int:
        headers = {"X-Forwarded-For": f"203.0.113.{number}", "Forwarded": f"for=203.0.113.{number}"}
        return browser.post("/api/auth/register", json={"username": f"u{number}", "password": "short"}, headers=headers).status_code

    address = f"127.0.{house.rounds}.9"  # nobody has come from there, so nothing is counted yet
    with house.browser(address) as somebody, house.browser(STRANGER) as other:
        assert {knock(somebody, number) for number in range(60)} == {422}
        assert knock(somebody, 60) == 429
        assert knock(other, 61) == 422
    inner = f"http://127.0.0.1:{house.place.inner}/auth/register"
    for by_pages, status in ((f"203.0.113.9, {address}, 127.0.0.1", 429), (f"{address}, {STRANGER}, 127.0.0.1", 422)):
        answer = httpx.post(inner, json={"username": "u", "password": "short"}, headers={"X-Forwarded-For": by_pages})
        assert answer.status_code == status


def test_a_workers_figures_are_not_shown_to_the_street(house: DeployedHouse) -> None:
    with house.browser() as anna:
        assert anna.get("/api/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 401


def test_a_stored_picture_comes_from_the_folder_and_may_be_cached_for_ever(house: DeployedHouse) -> None:
    name, media = uuid.uuid4().hex, house.place.data_dir / "media"
    (media / f"{name}-400.webp").write_bytes(b"RIFF....WEBP")
    (media / "secret.txt").write_text("not a picture")
    with house.browser() as anna:
        found = anna.get(f"/media/{name}-400.webp")
        assert found.content == b"RIFF....WEBP"
        told = [found.headers[name] for name in ("cache-control", "content-type", "x-content-type-options", "content-security-policy")]
        assert told == ["public, max-age=31536000, immutable", "image/webp", "nosniff", "default-src 'none'"]
        for path in (f"/media/{name}.webp", "/media/secret.txt"):
            missing = anna.get(path)
            assert missing.status_code == 404 and "immutable" not in missing.headers.get("cache-control", "")
            assert missing.headers["content-type"] == "application/problem+json"


def test_an_upload_over_eleven_megabytes_is_refused_in_the_shape_of_our_errors(house: DeployedHouse, anna: httpx.Client) -> None:
    refused = anna.post(f"/api/lots/{make_lot(anna)}/images", files={"file": ("big.png", b"0" * (11 * 1024 * 1024 + 1))})
    assert (refused.status_code, refused.json()["code"]) == (413, "too_large")


async def test_people_watch_and_bid_through_the_proxy(house: DeployedHouse, anna: httpx.Client, bert: httpx.Client) -> None:
    lot_id = make_lot(anna)
    async with SafeWatcher(house, lot_id, BERT, bert) as bidding, SafeWatcher(house, lot_id, ANNA) as watching:
        await watching.until("BID_HISTORY")
        accepted = await bidding.until("BID_ACCEPTED", command_id=await bidding.bid(12))
        seen = await watching.until("NEW_BID")
        assert (seen["seq"], seen["bid"]["amount"]) == (accepted["seq"], 12)


async def test_whoever_asks_for_a_lot_reaches_the_same_worker_and_lots_are_spread(
    house: DeployedHouse, anna: httpx.Client, bert: httpx.Client, clara: httpx.Client
) -> None:
    lots = [make_lot(anna) for _ in range(LOTS)]
    assert house.is_still()
    async with contextlib.AsyncExitStack() as stack:
        for lot_id in lots:
            for address, door in ((ANNA, "/ws/"), (BERT, "/api/ws/")):
                watcher = SafeWatcher(house, lot_id, address)
                watcher.url = watcher.url.replace("/ws/", door)
                await stack.enter_async_context(watcher)
                await watcher.until("LOT_STATUS")
        rooms = house.rooms()
        assert sum(rooms) == LOTS and min(rooms) > 0, f"two people in each of {LOTS} rooms, rooms by worker: {rooms}"
    assert house.is_still()
    async with SafeWatcher(house, lots[0], BERT, bert) as bidding:
        await bidding.until("LOT_STATUS")
        home = house.rooms().index(1)
        before = house.decided()
        await bidding.until("BID_ACCEPTED", command_id=await bidding.bid(12))
        bid_by_rest(clara, lots[0], 13)
        now = house.decided()
    assert (now[home] - before[home], now[1 - home] - before[1 - home]) == (2, 0)


async def test_a_dead_workers_lot_moves_to_the_other_and_its_sockets_go_on_where_they_were(
    house: DeployedHouse, anna: httpx.Client, bert: httpx.Client, clara: httpx.Client
) -> None:
    lot_id = make_lot(anna)
    assert house.is_still()
    async with SafeWatcher(house, lot_id, BERT, bert) as bidding:
        first = await bidding.until("BID_ACCEPTED", command_id=await bidding.bid(12))
        house.workers[house.rooms().index(1)].kill()
        with pytest.raises(websockets.ConnectionClosed):
            while await bidding.next():
                pass
    second = bid_by_rest(clara, lot_id, 13)
    async with SafeWatcher(house, lot_id, BERT, bert, after=first["seq"]) as again:
        missed = await again.until("NEW_BID")
        assert (missed["seq"], missed["bid"]["amount"]) == (second["seq"], 13)
        third = await again.until("BID_ACCEPTED", command_id=await again.bid(14))
        assert third["leading"] is True
    for browser in (anna, bert, clara):
        assert [browser.get(f"/api/lots/{lot_id}").json()["current_price"] for _ in range(3)] == [14, 14, 14]


def test_no_token_of_a_socket_or_of_a_letter_is_in_the_access_log(house: DeployedHouse) -> None:
    with house.browser() as anna:
        for path in ("/reset-password/tell-nobody", "/verify/tell-nobody", "/lots?token=tell-nobody"):
            assert anna.get(path).status_code == 200
    logged = house.place.log.read_text()
    assert "/lots" in logged and "tell-nobody" not in logged


@pytest.mark.parametrize("kind", list(COMMANDS))
def test_a_house_without_any_worker_says_so_in_the_shape_of_our_errors(kind: str, tmp_path: Path) -> None:
    if program(kind) is None:
        pytest.skip(f"{kind} is not installed here")
    place = Place(tmp_path)
    with Frontend(place.pages), FrontDoor(kind, place), httpx.Client(verify=trusting(place.certificate), base_url=place.url) as anna:
        away = anna.get("/api/lots")
        assert (away.status_code, away.json()["code"], away.headers["retry-after"]) == (502, "backend_away", "1")
        assert anna.get("/").status_code == 200

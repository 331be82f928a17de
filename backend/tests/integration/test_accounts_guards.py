"""Who asks comes first, then from which page, then with which right, and only then what; and nobody knocks too often."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from saleroom.accounts.limits import LOGIN_PER_ADDRESS, REGISTER_PER_ADDRESS
from saleroom.eventlog.pool import open_pool
from tests.accounts_house import (  # noqa: F401
    OURS,
    PASSWORD,
    Clock,
    Worker,
    joined,
    name,
    pool_of_the_app,
    signed_in,
    the_only_worker,
    worker,
)
from tests.actors import Database

FOREIGN = "https://evil.example"


@pytest.fixture
async def two(database: Database) -> AsyncIterator[tuple[Worker, Worker]]:
    """Two workers with limits, each with connections of its own, on one clock."""
    clock = Clock()
    pools = [await open_pool(database.app, size_max=4) for _ in range(2)]
    yield worker(pools[0], clock, rate_limits=True), worker(pools[1], clock, rate_limits=True)
    for pool in pools:
        await pool.close()


async def test_nobody_is_told_401_before_origin_body_and_rights(one: Worker) -> None:
    async with one.client(origin=FOREIGN, cookie="auth=nonsense") as client:
        for body in (b"{", b'{"code": 7}', b""):
            answer = await client.post("/scan", content=body, headers={"content-type": "application/json"})
            assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


async def test_a_foreign_page_comes_before_rights_and_rights_before_the_body(one: Worker) -> None:
    async with one.client() as client:
        user = await joined(client)
        await client.post("/auth/cookie/login", data={"username": user["username"], "password": PASSWORD})
        sent = {"content": b"{", "headers": {"content-type": "application/json"}}
        foreign = await client.post("/scan", content=b"{", headers={**sent["headers"], "origin": FOREIGN})  # type: ignore[dict-item]
        assert (foreign.status_code, foreign.json()["code"]) == (403, "foreign_origin")
        forbidden = await client.post("/scan", **sent)  # type: ignore[arg-type]
        assert (forbidden.status_code, forbidden.json()["code"]) == (403, "forbidden")


@pytest.mark.parametrize(("origin", "status"), [
    (OURS, 204), (OURS.upper(), 204), ("http://127.0.0.1:8000", 204), (None, 204),
    (FOREIGN, 403), ("null", 403), ("", 403), ("http://localhost:3001", 403), ("https://localhost:3000", 403),
    ("http://localhost:3000.evil.example", 403),
])
async def test_a_cookie_acts_only_for_our_own_pages_and_for_programs(one: Worker, origin: str | None, status: int) -> None:
    async with one.client() as client:
        user = await joined(client)
        await client.post("/auth/cookie/login", data={"username": user["username"], "password": PASSWORD})
        headers = {} if origin is None else {"origin": origin}
        assert (await client.get("/users/me", headers=headers)).status_code == 200
        assert (await client.delete("/users/me/sessions", headers=headers)).status_code == status


async def test_a_foreign_page_cannot_sign_its_visitor_in_or_out_or_refresh(one: Worker) -> None:
    async with one.client() as client:
        user = await joined(client)
        told = {"username": user["username"], "password": PASSWORD}
        for path in ("/auth/cookie/login", "/auth/cookie/login-refresh"):
            assert (await client.post(path, data=told, headers={"origin": FOREIGN})).status_code == 403
        await client.post("/auth/cookie/login-refresh", data=told)
        for path in ("/auth/cookie/refresh", "/auth/cookie/logout"):
            assert (await client.post(path, headers={"origin": FOREIGN})).json()["code"] == "foreign_origin"
        assert (await client.get("/users/me")).status_code == 200


async def test_a_program_with_a_token_and_no_cookie_may_come_from_anywhere(one: Worker) -> None:
    async with one.client() as client:
        session = await signed_in(client, (await joined(client))["username"])
        answer = await client.delete("/users/me/sessions", headers={**session, "origin": FOREIGN})
        assert answer.status_code == 204


async def test_what_one_person_pressed_is_not_done_for_the_next_one_at_the_same_screen(one: Worker) -> None:
    async with one.client() as client:
        user = await joined(client)
        await client.post("/auth/cookie/login", data={"username": user["username"], "password": PASSWORD})
        for acting in (str(user["id"] + 1), "nobody", ""):
            refused = await client.delete("/users/me/sessions", headers={"acting-user": acting})
            assert (refused.status_code, refused.json()["code"]) == (403, "not_you")
        assert (await client.delete("/users/me/sessions", headers={"acting-user": str(user["id"])})).status_code == 204


async def test_no_cache_keeps_what_a_door_answers(one: Worker) -> None:
    async with one.client() as client:
        assert (await client.get("/users/me")).headers["cache-control"] == "no-store", "a refusal neither"
        user = await joined(client)
        await client.post("/auth/cookie/login", data={"username": user["username"], "password": PASSWORD})
        assert (await client.get("/users/me")).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("peer", "forwarded", "address"), [
    ("127.0.0.1", "203.0.113.9", "203.0.113.9"),
    ("127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
    ("127.0.0.1", "198.51.100.1, 203.0.113.9, 10.1.2.3", "203.0.113.9"),
    ("10.9.9.9", "[2001:db8::7]:4711", "2001:db8::7"),
    ("127.0.0.1", "203.0.113.9:1234", "203.0.113.9"),
    ("127.0.0.1", "nonsense", "127.0.0.1"),
    ("127.0.0.1", "", "127.0.0.1"),
    ("203.0.113.5", "198.51.100.1", "203.0.113.5"),
    ("::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9"),
])
async def test_a_forwarded_address_is_believed_from_trusted_proxies_only(
    one: Worker, peer: str, forwarded: str, address: str
) -> None:
    async with one.client(peer, **{"x-forwarded-for": forwarded}) as client:
        assert (await client.get("/address")).json() == address


async def _tries(clients: list[httpx.AsyncClient], logins: list[str]) -> list[httpx.Response]:
    """Sign in with a wrong password, in turns at the workers."""
    return [
        await clients[turn % len(clients)].post("/auth/login", data={"username": login, "password": "wrong"})
        for turn, login in enumerate(logins)
    ]


@pytest.mark.parametrize("is_known", [True, False])
async def test_ten_sign_ins_a_minute_for_an_account_over_all_workers(two: tuple[Worker, Worker], is_known: bool) -> None:
    clock = two[0].clock
    async with two[0].client("203.0.113.20") as first, two[1].client("203.0.113.21") as second:
        login = f"{name()}@house.test"
        if is_known:
            await joined(first, email=login)
        answers = await _tries([first, second], [login, login.upper()] * 5)
        assert {answer.status_code for answer in answers} == {400}
        clock.advance(seconds=20)
        (over,) = await _tries([second], [login])
        assert (over.status_code, over.json()["code"], over.headers["retry-after"]) == (429, "rate_limited", "40")
        assert over.json()["retry_after_seconds"] == 40
        clock.advance(seconds=40)
        answers = await _tries([first, second], [login] * 11)  # the refused one was not counted
        assert [answer.status_code for answer in answers] == [400] * 10 + [429]


async def test_sixty_registrations_and_sixty_sign_ins_a_minute_from_an_address(two: tuple[Worker, Worker]) -> None:
    limits = two[0].accounts.limits, two[1].accounts.limits
    async with two[0].client("203.0.113.30") as client, two[0].client("203.0.113.31") as neighbour:
        for limit in (LOGIN_PER_ADDRESS, REGISTER_PER_ADDRESS):
            await asyncio.gather(*(limits[turn % 2].count(limit, "203.0.113.30") for turn in range(60)))
        body = {"username": name(), "password": PASSWORD}
        assert (await client.post("/auth/login", data=body)).status_code == 429
        assert (await client.post("/auth/register", json=body)).status_code == 429
        assert (await neighbour.post("/auth/register", json=body)).status_code == 201


async def test_five_letters_an_hour_for_an_account_and_the_sixth_is_told_so_known_or_not(two: tuple[Worker, Worker]) -> None:
    async with two[0].client() as client:
        known = f"{name()}@house.test"
        user = await joined(client, email=known)
        for email in (known, f"{name()}@house.test"):
            answers = [await client.post("/auth/forgot-password", json={"email": email}) for _ in range(6)]
            assert [answer.status_code for answer in answers] == [202] * 5 + [429]
        assert await two[0].tokens(user["id"], "reset_password")


async def test_no_name_or_address_is_kept_by_the_limits(two: tuple[Worker, Worker]) -> None:
    login = name()
    async with two[0].client("203.0.113.40") as client:
        await _tries([client], [login])
    rows = await two[0].pool.fetch("SELECT l::text AS row FROM public.rate_limits AS l")
    assert rows and not any(login in row["row"] or "203.0.113.40" in row["row"] for row in rows)
    two[0].clock.advance(hours=2)
    await two[0].accounts.prune()
    assert await two[0].pool.fetchval("SELECT count(*) FROM public.rate_limits WHERE stale_at < $1", two[0].clock()) == 0


async def test_every_guarded_door_is_closed_to_nobody_and_documents_it(one: Worker) -> None:
    open_doors = {"/open", "/address"}
    async with one.client() as client:
        document = (await client.get("/openapi.json")).json()
        for path, methods in document["paths"].items():
            if path.startswith(("/auth/", "/email/")) or path in open_doors:
                continue
            for method, operation in methods.items():
                answer = await client.request(method, path.replace("{", "").replace("}", ""))
                assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in"), (method, path)
                assert "application/problem+json" in operation["responses"]["401"]["content"]
                assert operation["security"] == [{"session": []}]
    assert document["components"]["schemas"]["Problem"]


async def test_unknown_paths_wrong_methods_and_unreadable_bodies_are_problem_documents(one: Worker) -> None:
    async with one.client() as client:
        json = {"content-type": "application/json"}
        half_a_sign = b'{"username": "\\ud800", "password": "\\ud800"}'
        for answer, status, code in (
            (await client.get("/nowhere"), 404, "unknown_path"),
            (await client.get("/auth/register"), 405, "wrong_method"),
            (await client.post("/auth/register", content=b"\xff\xfe", headers=json), 422, "malformed"),
            (await client.post("/auth/register", content=b"[" * 100_000, headers=json), 422, "malformed"),
            (await client.post("/auth/register", content=b"a=b"), 415, "unsupported_media_type"),
            (await client.post("/auth/register"), 422, "malformed"),
            (await client.post("/auth/register", content=half_a_sign, headers=json), 422, "malformed"),
        ):
            assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
            assert answer.headers["content-type"] == "application/problem+json"


async def test_a_wrong_method_is_told_every_method_that_the_path_takes(one: Worker) -> None:
    async with one.client() as client:
        for path, allowed in (("/users/me", "DELETE, GET, PATCH"), ("/users/me/sessions/7", "DELETE"), ("/admin/users/7", "PATCH")):
            answer = await client.put(path)
            assert (answer.status_code, answer.headers["allow"]) == (405, allowed)

"""A sign-in is a session: refresh tokens rotate, a stolen one ends the family, and what ended is over everywhere at once."""

import asyncio
from datetime import timedelta
from uuid import UUID

import httpx
import jwt
import pytest

from saleroom.accounts.tokens import Tokens
from tests.accounts_house import (  # noqa: F401
    PASSWORD,
    Clock,
    Worker,
    joined,
    pool_of_the_app,
    signed_in,
    the_only_worker,
    worker,
)


async def _staying(client: httpx.AsyncClient) -> int:
    """Join and sign in with both cookies; the person's id."""
    user = await joined(client)
    answer = await client.post("/auth/cookie/login-refresh", json={"username": user["username"], "password": PASSWORD})
    assert (answer.status_code, answer.json()) == (200, {"user": user})
    return int(user["id"])


async def _refreshed(worker: Worker, token: str) -> httpx.Response:
    """Present a refresh token from a browser that has nothing else."""
    async with worker.client(cookie=f"refresh={token}") as client:
        return await client.post("/auth/cookie/refresh")


async def test_cookies_are_closed_to_scripts_and_other_sites_and_last_an_hour_and_thirty_days(one: Worker) -> None:
    async with one.client() as client:
        user = await joined(client)
        hour = await client.post("/auth/cookie/login", data={"username": user["username"], "password": PASSWORD})
        both = await client.post("/auth/cookie/login-refresh", data={"username": user["username"], "password": PASSWORD})
    assert (hour.status_code, hour.content, len(hour.headers.get_list("set-cookie"))) == (204, b"", 1)
    for cookie, named, seconds in zip(both.headers.get_list("set-cookie"), ("auth", "refresh"), (3600, 2_592_000), strict=True):
        assert cookie.startswith(f"{named}=")
        assert {"HttpOnly", f"Max-Age={seconds}", "Path=/", "SameSite=lax"} == set(cookie.split("; ")[1:])


async def test_in_production_cookies_are_secure(one: Worker) -> None:
    strict = worker(one.pool, one.clock, is_production=True)
    async with strict.client() as client:
        user = await joined(client)
        answer = await client.post("/auth/cookie/login-refresh", data={"username": user["username"], "password": PASSWORD})
        assert all("Secure" in cookie for cookie in answer.headers.get_list("set-cookie"))
    with pytest.raises(RuntimeError):
        await strict.accounts.ensure_demo()


async def test_a_refresh_gives_a_new_access_token_and_the_next_refresh_token(one: Worker) -> None:
    async with one.client() as client:
        await _staying(client)
        before = dict(client.cookies)
        one.clock.advance(hours=2)
        assert (await client.get("/users/me")).status_code == 401
        assert (await client.post("/auth/cookie/refresh")).status_code == 200
        assert before["refresh"] != client.cookies["refresh"]
        assert (await client.get("/users/me")).status_code == 200


async def test_the_token_just_used_gets_the_same_successor_for_ten_seconds(one: Worker) -> None:
    async with one.client() as client:
        await _staying(client)
        used = client.cookies["refresh"]
        successor = (await _refreshed(one, used)).cookies["refresh"]
        one.clock.advance(seconds=10)
        again = await _refreshed(one, used)
        assert (again.status_code, again.cookies["refresh"]) == (200, successor)
        assert (await _refreshed(one, successor)).status_code == 200


async def test_a_token_used_again_after_the_grace_ends_the_whole_family(one: Worker) -> None:
    async with one.client() as client:
        await _staying(client)
        used = client.cookies["refresh"]
        successor = (await _refreshed(one, used)).cookies["refresh"]
        one.clock.advance(seconds=10.001)
        assert (await _refreshed(one, used)).json()["code"] == "session_ended"
        assert (await _refreshed(one, successor)).json()["code"] == "session_ended"
        assert (await client.get("/users/me")).json()["code"] == "session_ended"


async def test_a_token_older_than_the_one_just_used_ends_the_family_even_within_the_grace(one: Worker) -> None:
    async with one.client() as client:
        await _staying(client)
        oldest = client.cookies["refresh"]
        newest = (await _refreshed(one, (await _refreshed(one, oldest)).cookies["refresh"])).cookies["refresh"]
        assert (await _refreshed(one, oldest)).status_code == 401
        assert (await _refreshed(one, newest)).json()["code"] == "session_ended"


async def test_tabs_that_refresh_at_once_on_two_workers_get_the_same_token_and_stay_signed_in(one: Worker) -> None:
    other = worker(one.pool, one.clock)
    async with one.client() as client:
        await _staying(client)
        answers = await asyncio.gather(*(_refreshed(place, client.cookies["refresh"]) for place in (one, other) * 4))
        assert {answer.status_code for answer in answers} == {200}
        (shared,) = {answer.cookies["refresh"] for answer in answers}
        assert (await _refreshed(one, shared)).status_code == 200


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "00000000-0000-4000-8000-000000000000.0." + "0" * 64])
async def test_no_refresh_token_or_a_forged_one_is_nobody(one: Worker, token: str) -> None:
    answer = await _refreshed(one, token)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


async def test_a_family_that_nobody_used_for_thirty_days_is_over(one: Worker) -> None:
    async with one.client() as client:
        await _staying(client)
        one.clock.advance(days=29)
        renewed = (await _refreshed(one, client.cookies["refresh"])).cookies["refresh"]
        one.clock.advance(days=30)
        assert (await _refreshed(one, renewed)).json()["code"] == "session_ended"


async def test_signing_out_clears_the_cookies_and_ends_the_session_for_every_copy_of_its_tokens(one: Worker) -> None:
    async with one.client() as client:
        await _staying(client)
        kept = dict(client.cookies)
        assert (await client.post("/auth/cookie/logout")).status_code == 200
        assert not client.cookies
        assert (await client.post("/auth/cookie/logout")).status_code == 200  # nobody signs out again in peace
    async with one.client(cookie=f"auth={kept['auth']}") as thief:
        assert (await thief.get("/users/me")).json()["code"] == "session_ended"
        assert (await thief.get("/open")).json() is None
    assert (await _refreshed(one, kept["refresh"])).json()["code"] == "session_ended"


async def test_every_worker_hears_of_sessions_that_ended_or_expired(one: Worker) -> None:
    other = worker(one.pool, one.clock)
    async with one.client() as client:
        await _staying(client)
        polled = one.clock()
        named = UUID(client.cookies["refresh"].split(".")[0])
        assert named not in await other.accounts.ended_sessions(polled)
        one.clock.advance(seconds=0.4)
        await client.post("/auth/cookie/logout")
        one.clock.advance(seconds=0.1)
        assert named in await other.accounts.ended_sessions(polled)
        one.clock.advance(minutes=1)
        assert named not in await other.accounts.ended_sessions(one.clock())
        await client.post("/auth/cookie/login", data={"username": "nobody", "password": "x"})
        await _staying(client)
        expiring = UUID(client.cookies["refresh"].split(".")[0])
        one.clock.advance(days=30)
        assert expiring in await other.accounts.ended_sessions(one.clock() - timedelta(seconds=1))


async def test_somebody_sees_his_devices_and_ends_one_or_all_others_but_nobody_elses(one: Worker) -> None:
    async with one.client() as client, one.client() as stranger:
        user = await joined(client)
        phone, laptop, desk = [await signed_in(client, user["username"]) for _ in range(3)]
        theirs = await signed_in(stranger, (await joined(stranger))["username"])
        listed = (await client.get("/users/me/sessions", headers=phone)).json()
        assert [session["is_current"] for session in listed].count(True) == 1
        (current,) = [session["id"] for session in listed if session["is_current"]]
        refused = await stranger.delete(f"/users/me/sessions/{current}", headers=theirs)
        assert (refused.status_code, refused.json()["code"]) == (404, "unknown_session")
        other = jwt.decode(laptop["Authorization"][7:], options={"verify_signature": False})["sid"]
        assert (await client.delete(f"/users/me/sessions/{other}", headers=phone)).status_code == 204
        assert (await client.delete(f"/users/me/sessions/{other}", headers=phone)).status_code == 404
        assert (await client.get("/users/me", headers=laptop)).json()["code"] == "session_ended"
        assert (await client.delete("/users/me/sessions", headers=phone)).status_code == 204
        assert (await client.get("/users/me", headers=desk)).status_code == 401
        assert len((await client.get("/users/me/sessions", headers=phone)).json()) == 1


async def test_a_forged_an_expired_and_a_misused_token_are_nobody(one: Worker) -> None:
    async with one.client() as client:
        user = await joined(client)
        good = (await signed_in(client, user["username"]))["Authorization"][7:]
        said = jwt.decode(good, options={"verify_signature": False})
        forged = jwt.encode(said, "another secret of thirty-two characters", algorithm="HS256")
        unsigned = jwt.encode(said, "", algorithm="none")
        elsewhere = Tokens("the secret of another house, also long", one.clock).access(user["id"], UUID(said["sid"]))
        for token in (forged, unsigned, elsewhere, good[:-3], "x", "é", "a.b.c", "x" * 5000):
            answer = await client.get("/users/me", headers=[(b"authorization", b"Bearer " + token.encode())])
            assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in"), token
        one.clock.advance(seconds=3599)
        assert await one.accounts.identify(good, None)
        one.clock.advance(seconds=1)
        assert await one.accounts.identify(good, None) is None


async def test_what_is_long_over_is_deleted(one: Worker) -> None:
    late = worker(one.pool, Clock(one.clock() + timedelta(days=60)))
    async with one.client() as client:
        await _staying(client)
        await late.accounts.prune()
        assert (await client.get("/users/me")).json()["code"] == "session_ended"

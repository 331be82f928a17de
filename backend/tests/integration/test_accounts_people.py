"""Somebody forgets a password, confirms and changes an address, and leaves; an administrator gives roles and bans."""

import asyncio
import threading
from typing import Any

import httpx
import pytest

from tests.accounts_house import (  # noqa: F401
    PASSWORD,
    Worker,
    joined,
    name,
    pool_of_the_app,
    signed_in,
    the_only_worker,
)


async def _reader(one: Worker, client: httpx.AsyncClient) -> tuple[dict[str, Any], dict[str, str]]:
    """Somebody with a mail address, signed in."""
    user = await joined(client, email=f"{name()}@house.test")
    return user, await signed_in(client, user["email"])


@pytest.mark.parametrize(("ask", "choose", "field"), [
    ("/auth/forgot-password", "/auth/reset-password", "password"),
    ("/email/forgot-password", "/email/reset-password", "new_password"),
])
async def test_a_forgotten_password_is_chosen_anew_once_and_all_sessions_end(
    one: Worker, ask: str, choose: str, field: str
) -> None:
    async with one.client() as client:
        user, session = await _reader(one, client)
        assert (await client.post(ask, json={"email": user["email"].upper()})).status_code == 202
        (token,) = await one.tokens(user["id"], "reset_password")
        short = await client.post(choose, json={"token": token, field: "123"})
        assert (short.status_code, short.json()["code"]) == (422, "password_too_short")
        assert (await client.post(choose, json={"token": token, field: "a new one"})).status_code == 200
        assert (await client.get("/users/me", headers=session)).json()["code"] == "session_ended"
        used = await client.post(choose, json={"token": token, field: "another one"})
        assert (used.status_code, used.json()["detail"]) == (400, "RESET_PASSWORD_BAD_TOKEN")
        await signed_in(client, user["email"], "a new one")


async def test_of_two_uses_of_one_letter_at_once_exactly_one_counts(one: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have found the token good before either changes the password."""
    both, hash_now = asyncio.Barrier(2), one.accounts._passwords.hash

    async def together(password: str) -> str:
        await both.wait()
        return await hash_now(password)

    async with one.client() as client:
        user, _ = await _reader(one, client)
        await client.post("/auth/forgot-password", json={"email": user["email"]})
        (token,) = await one.tokens(user["id"], "reset_password")
        monkeypatch.setattr(one.accounts._passwords, "hash", together)
        tries = [client.post("/auth/reset-password", json={"token": token, "password": f"new one {n}"}) for n in range(2)]
        assert sorted(answer.status_code for answer in await asyncio.gather(*tries)) == [200, 400]


async def test_a_sign_in_under_way_with_the_old_password_does_not_outlive_the_reset(
    one: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old password is found right, then the reset happens, then the sign-in goes on: it must not get a session."""
    let_go, is_right = threading.Event(), threading.Event()
    helper = one.accounts._passwords._helper
    plain = helper.verify_and_update

    def slow(password: str, hashed: str) -> tuple[bool, str | None]:
        found = plain(password, hashed)
        is_right.set()
        assert let_go.wait(10)
        return found

    async with one.client() as client:
        user, _ = await _reader(one, client)
        await client.post("/auth/forgot-password", json={"email": user["email"]})
        (token,) = await one.tokens(user["id"], "reset_password")
        monkeypatch.setattr(helper, "verify_and_update", slow)
        late = asyncio.create_task(client.post("/auth/login", data={"username": user["email"], "password": PASSWORD}))
        assert await asyncio.to_thread(is_right.wait, 10)
        assert (await client.post("/auth/reset-password", json={"token": token, "password": "a new one"})).status_code == 200
        let_go.set()
        assert (await late).json()["code"] == "login_bad_credentials"


async def test_a_letter_is_good_for_an_hour_and_for_its_own_purpose(one: Worker) -> None:
    async with one.client() as client:
        user, _ = await _reader(one, client)
        await client.post("/auth/forgot-password", json={"email": user["email"]})
        (reset,) = await one.tokens(user["id"], "reset_password")
        (verify,) = await one.tokens(user["id"], "verify_address")
        assert (await client.post("/auth/verify", json={"token": reset})).json()["detail"] == "VERIFY_USER_BAD_TOKEN"
        misused = await client.post("/auth/reset-password", json={"token": verify, "password": "a new one"})
        assert misused.status_code == 400
        one.clock.advance(hours=1)
        late = await client.post("/auth/reset-password", json={"token": reset, "password": "a new one"})
        assert (late.status_code, late.json()["code"]) == (400, "reset_password_bad_token")


@pytest.mark.parametrize("path", ["/auth/forgot-password", "/email/forgot-password", "/auth/request-verify-token"])
async def test_asking_for_a_letter_tells_nothing_about_who_has_an_account(one: Worker, path: str) -> None:
    async with one.client() as client:
        user, _ = await _reader(one, client)
        known = await client.post(path, json={"email": user["email"]})
        unknown = await client.post(path, json={"email": f"{name()}@house.test"})
        nonsense = await client.post(path, json={"email": "nobody"})
        assert known.status_code == unknown.status_code == nonsense.status_code == 202
        assert known.content == unknown.content == nonsense.content


async def test_the_letter_is_written_after_the_answer_so_that_time_tells_nothing(
    one: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer has left before the database is asked who that is: what happens later cannot slow it."""
    told: list[str] = []
    async with one.client() as client:
        user, _ = await _reader(one, client)
    asked = one.accounts.table.get_by_email

    async def noting(email: str) -> Any:
        told.append("asked who that is")
        return await asked(email)

    monkeypatch.setattr(one.accounts.table, "get_by_email", noting)
    body = b'{"email": "%s"}' % user["email"].encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    scope = {
        "type": "http", "method": "POST", "path": "/auth/forgot-password", "raw_path": b"/auth/forgot-password",
        "headers": headers, "query_string": b"", "client": ("127.0.0.1", 1),
        "server": ("localhost", 80), "scheme": "http", "http_version": "1.1",
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body" and not message.get("more_body"):
            told.append("answered")

    await one.app(scope, receive, send)
    assert told == ["answered", "asked who that is"]


async def test_an_address_is_confirmed_once_by_its_letter(one: Worker) -> None:
    async with one.client() as client:
        user, _ = await _reader(one, client)
        (token,) = await one.tokens(user["id"], "verify_address")
        assert (await client.post("/auth/verify", json={"token": token})).json()["is_verified"] is True
        again = await client.post("/auth/verify", json={"token": token})
        assert (again.status_code, again.json()["detail"]) == (400, "VERIFY_USER_ALREADY_VERIFIED")


async def test_a_new_address_needs_the_password_and_counts_when_its_letter_was_followed(one: Worker) -> None:
    async with one.client() as client:
        user, session = await _reader(one, client)
        new = f"{name()}@house.test"
        for body in ({"email": new}, {"email": new, "current_password": "wrong"}):
            answer = await client.patch("/users/me", json=body, headers=session)
            assert (answer.status_code, answer.json()["code"]) == (403, "wrong_password")
        asked = await client.patch("/users/me", json={"email": new, "current_password": PASSWORD}, headers=session)
        assert asked.json()["email"] == user["email"]
        (token,) = await one.tokens(user["id"], "confirm_address")
        confirmed = (await client.post("/auth/verify", json={"token": token})).json()
        assert (confirmed["email"], confirmed["is_verified"]) == (new, True)
        again = await client.post("/auth/verify", json={"token": token})
        assert again.json()["detail"] == "VERIFY_USER_ALREADY_VERIFIED"


async def test_a_change_of_address_asked_for_by_a_thief_dies_with_the_reset(one: Worker) -> None:
    async with one.client() as client:
        user, session = await _reader(one, client)
        await client.patch("/users/me", json={"email": f"{name()}@thief.test", "current_password": PASSWORD}, headers=session)
        (stolen,) = await one.tokens(user["id"], "confirm_address")
        await client.post("/auth/forgot-password", json={"email": user["email"]})
        (reset,) = await one.tokens(user["id"], "reset_password")
        await client.post("/auth/reset-password", json={"token": reset, "password": "a new one"})
        assert (await client.post("/auth/verify", json={"token": stolen})).status_code == 400


async def test_a_taken_address_is_refused_when_asked_for_and_when_confirmed(one: Worker) -> None:
    async with one.client() as client:
        user, session = await _reader(one, client)
        wanted = f"{name()}@house.test"
        await client.patch("/users/me", json={"email": wanted, "current_password": PASSWORD}, headers=session)
        await joined(client, email=wanted)
        late = await client.post("/auth/verify", json={"token": (await one.tokens(user["id"], "confirm_address"))[0]})
        assert (late.status_code, late.json()["code"]) == (409, "user_exists")
        asked = await client.patch("/users/me", json={"email": wanted, "current_password": PASSWORD}, headers=session)
        assert (asked.status_code, asked.json()["code"]) == (409, "user_exists")


async def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(one: Worker) -> None:
    async with one.client() as client:
        user, session = await _reader(one, client)
        elsewhere = await signed_in(client, user["email"])
        body = {"password": "a new one", "current_password": PASSWORD, "name": "Grace"}
        assert (await client.patch("/users/me", json=body, headers=session)).json()["name"] == "Grace"
        assert (await client.get("/users/me", headers=session)).status_code == 200
        assert (await client.get("/users/me", headers=elsewhere)).json()["code"] == "session_ended"


async def test_whoever_leaves_is_forgotten_but_for_the_number(one: Worker) -> None:
    async with one.client() as client:
        user, session = await _reader(one, client)
        assert (await client.delete("/users/me", headers=session)).status_code == 204
        assert (await client.get("/users/me", headers=session)).json()["code"] == "session_ended"
        row = await one.pool.fetchrow("SELECT * FROM public.users WHERE id = $1", user["id"])
        assert row is not None
        assert (row["email"], row["username"], row["name"], row["hashed_password"]) == (None, None, "", "")
        kept = await one.pool.fetch("SELECT device, address FROM public.sessions WHERE user_id = $1", user["id"])
        assert {tuple(session) for session in kept} == {("", "")}
        assert await one.accounts.addressee(user["id"]) is None
        again = await joined(client, email=user["email"])
        assert again["id"] != user["id"]


async def test_somebody_chooses_which_letters_to_get(one: Worker) -> None:
    async with one.client() as client:
        user, session = await _reader(one, client)
        path = "/users/me/mail-preferences"
        assert (await client.get(path, headers=session)).json() == {"outbid": True, "lost": True, "away": True}
        assert (await client.patch(path, json={"lost": False}, headers=session)).json() == {"outbid": True, "lost": False, "away": True}
        addressee = await one.accounts.addressee(user["id"])
        assert addressee is not None
        assert (addressee.email, addressee.wants_outbid, addressee.wants_lost) == (user["email"], True, False)


async def test_an_administrator_finds_people_gives_roles_and_bans_but_cannot_lock_himself_out(one: Worker) -> None:
    login = name()
    boss_user = await one.accounts.create_admin(login, None, PASSWORD)
    async with one.client() as client:
        boss = await signed_in(client, login)
        user, session = await _reader(one, client)
        for path in ("/admin/users", "/admin/users?q=x"):
            assert (await client.get(path, headers=session)).json()["code"] == "forbidden"
            assert (await client.get(path)).json()["code"] == "not_signed_in"
        found = (await client.get("/admin/users", params={"q": user["email"].upper()}, headers=boss)).json()
        assert (found["total"], found["items"][0]["id"]) == (1, user["id"])
        assert (await client.get("/admin/users?limit=1", headers=boss)).json()["total"] > 1
        path = f"/admin/users/{user['id']}"
        assert (await client.patch(path, json={"roles": ["scanner"]}, headers=boss)).json()["roles"] == ["buyer", "scanner"]
        assert (await client.post("/scan", json={"code": "x"}, headers=session)).status_code == 200
        assert (await client.patch(path, json={"is_active": False}, headers=boss)).json()["is_active"] is False
        assert (await client.get("/users/me", headers=session)).json()["code"] == "session_ended"
        banned = await client.post("/auth/login", data={"username": user["email"], "password": PASSWORD})
        assert banned.json()["code"] == "login_bad_credentials"
        for body in ({"is_active": False}, {"roles": ["buyer"]}):
            refused = await client.patch(f"/admin/users/{boss_user.id}", json=body, headers=boss)
            assert (refused.status_code, refused.json()["code"]) == (409, "own_rights")
        unknown = await client.patch("/admin/users/1000000", json={"is_active": True}, headers=boss)
        assert (unknown.status_code, unknown.json()["code"]) == (404, "unknown_user")


async def test_acts_on_accounts_have_the_time_of_the_database_whatever_the_clock_of_the_worker_says(one: Worker) -> None:
    """So that they stand in one order with what was done to lots, events and conversations, whose times are the database's too."""
    boss = await one.accounts.create_admin(name(), None, PASSWORD)
    async with one.client() as client:
        user = await joined(client, email=f"{name()}@house.test")
    people, now = one.accounts.people, "SELECT clock_timestamp()"
    began = await one.pool.fetchval(now)
    one.clock.advance(hours=3)
    await people.change_rights(boss.id, user["id"], frozenset({"scanner"}), is_active=False)
    one.clock.advance(hours=-6)
    await people.show(boss.id, user["id"], "Somebody else", None, None)
    await people.erase(user["id"], by=boss.id)
    found = await one.pool.fetch("SELECT act, at FROM public.account_acts WHERE user_id = $1 ORDER BY at", user["id"])
    assert [row["act"] for row in found] == ["roles_changed", "banned", "renamed", "erased"]
    assert began < found[0]["at"] and found[-1]["at"] < await one.pool.fetchval(now)

"""People join by mail address or user name, sign in by either, and learn nothing about others from what fails."""

import asyncio
import threading
from typing import Any

import pytest

from saleroom.accounts.passwords import Passwords
from tests.accounts_house import PASSWORD, Worker, joined, name, pool_of_the_app, signed_in, the_only_worker  # noqa: F401


async def test_somebody_joins_with_a_mail_address_and_gets_the_documented_answer(one: Worker) -> None:
    async with one.client() as client:
        email = f"{name()}@house.test"
        user = await joined(client, email=email, name="Ada", password=PASSWORD)
        assert {**user, "id": 0} == {
            "id": 0, "email": email, "username": None, "name": "Ada", "roles": ["buyer"], "is_active": True,
            "is_superuser": False, "is_verified": False, "favorite_lots": [], "external_id": None,
        }
        assert isinstance(user["id"], int)
        assert len(await one.tokens(user["id"], "verify_address")) == 1


async def test_somebody_without_a_mail_address_joins_by_user_name_and_gets_no_letter(one: Worker) -> None:
    async with one.client() as client:
        user = await joined(client, username=(login := name()))
        assert (user["email"], user["username"], user["name"]) == (None, login, login)
        assert await one.tokens(user["id"], "verify_address") == []
        assert await signed_in(client, login.upper())


async def test_fields_that_would_give_rights_are_ignored_in_a_registration(one: Worker) -> None:
    async with one.client() as client:
        user = await joined(
            client, username=name(), role="admin", roles=["admin"], is_superuser=True, is_verified=True, coins=1000, id=1
        )
        assert (user["roles"], user["is_superuser"], user["is_verified"]) == (["buyer"], False, False)
        assert user["id"] != 1 or user["username"]


@pytest.mark.parametrize("body", [
    {"password": PASSWORD}, {"username": "a@b", "password": PASSWORD}, {"username": "with space", "password": PASSWORD},
    {"email": "no address", "password": PASSWORD}, {"email": "a@b.test\r\nBcc: x@y.test", "password": PASSWORD},
    {"username": "fine"}, {"username": "fine", "password": ""}, {"username": "fine", "password": 123456},
    {"username": "fine", "name": "nul\x00", "password": PASSWORD}, {"username": "fine", "password": "x" * 257}, [], None,
])
async def test_a_malformed_registration_says_which_field_and_never_repeats_what_was_sent(one: Worker, body: Any) -> None:
    async with one.client() as client:
        answer = await client.post("/auth/register", json=body)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed"), answer.text
        assert answer.headers["content-type"] == "application/problem+json"
        assert PASSWORD not in answer.text


async def test_a_short_password_is_refused_with_the_length_it_needs(one: Worker) -> None:
    async with one.client() as client:
        answer = await client.post("/auth/register", json={"username": name(), "password": "12345"})
        assert (answer.status_code, answer.json()["code"], answer.json()["length_min"]) == (422, "password_too_short", 6)


@pytest.mark.parametrize("field", ["email", "username"])
async def test_of_two_registrations_of_one_name_at_once_exactly_one_succeeds_whatever_the_case(one: Worker, field: str) -> None:
    async with one.client() as client:
        login = name() + ("@house.test" if field == "email" else "")
        tries = [client.post("/auth/register", json={field: case, "password": PASSWORD}) for case in (login, login.upper())]
        answers = await asyncio.gather(*tries)
        assert sorted(answer.status_code for answer in answers) == [201, 409]
        refused = next(answer.json() for answer in answers if answer.status_code == 409)
        assert (refused["code"], refused["field"]) == ("user_exists", field)


@pytest.mark.parametrize("field", ["email", "username"])
async def test_a_form_and_json_sign_in_by_mail_address_and_by_user_name(one: Worker, field: str) -> None:
    async with one.client() as client:
        login = name() + ("@house.test" if field == "email" else "")
        user = await joined(client, **{field: login})
        for sent in ({"data": {"username": login, "password": PASSWORD}}, {"json": {field: login, "password": PASSWORD}}):
            answer = await client.post("/auth/login", **sent)  # type: ignore[arg-type]
            assert (answer.status_code, answer.json()["token_type"], answer.json()["user"]) == (200, "bearer", user)
            me = await client.get("/users/me", headers={"Authorization": f"Bearer {answer.json()['access_token']}"})
            assert me.json() == user


@pytest.mark.parametrize("path", ["/auth/login", "/auth/cookie/login", "/auth/cookie/login-refresh"])
async def test_every_sign_in_answers_an_unknown_person_and_a_wrong_password_alike(one: Worker, path: str) -> None:
    async with one.client() as client:
        login = name()
        await joined(client, username=login)
        wrong = await client.post(path, data={"username": login, "password": "wrong"})
        unknown = await client.post(path, data={"username": name(), "password": PASSWORD})
        assert wrong.status_code == unknown.status_code == 400
        assert wrong.json() == unknown.json()
        assert (wrong.json()["detail"], wrong.json()["code"]) == ("LOGIN_BAD_CREDENTIALS", "login_bad_credentials")
        assert not client.cookies


async def test_an_unknown_person_costs_one_argon2_check_like_a_wrong_password(monkeypatch: pytest.MonkeyPatch) -> None:
    passwords, checked = Passwords(), list[str]()
    plain = passwords._helper.verify_and_update

    def counting(password: str, hashed: str) -> tuple[bool, str | None]:
        checked.append(hashed)
        return plain(password, hashed)

    kept = await passwords.hash(PASSWORD)
    monkeypatch.setattr(passwords._helper, "verify_and_update", counting)
    assert await passwords.check(PASSWORD, None) == (False, None)
    assert await passwords.check("wrong", kept) == (False, None)
    assert await passwords.check(PASSWORD, kept) == (True, None)
    assert await passwords.check("nobody has this password", None) == (False, None)
    unknown, wrong, *_ = (hashed.rsplit("$", 2)[0] for hashed in checked)
    assert unknown == wrong  # the same algorithm, memory, passes and lanes, once each
    assert "$argon2id$" in unknown


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "application/jsonx", ""])
async def test_a_sign_in_that_is_neither_form_nor_json_is_an_unsupported_media_type(one: Worker, kind: str) -> None:
    async with one.client() as client:
        answer = await client.post("/auth/login", content=b"username=a&password=b", headers={"content-type": kind})
        assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


@pytest.mark.parametrize("body", [
    b"{", b"[]", b'{"password": "x"}', b'{"username": "a"}', b"\xff", b'{"username": "\\u0000", "password": "x"}',
])
async def test_a_malformed_json_sign_in_is_malformed(one: Worker, body: bytes) -> None:
    async with one.client() as client:
        answer = await client.post("/auth/login", content=body, headers={"content-type": "application/json"})
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


async def test_a_password_is_hashed_off_the_event_loop(one: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hasher stands still until the loop has gone round a hundred times: on the loop itself it would wait in vain."""
    let_go = threading.Event()
    was_free: list[bool] = []
    helper = one.accounts._passwords._helper
    plain = helper.verify_and_update

    def standing_still(password: str, hashed: str) -> tuple[bool, str | None]:
        was_free.append(let_go.wait(10))
        return plain(password, hashed)

    monkeypatch.setattr(helper, "verify_and_update", standing_still)
    async with one.client() as client:
        user = await joined(client)
        trying = asyncio.create_task(signed_in(client, user["username"]))
        for _ in range(100):
            await asyncio.sleep(0.001)
        assert not trying.done()
        let_go.set()
        assert await trying
    assert was_free == [True]


async def test_when_too_many_passwords_wait_the_next_one_is_told_busy(one: Worker) -> None:
    one.accounts._passwords._waiting = 64
    async with one.client() as client:
        answer = await client.post("/auth/login", data={"username": name(), "password": PASSWORD})
        assert (answer.status_code, answer.json()["code"]) == (503, "busy")
        assert "retry-after" in answer.headers


async def test_the_demo_accounts_are_made_once_and_sign_in_with_their_short_passwords(one: Worker) -> None:
    await asyncio.gather(one.accounts.ensure_demo(), one.accounts.ensure_demo())
    await one.accounts.ensure_demo()
    async with one.client() as client:
        await signed_in(client, "test@gmail.com", "13")
        await signed_in(client, "demo@example.com", "Passw0rd!")
        admin = await signed_in(client, "admin", "admin123")
        me = (await client.get("/users/me", headers=admin)).json()
        assert (me["is_superuser"], me["is_verified"], me["roles"]) == (True, True, ["buyer", "admin"])

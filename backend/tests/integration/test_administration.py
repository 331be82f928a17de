"""Administrators see every lot with the people behind it and what was done by whom; nobody else sees or does any of it."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest

from tests import actors
from tests.actors import Database, Person, Server, make_lot, sign_up
from tests.concerts import a_concert, make_event, send


@pytest.fixture(scope="module")
def admin(database: Database, server: Server) -> Person:
    return actors.admin(database, server.url)


def admin_routes(server: Server) -> list[tuple[str, str]]:
    """Every door below /admin, and the acts on lots that are an administrator's alone."""
    paths = httpx.get(f"{server.url}/openapi.json", timeout=30).json()["paths"]
    acts = ("/lots/{lot_id}/start", "/lots/{lot_id}/finish")
    return [(method.upper(), path) for path, doors in paths.items() for method in doors if path.startswith("/admin") or path in acts]


def test_every_door_of_the_administration_is_closed_to_others(server: Server, anna: Person, seller: Person) -> None:
    lot = make_lot(seller)
    routes = admin_routes(server)
    assert {"/admin/lots", "/admin/acts", "/admin/mail", "/admin/users", "/admin/reports"} <= {path for _, path in routes}
    for method, path in routes:
        address = server.url + path.format(lot_id=lot["id"], user_id=seller.id, message_id=1_000_002)
        nobody = httpx.request(method, address)
        assert (nobody.status_code, nobody.json()["code"]) == (401, "not_signed_in"), path
        for person in (anna, seller):
            answer = httpx.request(method, address, headers=person.headers)
            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), (method, path)
    assert seller.get(f"/lots/{lot['id']}").json()["status"] == "open"


@pytest.mark.parametrize("role", ["merchant", "agent", "scanner"])
def test_no_other_role_opens_it(server: Server, database: Database, role: str) -> None:
    person = sign_up(server.url)
    _as_owner(database, "UPDATE public.users SET roles = ARRAY['buyer', $2] WHERE id = $1", person.id, role)
    for method, path in admin_routes(server):
        answer = httpx.request(method, server.url + path.format(lot_id=1, user_id=1, message_id=1_000_002), headers=person.headers)
        assert answer.status_code == 403, (method, path)


def _as_owner(database: Database, query: str, *values: Any) -> None:
    async def execute() -> None:
        connection = await asyncpg.connect(database.owner)
        try:
            await connection.execute(query, *values)
        finally:
            await connection.close()

    asyncio.run(execute())


def newest(admin: Person, count: int) -> list[dict[str, Any]]:
    """The newest acts, as whoever looks at once is told."""
    items: list[dict[str, Any]] = admin.get(f"/admin/acts?limit={count}").json()["items"]
    return items


def test_recent_acts_are_lots_and_people_in_one_list(admin: Person, seller: Person, server: Server) -> None:
    person = sign_up(server.url, "somebody-to-ban")
    lot, other = make_lot(seller, title="Night harbour"), make_lot(seller, start_time="2100-01-01T00:00:00Z")
    assert seller.patch(f"/lots/{lot['id']}", {"title": "Night harbour, 1911"}).status_code == 200
    assert admin.post(f"/lots/{other['id']}/start").status_code == 200
    assert admin.post(f"/lots/{other['id']}/finish", {"reason": "The hall closes."}).status_code == 200
    assert seller.post(f"/lots/{lot['id']}/cancel", {"reason": "Sold privately."}).status_code == 200
    assert admin.patch(f"/admin/users/{person.id}", {"roles": ["scanner"]}).status_code == 200
    assert admin.patch(f"/admin/users/{person.id}", {"is_active": False}).status_code == 200
    assert admin.patch(f"/admin/users/{person.id}", {"is_active": False}).status_code == 200  # again is no act
    assert admin.patch(f"/admin/users/{person.id}", {"is_active": True}).status_code == 200
    acts = newest(admin, 7)
    assert [(one["act"], one["by_id"], one["is_owner"], one["reason"]) for one in acts] == [
        ("let_in", admin.id, False, ""), ("banned", admin.id, False, ""), ("roles_changed", admin.id, False, ""),
        ("cancelled", seller.id, True, "Sold privately."), ("finished", admin.id, False, "The hall closes."),
        ("started", admin.id, False, ""), ("edited", seller.id, True, ""),
    ]
    assert {one["user_name"] for one in acts[:3]} == {"somebody-to-ban"} and {one["about"] for one in acts[:3]} == {"person"}
    assert (acts[2]["roles_before"], acts[2]["roles_after"]) == (["buyer"], ["buyer", "scanner"])
    assert (acts[3]["about"], acts[3]["id"], acts[3]["title"], acts[3]["user_id"]) == ("lot", lot["id"], "Night harbour, 1911", None)
    bans = admin.get("/admin/acts?act=banned&act=let_in").json()
    assert bans["total"] == 2 and {one["act"] for one in bans["items"]} == {"banned", "let_in"}


def test_what_was_done_to_an_event_stands_beside_what_was_done_to_lots(admin: Person, seller: Person) -> None:
    event = make_event(seller, title="Songs by the lake")
    assert send(seller, "PUT", f"/events/{event['id']}", a_concert(title="Songs by the sea")).status_code == 200
    assert send(admin, "DELETE", f"/events/{event['id']}?reason=The sea rose.").status_code == 200
    acts = newest(admin, 2)
    assert [(one["act"], one["about"], one["id"], one["title"], one["by_id"], one["is_owner"], one["reason"]) for one in acts] == [
        ("cancelled", "event", event["id"], "Songs by the sea", admin.id, False, "The sea rose."),
        ("edited", "event", event["id"], "Songs by the sea", seller.id, True, ""),
    ]


def test_what_was_done_to_an_account_cannot_be_unwritten_by_the_backend(
    admin: Person, server: Server, database: Database
) -> None:
    admin.patch(f"/admin/users/{sign_up(server.url).id}", {"roles": ["agent"]})

    async def tamper() -> None:
        connection = await asyncpg.connect(database.app)
        for query in ("UPDATE public.account_acts SET by_id = 0", "DELETE FROM public.account_acts", "TRUNCATE public.account_acts"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(query)
        await connection.close()

    asyncio.run(tamper())


def test_all_lots_are_listed_with_the_people_behind_them(admin: Person, server: Server) -> None:
    seller, winner = sign_up(server.url, "the-seller"), sign_up(server.url, "the-winner")
    lot, other = make_lot(seller, title="Zinnia in a jar"), make_lot(seller, title="Zinnia on a sill")
    assert winner.post(f"/lots/{lot['id']}/bids", {"amount": 50}).status_code == 200
    page = admin.get("/admin/lots?q=zinnia").json()
    assert page["total"] == 2
    assert [(one["id"], one["seller_name"], one["owner_name"]) for one in page["items"]] == [
        (other["id"], "the-seller", None), (lot["id"], "the-seller", "the-winner"),
    ]
    assert admin.get("/admin/lots?q=zinnia&status=sold").json() == {"items": [], "total": 0}
    assert admin.get("/admin/mail").json()["total"] >= 0


def test_people_are_found_and_a_ban_ends_their_sessions(admin: Person, server: Server) -> None:
    person = sign_up(server.url, "easily-found")
    found = admin.get("/admin/users?q=easily-f").json()
    assert (found["total"], found["items"][0]["id"]) == (1, person.id)
    admin.patch(f"/admin/users/{person.id}", {"is_active": False})
    assert person.get("/users/me").json()["code"] == "session_ended"

"""People as the chat names them: by another system's names where they have one; made for tests where the house allows it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.actors import Database, Person, Server, code, sign_up
from tests.concerts import send
from tests.operators import saleroom
from tests.strange import EVIL
from tests.talkers import Talker, act, as_owner, begin, come, messages, tell, with_roles

USER = {"id", "username", "avatar", "role", "description", "status", "created_at"}


@pytest.fixture(scope="module")
def server(database: Database) -> Iterator[Server]:
    with Server(database, settings={"SALEROOM_TEST_USERS": "1"}) as running:
        yield running


def ensure(server: Server, *users: dict[str, Any]) -> httpx.Response:
    return httpx.post(f"{server.url}/users/ensure", json={"users": list(users)}, timeout=30)


def named(server: Server, database: Database, name: str) -> Person:
    """Somebody new whom another system knows by this name."""
    person = sign_up(server.url)
    as_owner(database, "UPDATE public.users SET external_id = $2 WHERE id = $1", person.id, name)
    return person


def test_people_are_made_for_tests_once_and_never_as_administrators(server: Server, administrator: Person) -> None:
    wanted = {"id": "b1", "role": "buyer"}, {"id": "m1", "role": "merchant", "username": "Möbel & Co"}, {"id": "x1", "role": "admin"}
    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(lambda _: ensure(server, *wanted).json(), range(4)))
    assert all(one == told[0] for one in told)
    buyer, merchant, sly = told[0]
    assert set(buyer) == USER and (buyer["id"], buyer["username"], buyer["role"]) == ("b1", "b1", "buyer")
    assert (merchant["username"], merchant["role"], sly["role"]) == ("Möbel & Co", "merchant", "buyer")
    assert buyer["avatar"].startswith("data:image/svg+xml,") and isinstance(buyer["created_at"], float)
    again = ensure(server, {"id": "b1", "role": "agent", "username": "Somebody else", "avatar": "/other.png"}).json()
    assert again == [buyer], "existing ones are left alone"
    assert [one["id"] for one in ensure(server, {"id": "B1"}, {"id": "b1"}).json()] == ["B1", "b1"]
    assert administrator.get("/users/x1").json()["role"] == "buyer"
    for bad in (
        {"id": ""}, {"id": "a b"}, {"id": "x" * 65}, {"id": "../x"}, {"id": "b2", "role": "owner"}, {"id": "b2", "username": "a\u0000b"},
        {"id": "b2", "avatar": "x" * 501}, {"id": "b2", "description": "x" * 1_001}, {"id": 7}, {},
    ):
        assert code(ensure(server, bad)) == (422, "malformed"), bad
    assert code(ensure(server, *({"id": f"n{n}"} for n in range(101)))) == (422, "malformed")


def test_without_the_setting_nobody_is_made(database: Database, other: Server) -> None:
    assert code(ensure(other, {"id": "z1"})) == (403, "forbidden")
    assert as_owner(database, "SELECT count(*) FROM public.users WHERE external_id = 'z1'") == [(0,)]


async def test_who_has_a_name_outside_is_known_by_it_at_every_door_and_on_every_socket(server: Server, database: Database) -> None:
    anna, bert = named(server, database, "b7"), named(server, database, "m7")
    talk = begin(anna, participant2_id="m7")
    assert (talk["participant1_id"], talk["participant2_id"]) == ("b7", "m7")
    assert code(anna.post("/conversations", {"participant2_id": str(bert.id)})) == (404, "unknown_user"), "he has one name"
    async with Talker(server.url, anna, path="b7") as hers, Talker(server.url, bert, path=str(bert.id)) as his:
        await hers.say({"type": "message", "conversation_id": talk["id"], "sender_id": "b7", "content": "Hello", "user_id": str(anna.id)})
        assert (await his.until("message"))["sender_id"] == "b7"
        await his.say({"type": "typing", "conversation_id": talk["id"], "user_id": "m7"})
        assert (await hers.until("typing"))["user_id"] == "m7"
        await his.say({"type": "read", "conversation_id": talk["id"], "reader_id": "b7"})
        assert (await his.until("ERROR"))["code"] == "not_you"
    assert (messages(bert, talk)[0]["sender_id"], messages(bert, talk)[0]["sender"]["id"]) == ("b7", "b7")


def test_a_name_that_reads_like_a_number_counts_before_the_number(server: Server, database: Database, bert: Person) -> None:
    shadowed = sign_up(server.url)
    namesake = named(server, database, str(shadowed.id))
    assert begin(bert, participant2_id=str(shadowed.id))["id"] == begin(namesake, bert)["id"]


def test_administrators_find_make_change_ban_and_erase_people_and_leave_a_trace(
    server: Server, database: Database, administrator: Person, anna: Person
) -> None:
    agent = with_roles(database, server.url, "agent")
    made = administrator.post("/users", {"id": "a9", "role": "agent", "username": "Agnes Nine", "description": EVIL})
    assert made.status_code == 201
    assert (made.json()["role"], made.json()["description"], made.json()["status"]) == ("agent", EVIL, "offline")
    assert code(administrator.post("/users", {"id": "a9"})) == (409, "user_exists")
    found = administrator.get("/users?q=agnes%20nine")
    assert (found.headers["x-total-count"], [one["id"] for one in found.json()]) == ("1", ["a9"])
    assert administrator.get("/users?q=%00&limit=1").status_code == 200
    changed = send(administrator, "PUT", "/users/a9", {"name": EVIL[:100], "avatar": "/a.png"}).json()
    assert (changed["username"], changed["avatar"], changed["description"]) == (EVIL[:100].strip(), "/a.png", EVIL)
    assert administrator.patch("/users/a9/status", {"status": "banned"}).status_code == 200
    assert administrator.patch("/users/a9/status", {"status": "active"}).status_code == 200
    assert administrator.get("/users/a9").json()["id"] == "a9"
    for method, path, body in [
        ("GET", "/users", None), ("POST", "/users", {"id": "q1"}), ("GET", "/users/a9", None), ("PUT", "/users/a9", {}),
        ("PATCH", "/users/a9/status", {"status": "banned"}), ("DELETE", "/users/a9", None),
    ]:
        assert httpx.request(method, server.url + path, json=body).status_code == 401, path
        assert [code(send(person, method, path, body)) for person in (anna, agent)] == [(403, "forbidden")] * 2, path
    own = f"/users/{administrator.id}"
    for answer in (send(administrator, "DELETE", own), administrator.patch(own + "/status", {"status": "banned"})):
        assert code(answer) == (409, "own_rights")
    assert [send(administrator, "DELETE", "/users/a9").status_code for _ in range(2)] == [204, 404]
    for name in ("nobody", "0", "-1", "9" * 60, "%00", "..%2fme", EVIL.replace("/", "")):
        assert administrator.get(f"/users/{name}").status_code in (404, 422), name
    acts = administrator.get("/admin/acts?limit=5").json()["items"]
    assert [(one["act"], one["by_id"]) for one in acts] == [
        (act_name, administrator.id) for act_name in ("erased", "let_in", "banned", "renamed", "roles_changed")
    ]
    assert "Agnes" not in str(acts) and acts[-1]["roles_after"] == ["agent", "buyer"]


def test_acts_at_the_help_desk_and_complaints_are_on_the_audit_page_and_small_talk_is_not(
    server: Server, database: Database, administrator: Person, anna: Person, bert: Person
) -> None:
    agent = with_roles(database, server.url, "agent")
    talk, asked = begin(anna, bert), begin(bert, to="help")
    tell(bert, asked, "Help")
    rude, mine = tell(anna, talk, "Rude"), tell(bert, talk, "Oh")
    act(bert, talk, "report", {"message_id": rude["id"], "complaint": "insult"})
    act(bert, talk, "block")
    send(bert, "DELETE", f"/messages/{mine['id']}")  # his own business
    act(anna, talk, "resolve")  # hers
    send(administrator, "DELETE", f"/messages/{rude['id']}")
    come(agent, 1)
    until_assigned(agent, asked)
    assert act(agent, asked, "assign", {"assignee_id": str(administrator.id)}).status_code == 200
    act(agent, asked, "mute")
    act(agent, asked, "resolve")
    come(agent, is_available=False)
    acts = newest(administrator, 6)
    assert {(one["act"], one["by_id"], one["about"], one["id"]) for one in acts} == {
        ("reported", bert.id, "conversation", talk["id"]), ("blocked", bert.id, "conversation", talk["id"]),
        ("hidden", administrator.id, "conversation", talk["id"]), ("assigned", agent.id, "conversation", asked["id"]),
        ("muted", agent.id, "conversation", asked["id"]), ("resolved", agent.id, "conversation", asked["id"]),
    }
    told = {one["act"]: one for one in acts}
    assert (told["reported"]["reason"], told["reported"]["seq"]) == ("insult", rude["seq"])
    assert (told["assigned"]["user_id"], told["muted"]["user_id"]) == (administrator.id, bert.id)
    only = administrator.get("/admin/acts?act=reported&act=muted").json()
    assert only["total"] == 2 and {one["act"] for one in only["items"]} == {"reported", "muted"}


def until_assigned(agent: Person, talk: dict[str, Any]) -> None:
    """Wait for the help desk to hand it out."""
    for _ in range(1_000):
        if agent.get(f"/conversations/{talk['id']}").json()["assignee_id"] == str(agent.id):
            return
    raise AssertionError("nobody got it")


def newest(administrator: Person, count: int) -> list[dict[str, Any]]:
    """The acts in conversations, once so many are told."""
    names = ("reported", "blocked", "hidden", "assigned", "muted", "resolved")
    for _ in range(1_000):
        items: list[dict[str, Any]] = administrator.get("/admin/acts?" + "&".join(f"act={name}" for name in names)).json()["items"]
        if len(items) >= count:
            return items
    raise AssertionError("they were not all told")


def test_the_read_tables_of_conversations_are_rebuilt_from_the_log_and_the_log_verifies(server: Server, database: Database) -> None:
    tables = ("conversations", "messages", "chat_acts")
    queries = [f"SELECT * FROM public.{table} ORDER BY 1, 2" for table in tables]
    before = [as_owner(database, query) for query in queries]
    assert all(before)
    for table in tables:
        as_owner(database, f"DELETE FROM public.{table}")
    assert saleroom(database, "rebuild", "conversations").returncode == 0
    assert [as_owner(database, query) for query in queries] == before
    for name in ("desk_acts", "sale_acts"):
        assert saleroom(database, "rebuild", name).returncode == 0
    proof = saleroom(database, "verify")
    assert proof.returncode == 0 and "0 wrong" in proof.stdout

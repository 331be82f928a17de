"""Reported messages: every complaint is listed until it is seen to, with what was said around it, and each act on it leaves a trace."""

from typing import Any

import pytest

from tests.actors import Database, Person, Server, code, sign_up
from tests.concerts import send
from tests.talkers import act, as_owner, begin, messages, tell, with_roles


def report(person: Person, talk: dict[str, Any], message: dict[str, Any], complaint: str = "insult") -> None:
    answer = act(person, talk, "report", {"message_id": message["id"], "complaint": complaint})
    assert answer.status_code == 200, answer.text


def listed(boss: Person, query: str = "") -> list[dict[str, Any]]:
    page = boss.get(f"/admin/reports?limit=100&{query}").json()
    assert page["total"] == len(page["items"])
    items: list[dict[str, Any]] = page["items"]
    return items


@pytest.fixture
def rude(server: Server) -> tuple[Person, Person, dict[str, Any], dict[str, Any]]:
    """Two people, their conversation, and a message in it that is not nice."""
    anna, bert = sign_up(server.url), sign_up(server.url)
    talk = begin(anna, bert)
    for n in range(12):
        tell(bert, talk, f"Before {n}")
    message = tell(anna, talk, "You crook")
    for n in range(7):
        tell(bert, talk, f"After {n}")
    return anna, bert, talk, message


Rude = tuple[Person, Person, dict[str, Any], dict[str, Any]]


def test_a_complaint_waits_until_it_is_put_aside_and_another_brings_it_back(administrator: Person, rude: Rude) -> None:
    _, bert, talk, message = rude
    report(bert, talk, message)
    report(bert, talk, message, "fraud")
    (found,) = [one for one in listed(administrator, "state=open") if one["message"]["id"] == message["id"]]
    assert (found["state"], found["message"]["content"], found["is_sender_banned"]) == ("open", "You crook", False)
    assert [(one["by"]["id"], one["complaint"]) for one in found["complaints"]] == [(str(bert.id), "fraud"), (str(bert.id), "insult")]
    assert (found["conversation"]["id"], found["conversation"]["last_message"]) == (talk["id"], "")
    aside = [administrator.post(f"/admin/reports/{message['id']}/dismiss").json()["state"] for _ in range(2)]
    assert aside == ["dismissed"] * 2
    assert message["id"] not in {one["message"]["id"] for one in listed(administrator, "state=open")}
    assert message["id"] in {one["message"]["id"] for one in listed(administrator, "state=settled")}
    report(bert, talk, message, "spam")
    assert listed(administrator)[0]["message"]["id"] == message["id"] and listed(administrator)[0]["state"] == "open"
    assert send(administrator, "DELETE", f"/messages/{message['id']}").status_code == 204
    (hidden,) = [one for one in listed(administrator, "state=settled") if one["message"]["id"] == message["id"]]
    assert (hidden["state"], hidden["message"]["content"], hidden["message"]["is_hidden"]) == ("hidden", "", True)
    acts = administrator.get("/admin/acts?act=reported&act=dismissed&act=hidden&limit=5").json()["items"]
    assert [(one["act"], one["by_id"]) for one in acts] == [
        ("hidden", administrator.id), ("reported", bert.id), ("dismissed", administrator.id), ("reported", bert.id), ("reported", bert.id),
    ]


def test_what_was_said_around_it_is_read_along_and_noted(database: Database, administrator: Person, rude: Rude) -> None:
    _, bert, talk, message = rude
    report(bert, talk, message)
    looks = "SELECT count(*) FROM public.chat_acts WHERE conversation_id = $1 AND act = 'looked_into'"
    listed(administrator)
    assert as_owner(database, looks, talk["id"]) == [(0,)], "the message itself was put before the house"
    shown = administrator.get(f"/admin/reports/{message['id']}").json()
    expected = [f"Before {n}" for n in range(2, 12)] + ["You crook"] + [f"After {n}" for n in range(5)]
    assert [one["content"] for one in shown["around"]] == expected
    assert (shown["message"]["id"], shown["state"]) == (message["id"], "open")
    assert as_owner(database, looks, talk["id"]) == [(1,)]


def test_whoever_wrote_it_can_be_muted_or_shut_out_from_there(server: Server, database: Database, administrator: Person) -> None:
    agent, customer = with_roles(database, server.url, "agent"), sign_up(server.url)
    talk = begin(customer, to="help")
    message = tell(customer, talk, "You idiots")
    report(agent, talk, message)
    assert listed(administrator)[0]["conversation"]["is_muted"] is False
    assert act(administrator, talk, "mute").json()["is_muted"] is True
    banned = send(administrator, "PATCH", f"/users/{message['sender_id']}/status", {"status": "banned"})
    assert banned.status_code == 200 and customer.get("/users/me").json()["code"] == "session_ended"
    (found,) = [one for one in listed(administrator, "state=open") if one["message"]["id"] == message["id"]]
    assert (found["is_sender_banned"], found["conversation"]["is_muted"]) == (True, True)


def test_an_erased_writer_leaves_the_complaint_without_words(administrator: Person, rude: Rude) -> None:
    anna, bert, talk, message = rude
    report(bert, talk, message)
    assert send(anna, "DELETE", "/users/me").status_code == 204
    (found,) = [one for one in listed(administrator, "state=open") if one["message"]["id"] == message["id"]]
    assert (found["message"]["content"], found["message"]["sender"]["username"]) == ("", "somebody who left")
    assert found["is_sender_banned"] is True


def test_reports_are_an_administrators_and_only_of_what_was_reported(
    server: Server, database: Database, administrator: Person, rude: Rude
) -> None:
    anna, bert, talk, message = rude
    agent = with_roles(database, server.url, "agent")
    for person in (anna, bert, agent):
        for answer in (
            person.get("/admin/reports"), person.get(f"/admin/reports/{message['id']}"),
            person.post(f"/admin/reports/{message['id']}/dismiss"),
        ):
            assert code(answer) == (403, "forbidden")
    for number in (message["id"], 0, -1, 2**63, 2**80):
        assert code(administrator.get(f"/admin/reports/{number}")) == (404, "unknown_message"), "nobody complained"
        assert code(administrator.post(f"/admin/reports/{number}/dismiss")) == (404, "unknown_message")
    assert code(administrator.get("/admin/reports/x")) == code(administrator.get("/admin/reports?state=old")) == (422, "malformed")
    assert messages(bert, talk)[12]["content"] == "You crook"

"""A conversation is nobody else's: strangers find no door, numbers that are none no conversation, and words are kept as they are."""

import asyncio
import json
from typing import Any

import httpx
import pytest

from tests.actors import Database, Person, Server, code
from tests.concerts import send
from tests.hammering import rows
from tests.strange import EVIL
from tests.talkers import act, as_owner, begin, messages, say, tell, with_roles


def doors(talk: dict[str, Any], seq: int) -> list[tuple[str, str, Any]]:
    """Every door of a conversation, with a body that would be right."""
    here, message = f"/conversations/{talk['id']}", talk["id"] * 1_000_000 + seq
    return [
        *(("GET", here + rest, None) for rest in ("", "/detail", "/messages", "/messages?after=0", "/context", "/queue")),
        *(("PUT", here + rest, None) for rest in ("/read", "/messages/read-all")),
        *(("POST", here + rest, {}) for rest in ("/resolve", "/reopen", "/snooze", "/mute", "/block")),
        ("POST", here + "/report", {"message_id": message}), ("PUT", f"/messages/{message}/read", None),
        ("DELETE", f"/messages/{message}", None),
        ("POST", "/messages", {"conversation_id": talk["id"], "content": "x", "message_type": "text"}),
    ]


def test_a_stranger_finds_no_door_of_somebody_elses_conversation_and_leaves_no_trace(
    server: Server, database: Database, anna: Person, bert: Person, carla: Person
) -> None:
    talk = begin(anna, bert)
    seq = tell(anna, talk, "Between us")["seq"]
    before = asyncio.run(rows(database))
    for method, path, body in doors(talk, seq):
        nobody = httpx.request(method, server.url + path, json=body)
        assert code(nobody) == (401, "not_signed_in"), path
        answer = send(carla, method, path, body)
        assert answer.status_code == 404 and answer.json()["code"] in ("unknown_conversation", "unknown_message"), (method, path)
        assert "Between us" not in answer.text
    assert code(act(carla, talk, "assign", {"assignee_id": str(carla.id)})) == (403, "forbidden")
    assert code(carla.get(f"/conversations/{talk['id']}/person")) == (403, "forbidden")
    assert asyncio.run(rows(database)) == before
    hers = "SELECT count(*) FROM public.message_texts WHERE conversation_id = $1 AND sender_id = $2"
    assert as_owner(database, hers, talk["id"], carla.id) == [(0,)]


@pytest.mark.parametrize("number", [0, -1, 2**40, 2**63, 2**64, -(2**70), "x", "1e3", "%00", "..%2f1", "9" * 400])
def test_a_number_that_no_conversation_has_is_not_found_or_not_a_number(anna: Person, administrator: Person, number: Any) -> None:
    for person in (anna, administrator):
        for method, path, body in doors({"id": 1}, 1)[:-1]:
            asked = path.replace("/conversations/1", f"/conversations/{number}").replace("/messages/1000001", f"/messages/{number}")
            answer = send(person, method, asked, body)
            assert answer.status_code in (404, 405, 422) and answer.json()["code"] != "bug", (method, asked, answer.text)
    assert say(anna, {"id": number}, "x").status_code in (404, 422)


def test_words_are_kept_as_they_are_and_bad_ones_are_refused_with_what_would_be_right(
    database: Database, anna: Person, bert: Person
) -> None:
    talk = begin(anna, bert)
    for words in (EVIL, "'); DROP TABLE public.messages; --", "{{7*7}} ${jndi:x}", "\u202eright to left", "🦊" * 4_000, "  two  spaces "):
        assert tell(anna, talk, words)["content"] == words
        assert messages(bert, talk)[-1]["content"] == words
    assert tell(anna, talk, "nul\u0000nul")["content"] == "nulnul"
    before = asyncio.run(rows(database))
    for content, expected in [
        ("", (422, "malformed")), ("  \n ", (422, "malformed")), ("\u0000", (422, "malformed")), (None, (422, "malformed")),
        (7, (422, "malformed")), (["x"], (422, "malformed")), ("x" * 4_001, (422, "message_too_long")), ("x" * 17_000, (422, "malformed")),
        ("x" * 2**20, (413, "too_large")),
    ]:
        assert code(say(anna, talk, content)) == expected, str(content)[:20]
    for client_id in ("", "x" * 65, "a\nb", 7, "\u0000"):
        assert code(say(anna, talk, "x", client_id)) == (422, "malformed"), client_id
    for kind in ("video", "", None, 7):
        assert code(say(anna, talk, "x", message_type=kind)) == (422, "malformed"), kind
    assert code(say(anna, talk, "/media/private/" + "0" * 32, message_type="image")) == (404, "unknown_upload")
    raw = json.dumps({"conversation_id": talk["id"], "content": "?", "message_type": "text"}).replace("?", "\\ud800").encode()
    answer = httpx.post(f"{anna.base}/messages", content=raw, headers={**anna.headers, "Content-Type": "application/json"})
    assert code(answer) == (422, "malformed")
    assert asyncio.run(rows(database)) == before


def test_quick_replies_are_ones_own_or_the_teams_found_by_code_and_words(
    server: Server, database: Database, anna: Person, bert: Person, agent: Person
) -> None:
    colleague = with_roles(database, server.url, "agent")
    own = anna.post("/quick-replies", {"content": "Dear {name}, lot {lot} is framed.", "sort_order": 2, "code": "framed"})
    assert own.status_code == 201 and own.json()["user_id"] == str(anna.id)
    assert code(anna.post("/quick-replies", {"content": "x", "is_team": True})) == (403, "forbidden")
    team = agent.post("/quick-replies", {"content": "We look into it.", "sort_order": 1, "code": "looking", "is_team": True}).json()
    assert (team["user_id"], team["is_team"]) == (None, True)

    def codes(person: Person, query: str = "") -> list[str]:
        return [one["code"] for one in person.get(f"/quick-replies/user/{person.id}?{query}").json()]

    assert codes(anna) == ["framed"] and codes(bert) == [] and codes(colleague) == ["looking"]
    assert codes(anna, "q=/fra") == codes(anna, "q=LOT") == ["framed"] and codes(anna, "q=/none") == codes(anna, "q=%00x") == []
    assert code(bert.get(f"/quick-replies/user/{anna.id}")) == (403, "not_you")
    address = f"/quick-replies/{own.json()['id']}"
    assert code(send(bert, "PUT", address, {"content": "mine now"})) == code(send(bert, "DELETE", address)) == (404, "unknown_reply")
    assert send(anna, "PUT", address, {"content": EVIL}).json()["content"] == EVIL
    assert send(colleague, "PUT", f"/quick-replies/{team['id']}", {"sort_order": 5}).json()["sort_order"] == 5
    assert send(anna, "DELETE", address).status_code == 204 and codes(anna) == []
    for body in ({"content": ""}, {"content": "x" * 4_001}, {"content": "x", "code": "/a"}, {"content": "x", "sort_order": 2**40}):
        assert code(anna.post("/quick-replies", body)) == (422, "malformed"), body
    assert code(anna.post("/quick-replies", {"content": "x", "upload": "0" * 32})) == (404, "unknown_upload")
    assert code(send(anna, "DELETE", f"/quick-replies/{2**64}")) == (404, "unknown_reply")

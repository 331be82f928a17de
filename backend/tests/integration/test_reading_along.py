"""Agents and administrators read along with everybody and write with nobody; each who does is noted once a day, before he reads."""

import time
import uuid
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.actors import Database, Person, Server, code, make_lot, sign_up
from tests.concerts import grab, make_event, send
from tests.talkers import Talker, act, as_owner, begin, messages, read, say, tell


@pytest.fixture
def pair(server: Server) -> Iterator[tuple[Person, Person, dict[str, Any]]]:
    """Two new people who have said something to each other."""
    anna, bert = sign_up(server.url), sign_up(server.url)
    talk = begin(anna, bert)
    tell(anna, talk, "Between us")
    yield anna, bert, talk


def looks(database: Database, talk: dict[str, Any]) -> list[Any]:
    """Who is noted to have read along, by the log's own read table."""
    noted = "SELECT by_id FROM public.chat_acts WHERE conversation_id = $1 AND act = 'looked_into' ORDER BY version"
    return as_owner(database, noted, talk["id"])


Pair = tuple[Person, Person, dict[str, Any]]


def test_an_agent_lists_searches_and_opens_what_two_others_say_and_is_noted_once_a_day(
    server: Server, other: Server, database: Database, pair: Pair, agent: Person, administrator: Person
) -> None:
    anna, _, talk = pair
    for query in ("", "?q=Between", f"?q={talk['id']}"):
        listed = {one["id"]: one for one in agent.get(f"/conversations{query}").json()["results"]}
        assert listed[talk["id"]]["last_message"] == "", "words are read by opening"
        assert listed[talk["id"]]["last_message_time"] is not None
    assert looks(database, talk) == [] and read(anna, talk)["last_message"] == "Between us"
    elsewhere = Person(agent.id, agent.token, other.url)
    for person in (agent, elsewhere, agent):
        assert read(person, talk)["last_message"] == "Between us"
        assert [one["content"] for one in messages(person, talk)] == ["Between us"]
    assert looks(database, talk) == [(agent.id,)]
    read(administrator, talk)
    assert looks(database, talk) == [(agent.id,), (administrator.id,)]
    newest = administrator.get("/admin/acts?act=looked_into&limit=2").json()["items"]
    assert [(one["by_id"], one["about"], one["id"]) for one in newest] == [
        (administrator.id, "conversation", talk["id"]), (agent.id, "conversation", talk["id"]),
    ]
    as_owner(database, "UPDATE public.chat_acts SET at = at - interval '1 day' WHERE conversation_id = $1", talk["id"])
    read(agent, talk)
    assert len(looks(database, talk)) == 2, "the log knows that it was today"


def test_whoever_takes_part_or_answers_at_the_desk_is_not_noted(database: Database, pair: Pair, agent: Person) -> None:
    anna, bert, talk = pair
    asked, own = begin(anna, to="help"), begin(agent, bert)
    tell(anna, asked, "Help")
    for person, one in ((anna, talk), (bert, talk), (agent, asked), (agent, own)):
        assert read(person, one)["id"] == one["id"] and messages(person, one) is not None
        assert looks(database, one) == []


async def test_reading_along_is_no_writing_at_any_door_or_on_the_socket(
    server: Server, database: Database, pair: Pair, agent: Person
) -> None:
    anna, bert, talk = pair
    before = read(anna, talk)
    message = messages(anna, talk)[0]["id"]
    here = f"/conversations/{talk['id']}"
    for method, path, body in [
        ("PUT", f"{here}/read", None), ("PUT", f"{here}/messages/read-all", None), ("PUT", f"/messages/{message}/read", None),
        ("DELETE", f"/messages/{message}", None), ("POST", f"{here}/assign", {"assignee_id": str(agent.id)}),
        *(("POST", f"{here}/{name}", {}) for name in ("resolve", "reopen", "snooze", "mute", "block")),
    ]:
        assert code(send(agent, method, path, body)) == (403, "forbidden"), path
    assert code(say(agent, talk, "May I?")) == (403, "forbidden")
    async with Talker(server.url, agent) as line, Talker(server.url, bert) as his:
        client_id = await line.tell(talk, "May I?")
        refused = await line.until("ERROR")
        assert (refused["code"], refused["command_id"]) == ("forbidden", client_id)
        await line.say({"type": "typing", "conversation_id": talk["id"]})
        assert (await line.until("ERROR"))["code"] == "forbidden"
        await line.say({"type": "read", "conversation_id": talk["id"]})
        assert (await line.until("ERROR"))["code"] == "forbidden"
        tell(anna, talk, "Are we alone?")
        await his.until("message")
        assert his.told("typing", talk) == [] and line.told("message", talk) == [], "nobody's private words are pushed to staff"
    assert [one["content"] for one in messages(anna, talk)] == ["Between us", "Are we alone?"]
    assert read(anna, talk)["read_seqs"][0] >= before["read_seqs"][0] and read(anna, talk)["status"] == "open"
    assert as_owner(database, "SELECT count(*) FROM public.message_texts WHERE sender_id = $1", agent.id) == [(0,)]


def test_a_file_of_two_others_is_shown_to_who_may_read_along_and_to_no_stranger(server: Server, pair: Pair, agent: Person) -> None:
    anna, _, talk = pair
    made = httpx.post(f"{server.url}/upload/file", files={"file": ("a.txt", b"my bill")}, headers=anna.headers, timeout=30).json()
    assert code(agent.get(made["url"])) == (404, "unknown_upload"), "not sent yet"
    tell(anna, talk, made["url"], message_type="file")
    assert agent.get(made["url"]).text == "my bill"
    assert code(sign_up(server.url).get(made["url"])) == (404, "unknown_upload")


def _filled(agent: Person, talk: dict[str, Any], states: set[str], query: str = "") -> dict[str, Any]:
    """The person beside a conversation, once the table of bids knows of all of hers."""
    deadline = time.monotonic() + 15
    while True:
        shown: dict[str, Any] = agent.get(f"/conversations/{talk['id']}/person?{query}").json()
        if {one["state"] for one in shown["bids"]["items"]} == states or time.monotonic() > deadline:
            return shown
        time.sleep(0.02)


def test_the_person_beside_the_conversation_shows_lots_bids_and_orders_and_no_codes(
    server: Server, database: Database, seller: Person, bert: Person, agent: Person
) -> None:
    anna = sign_up(server.url)
    own, led, lost = make_lot(anna, title="My heron"), make_lot(seller, title="A crane"), make_lot(seller, title="A stork")
    assert anna.post(f"/lots/{led['id']}/bids", {"amount": 12}).status_code == 200
    assert anna.post(f"/lots/{lost['id']}/bids", {"amount": 12}).status_code == 200
    assert bert.post(f"/lots/{lost['id']}/bids", {"amount": 40}).status_code == 200
    order = grab(anna, make_event(seller)).json()
    asked, talk = begin(anna, to="help"), begin(anna, bert)
    shown = _filled(agent, asked, {"leading", "outbid"})
    assert shown["person"]["id"] == str(anna.id)
    assert [(one["id"], one["title"]) for one in shown["lots"]["items"]] == [(own["id"], "My heron")]
    assert {(one["lot"]["id"], one["state"], one["my_amount"]) for one in shown["bids"]["items"]} == {
        (led["id"], "leading", 12), (lost["id"], "outbid", 12),
    }
    assert [one["id"] for one in shown["orders"]["items"]] == [order["id"]] and shown["orders"]["total"] == 1
    assert order["tickets"][0]["qr_token"] and [one["qr_token"] for one in shown["orders"]["items"][0]["tickets"]] == [None]
    assert anna.get(f"/conversations/{asked['id']}/person").json()["code"] == "forbidden"
    assert code(agent.get(f"/conversations/{asked['id']}/person?participant=2")) == (404, "unknown_user")
    assert looks(database, talk) == []
    other = _filled(agent, talk, {"leading"}, "participant=2&limit=1")
    assert (other["person"]["id"], [one["state"] for one in other["bids"]["items"]]) == (str(bert.id), ["leading"])
    assert looks(database, talk) == [(agent.id,)], "looking at one of two others is reading along"
    assert code(agent.get(f"/conversations/{talk['id']}/person?participant=3")) == (422, "malformed")
    assert code(agent.get(f"/conversations/{2**40}/person")) == (404, "unknown_conversation")


def test_who_reads_along_tells_of_what_is_not_right_and_only_administrators_take_it_away(
    pair: Pair, agent: Person, administrator: Person
) -> None:
    anna, _, talk = pair
    message = messages(anna, talk)[0]["id"]
    assert act(agent, talk, "report", {"message_id": message, "complaint": "fraud"}).status_code == 200
    assert code(send(agent, "DELETE", f"/messages/{message}")) == (403, "forbidden")
    assert send(administrator, "DELETE", f"/messages/{message}").status_code == 204
    assert messages(anna, talk)[0]["is_hidden"] is True


def test_nobody_reads_along_when_the_trace_cannot_be_written(database: Database, pair: Pair, agent: Person) -> None:
    _, _, talk = pair
    as_owner(database, "CREATE TABLE public.refuse_looks (x int)")
    as_owner(database, """
        CREATE FUNCTION public.refuse_look() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF NEW.act = 'looked_into' THEN RAISE 'no trace'; END IF; RETURN NEW; END $$
    """)
    as_owner(database, "CREATE TRIGGER refuse BEFORE INSERT ON public.chat_acts FOR EACH ROW EXECUTE FUNCTION public.refuse_look()")
    try:
        for rest in ("", "/detail", "/messages", "/context", "/person"):
            answer = agent.get(f"/conversations/{talk['id']}{rest}")
            assert answer.status_code >= 500 and "Between us" not in answer.text, rest
    finally:
        as_owner(database, "DROP TRIGGER refuse ON public.chat_acts")
    assert read(agent, talk)["last_message"] == "Between us" and uuid.UUID(messages(agent, talk)[0]["client_id"])

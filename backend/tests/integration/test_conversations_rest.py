"""Conversations over REST: begun once, found by their people alone, said in once, read with cursors that only grow."""

import asyncio
import uuid
from concurrent.futures import ThreadPoolExecutor

from tests.actors import Database, Person, Server, code, make_lot, sign_up
from tests.concerts import grab, make_event, send
from tests.hammering import rows
from tests.talkers import act, as_owner, begin, messages, read, say, tell

CONVERSATION = {
    "id", "participant1_id", "participant2_id", "participant1_unread", "participant2_unread", "last_message", "last_message_time",
    "created_at", "updated_at", "participant1", "participant2", "status", "assignee_id", "assignee", "context", "read_seqs",
    "delivered_seqs", "is_muted", "blocked_by", "snoozed_until", "seq",
}


MESSAGE = {
    "id", "conversation_id", "sender_id", "content", "message_type", "is_read", "created_at", "sender", "seq", "client_id", "is_staff",
    "is_hidden", "hidden_by", "filename",
}


def test_two_people_have_one_conversation_whoever_begins_it_and_however_often_at_once(
    server: Server, other: Server, anna: Person, bert: Person
) -> None:
    elsewhere = Person(bert.id, bert.token, other.url)
    with ThreadPoolExecutor(6) as threads:
        begun = list(threads.map(lambda one: begin(*one), [(anna, bert), (elsewhere, anna), (anna, bert), (bert, anna)] * 2))
    assert len({talk["id"] for talk in begun}) == 1
    talk = begun[0]
    assert set(talk) == CONVERSATION
    assert {talk["participant1_id"], talk["participant2_id"]} == {str(anna.id), str(bert.id)}
    assert (talk["status"], talk["last_message"], talk["last_message_time"], talk["context"]) == ("open", "", None, None)
    assert isinstance(talk["created_at"], float) and talk["participant1"]["id"] == talk["participant1_id"]
    assert begin(bert, participant1_id=str(anna.id), participant2_id=str(bert.id))["id"] == talk["id"]


def test_nobody_begins_for_others_with_himself_or_with_nobody(anna: Person, bert: Person, carla: Person) -> None:
    for body, expected in [
        ({"participant1_id": str(bert.id), "participant2_id": str(carla.id)}, (403, "not_you")),
        ({"participant2_id": str(anna.id)}, (409, "talks_to_himself")),
        ({"participant1_id": str(anna.id), "participant2_id": str(anna.id)}, (409, "talks_to_himself")),
        ({"participant2_id": "987654321"}, (404, "unknown_user")), ({"participant2_id": "\u0000"}, (404, "unknown_user")),
        ({"participant2_id": "9" * 60}, (404, "unknown_user")), ({"participant2_id": "' OR 1=1 --"}, (404, "unknown_user")),
        ({}, (422, "malformed")), ({"to": "seller"}, (422, "malformed")), ({"participant2_id": bert.id}, (422, "malformed")),
        ({"to": "seller", "context": {"about": "lot", "id": 2**50}}, (404, "unknown_lot")),
        ({"to": "help", "context": {"about": "order", "id": 7_000_001}}, (404, "unknown_order")),
        ({"to": "help", "context": {"about": "hammer", "id": 1}}, (422, "malformed")),
    ]:
        assert code(anna.post("/conversations", body)) == expected, body


def test_a_question_about_a_lot_goes_to_its_seller_and_shows_what_was_seen_beside_what_is(
    seller: Person, anna: Person, bert: Person, agent: Person
) -> None:
    lot = make_lot(seller, title="A heron")
    assert bert.post(f"/lots/{lot['id']}/bids", {"amount": 12}).status_code == 200
    seen = anna.get(f"/lots/{lot['id']}").json()
    context = {"about": "lot", "id": lot["id"], "seq": seen["seq"]}
    talk, again = begin(anna, to="seller", context=context), begin(anna, to="seller", context={**context, "seq": 1})
    assert bert.post(f"/lots/{lot['id']}/bids", {"amount": 99}).status_code == 409  # he leads
    assert anna.post(f"/lots/{lot['id']}/bids", {"amount": 40}).status_code == 200
    assert (talk["participant2_id"], talk["context"], again["id"]) == (str(seller.id), context, talk["id"])
    shown = seller.get(f"/conversations/{talk['id']}/context").json()
    assert (shown["title"], shown["link"], shown["seq"]) == ("A heron", f"/lots/{lot['id']}", seen["seq"])
    figures = {one["name"]: (one["then"], one["now"]) for one in shown["figures"]}
    assert (figures["Price"], figures["Bids"]) == (("12", "40"), ("1", "2"))
    help_talk = begin(anna, to="help", context=context)
    assert help_talk["id"] != talk["id"] and help_talk["participant2_id"] == "help-desk" and help_talk["status"] == "pending"
    assert agent.get(f"/conversations/{help_talk['id']}/context").json()["figures"] == shown["figures"]
    assert agent.get(f"/conversations/{talk['id']}/context").json()["figures"] == shown["figures"], "staff may read along"
    assert begin(anna, to="help")["context"] is None


def test_a_question_about_an_order_is_its_buyers_and_one_about_an_event_everybodys(seller: Person, anna: Person, bert: Person) -> None:
    event = make_event(seller)
    order = grab(anna, event).json()
    context = {"about": "order", "id": order["id"], "seq": order["seq"]}
    assert code(bert.post("/conversations", {"to": "help", "context": context})) == (404, "unknown_order")
    talk = begin(anna, to="seller", context=context)
    assert talk["participant2_id"] == str(seller.id)
    shown = seller.get(f"/conversations/{talk['id']}/context").json()
    assert (shown["about"], shown["link"], shown["seq"]) == ("order", f"/orders/{order['id']}", order["seq"])
    assert anna.post(f"/orders/{order['id']}/cancel", {}).status_code == 200
    figures = {one["name"]: (one["then"], one["now"]) for one in seller.get(f"/conversations/{talk['id']}/context").json()["figures"]}
    assert figures["Status"] == ("paid", anna.get(f"/orders/{order['id']}").json()["status"]) != ("paid", "paid")
    asked = begin(bert, to="seller", context={"about": "event", "id": event["id"], "seq": 1})
    figures = seller.get(f"/conversations/{asked['id']}/context").json()["figures"]
    assert {"name": "Regular left", "then": "10", "now": "10"} in figures, "one was taken, and came back"
    assert seller.get(f"/conversations/{begin(seller, bert)['id']}/context").json() is None


def test_one_press_is_one_message_whatever_is_retried_and_other_words_are_a_conflict(
    server: Server, other: Server, database: Database, anna: Person, bert: Person
) -> None:
    talk, client_id = begin(anna, bert), str(uuid.uuid4())
    before = asyncio.run(rows(database))["log.event"]
    elsewhere = Person(anna.id, anna.token, other.url)
    with ThreadPoolExecutor(6) as threads:
        told = list(threads.map(lambda person: tell(person, talk, "Is it signed?", client_id), [anna, elsewhere] * 3))
    assert set(told[0]) == MESSAGE
    assert len({(one["id"], one["seq"]) for one in told}) == 1 and told[0]["id"] == talk["id"] * 1_000_000 + told[0]["seq"]
    assert asyncio.run(rows(database))["log.event"] == before + 1
    assert code(say(anna, talk, "Is it framed?", client_id)) == (409, "command_conflict")
    assert tell(bert, talk, "It is.", client_id)["seq"] != told[0]["seq"], "an id is its own person's"
    headers = {"Idempotency-Key": str(uuid.uuid4())}
    body = {"conversation_id": talk["id"], "content": "Thanks", "message_type": "text"}
    keyed = [anna.post("/messages", body, **headers).json() for _ in range(2)]
    assert keyed[0] == keyed[1] and keyed[0]["client_id"] == headers["Idempotency-Key"]
    assert [one["content"] for one in messages(bert, talk)][-3:] == ["Is it signed?", "It is.", "Thanks"]


def test_cursors_only_grow_and_unread_is_what_others_said_above_them(anna: Person, carla: Person) -> None:
    talk = begin(anna, carla)
    seqs = [tell(anna, talk, f"Word {n}")["seq"] for n in range(4)]
    mine = 0 if talk["participant1_id"] == str(anna.id) else 1
    unread = f"participant{2 - mine}_unread"
    assert (read(carla, talk)[unread], read(carla, talk)["last_message"]) == (4, "Word 3")
    one = send(carla, "PUT", f"/messages/{talk['id'] * 1_000_000 + seqs[1]}/read").json()
    assert (one["seq"], one["is_read"], read(anna, talk)[unread]) == (seqs[1], True, 2)
    assert send(carla, "PUT", f"/conversations/{talk['id']}/read", {"seq": seqs[0]}).json()[unread] == 2, "it never goes back"
    assert [one["is_read"] for one in messages(anna, talk)] == [True, True, False, False]
    assert send(carla, "PUT", f"/conversations/{talk['id']}/read", {"seq": seqs[2]}).json()[unread] == 1
    done = send(carla, "PUT", f"/conversations/{talk['id']}/messages/read-all").json()
    assert (done[unread], done["read_seqs"][1 - mine]) == (0, seqs[3])
    version = read(anna, talk)["seq"]
    assert send(carla, "PUT", f"/conversations/{talk['id']}/read").json()["seq"] == version, "again writes nothing"
    tell(carla, talk, "Noted")
    assert read(anna, talk)[f"participant{mine + 1}_unread"] == 1


def test_messages_come_by_pages_in_either_order_or_after_a_seq(anna: Person, carla: Person) -> None:
    talk = begin(anna, carla, context={"about": "event", "id": make_event(anna)["id"]})
    seqs = [tell(anna, talk, f"Line {n}")["seq"] for n in range(5)]
    found = [one["seq"] for one in messages(anna, talk, order="desc", page=1, page_size=2)]
    assert found == [seqs[4], seqs[3]]
    assert [one["seq"] for one in messages(anna, talk, order="asc", page=2, page_size=2)] == [seqs[1], seqs[2]]
    assert [one["seq"] for one in messages(anna, talk, after=seqs[2])] == seqs[3:]
    assert messages(anna, talk, page=99) == []
    page = anna.get(f"/conversations/{talk['id']}/messages?page_size=1").json()
    assert (page["count"], len(page["results"])) == (5, 1)
    for wrong in ("page=0", "page_size=0", "page_size=101", "after=-1", f"after={2**60}", "order=up", f"page={2**40}"):
        assert code(anna.get(f"/conversations/{talk['id']}/messages?{wrong}")) == (422, "malformed"), wrong


def test_a_hidden_message_leaves_its_place_and_nothing_else(anna: Person, bert: Person, carla: Person, administrator: Person) -> None:
    talk = begin(anna, bert)
    message = tell(anna, talk, "My number is 555-0199")
    address = f"/messages/{message['id']}"
    assert code(send(bert, "DELETE", address)) == (403, "not_yours")
    assert code(send(carla, "DELETE", address)) == (404, "unknown_message")
    assert [send(anna, "DELETE", address).status_code for _ in range(2)] == [204, 204]
    (kept,) = [one for one in messages(bert, talk) if one["id"] == message["id"]]
    assert (kept["content"], kept["is_hidden"], kept["hidden_by"]) == ("", True, "author")
    assert "555-0199" not in bert.get("/conversations").text and bert.get("/conversations?q=555-0199").json()["count"] == 0
    rude = tell(bert, talk, "Rude")
    assert rude["hidden_by"] is None
    assert send(administrator, "DELETE", f"/messages/{rude['id']}").status_code == 204
    assert [messages(person, talk)[-1]["hidden_by"] for person in (anna, bert)] == ["help_desk"] * 2


def test_conversations_are_found_by_their_people_by_words_names_numbers_and_states(
    server: Server, database: Database, anna: Person, agent: Person, administrator: Person
) -> None:
    found = sign_up(server.url, "zelda-zinnia")
    as_owner(database, "UPDATE public.users SET email = 'zelda@zinnia.test' WHERE id = $1", found.id)
    talk, asked = begin(anna, found), begin(anna, to="help", context={"about": "lot", "id": make_lot(anna)["id"]})
    tell(anna, talk, "The varnish has yellowed")
    tell(anna, asked, "Where is my parcel")

    def ids(person: Person, query: str) -> list[int]:
        page = person.get(f"/conversations?{query}").json()
        assert page["count"] == len(page["results"]), "all fit on this page"
        return [one["id"] for one in page["results"]]

    assert ids(anna, "q=yellowed") == ids(found, "q=yellowed") == ids(anna, "q=zelda-z") == [talk["id"]]
    assert talk["id"] in ids(anna, f"q={talk['id']}")
    assert ids(anna, "q=zelda@zinnia") == [], "an address is nobody's business"
    assert ids(administrator, "q=zelda@zinnia") == [talk["id"]]
    assert ids(found, "q=parcel") == ids(agent, "q=yellowed&scope=help") == [] and ids(agent, "q=parcel") == [asked["id"]]
    assert ids(agent, "q=yellowed") == ids(agent, "q=zelda@zinnia") == [talk["id"]]
    assert ids(agent, "q=parcel&scope=mine") == ids(agent, "q=parcel&status=resolved") == ids(agent, "q=parcel&assignee=me") == []
    assert ids(agent, "q=parcel&status=pending") == [asked["id"]]
    assert ids(administrator, "q=yellowed") == [talk["id"]] and ids(administrator, "q=yellowed&scope=help") == []
    assert ids(anna, "q=%25&limit=100") == ids(anna, "q=%00&limit=100&status=snoozed") == []
    assert code(anna.get("/conversations?assignee=nobody-knows")) == (404, "unknown_user")
    for wrong in ("limit=0", "limit=101", "offset=-1", "status=closed", "scope=theirs", "q=" + "x" * 201):
        assert code(anna.get(f"/conversations?{wrong}")) == (422, "malformed"), wrong


def test_states_mutes_and_blocks_do_what_they_say(anna: Person, bert: Person, agent: Person) -> None:
    talk, asked = begin(anna, bert), begin(bert, to="help")
    tell(bert, asked, "Help")
    assert act(anna, talk, "resolve").json()["status"] == "resolved"
    assert act(anna, talk, "reopen").json()["status"] == "open"
    assert [code(act(anna, talk, name)) for name in ("snooze", "mute")] == [(403, "forbidden")] * 2
    assert [code(act(bert, asked, name)) for name in ("snooze", "mute", "block")] == [(403, "forbidden")] * 3
    assert act(bert, talk, "block").json()["blocked_by"] == [str(bert.id)]
    assert code(say(anna, talk, "Hello?")) == (409, "blocked")
    assert tell(bert, talk, "I may still speak")["seq"] and act(bert, talk, "block", {"is_on": False}).json()["blocked_by"] == []
    assert tell(anna, talk, "Hello again")["seq"]
    snoozed = act(agent, asked, "snooze", {"until": 4_000_000_000}).json()
    assert (snoozed["status"], snoozed["snoozed_until"][:4]) == ("snoozed", "2096")
    assert code(act(agent, asked, "snooze", {"until": 1})) == (409, "times_in_wrong_order")
    for wrong in (2**40, -1, "soon", 1e300):
        assert code(act(agent, asked, "snooze", {"until": wrong})) == (422, "malformed"), wrong
    assert act(agent, asked, "mute").json()["is_muted"] is True
    act(agent, asked, "resolve")
    tell(bert, asked, "Still there?")
    assert read(bert, asked)["status"] == "resolved", "a muted customer reopens nothing"
    act(agent, asked, "mute", {"is_on": False})
    tell(bert, asked, "And now?")
    assert read(bert, asked)["status"] == "open"
    complaint = {"message_id": talk["id"] * 1_000_000 + messages(anna, talk)[-1]["seq"], "complaint": "spam"}
    assert code(act(anna, talk, "report", complaint)) == (403, "not_yours")
    assert act(bert, talk, "report", complaint).status_code == 200
    assert code(act(bert, asked, "report", complaint)) == code(act(bert, talk, "report", {"message_id": 2**80})) == (404, "unknown_message")

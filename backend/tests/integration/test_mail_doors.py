"""The doors of mail: administrators see what became of every letter, and one click without signing in ends what nobody needs."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest_asyncio

from saleroom.api import mail as doors
from saleroom.domain.ids import stream_id
from saleroom.mail.letters import Recipient
from saleroom.mail.unsubscribe import UnsubscribeLinks
from saleroom.reactions.send_letters import People, SendLetters
from tests.accounts_house import Clock, Worker, joined, name, signed_in, worker
from tests.actors import Database
from tests.postroom import NOBODY, PEOPLE, STATIONERY, Postroom, postroom

LINKS: UnsubscribeLinks = STATIONERY.links


class Desk:
    """A house's doors of accounts and mail, and its postroom, whose letters go to the accounts of that house."""

    def __init__(self, room: Postroom) -> None:
        self.room = room
        self.worker: Worker = worker(room.pool, Clock())
        self.worker.app.include_router(doors.router)
        self.worker.app.state.house.unsubscribe_links = LINKS
        self.browser = self.worker.client()
        people = People(self._address_of, self._wants, PEOPLE.told_by_seller)
        self.sender = SendLetters(room.outbox, room.mailer(), people, STATIONERY, jitter=lambda: 0.0)

    async def _address_of(self, user_id: int) -> Recipient | None:
        found = await self.worker.accounts.addressee(user_id)
        return Recipient(found.email, found.name) if found and found.email else None

    async def _wants(self, user_id: int, topic: str) -> bool:
        found = await self.worker.accounts.addressee(user_id)
        return found is not None and {"outbid": found.wants_outbid, "lost": found.wants_lost, "away": found.wants_away}[topic]

    async def administrator(self) -> dict[str, str]:
        login = name()
        await self.worker.accounts.create_admin(login, None, "admin123")
        return await signed_in(self.browser, login, "admin123")

    async def ledger(self, **asked: Any) -> dict[str, Any]:
        answer = await self.browser.get("/admin/mail", params=asked, headers=await self.administrator())
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told


@pytest_asyncio.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    async with postroom(database.app) as room:
        yield Desk(room)


async def test_the_ledger_is_for_administrators_only(desk: Desk) -> None:
    assert (await desk.browser.get("/admin/mail")).status_code == 401
    login = name()
    await joined(desk.browser, username=login)
    buyer = await signed_in(desk.browser, login, "correct horse")
    assert (await desk.browser.get("/admin/mail", headers=buyer)).status_code == 403


async def test_the_ledger_shows_each_letter_with_its_outcome_and_the_servers_reply(desk: Desk) -> None:
    lots = [await desk.room.write("won"), await desk.room.write("lost", NOBODY, title="A heron, 50% off_")]
    await desk.room.sender.once()
    waiting = await desk.room.write("outbid")
    told = await desk.ledger(limit=3)
    assert [(item["lot_id"], item["outcome"]) for item in told["items"]] == [
        (waiting, "waiting"), (lots[1], "no_address"), (lots[0], "sent"),
    ]
    sent = told["items"][2]
    assert (sent["user_id"], sent["topic"], sent["attempts"], sent["version"]) == (42, "won", 1, 5)
    assert sent["reply"].startswith("250") and sent["done_at"] is not None and told["items"][0]["done_at"] is None


async def test_the_ledger_is_searched_and_paged(desk: Desk) -> None:
    lot = await desk.room.write("won", title="A kingfisher, 50% off_")
    others = [await desk.room.write("lost", title="A pair of magpies") for _ in range(3)]
    assert [item["lot_id"] for item in (await desk.ledger(q="KINGFISHER"))["items"]] == [lot]
    assert [item["lot_id"] for item in (await desk.ledger(q=str(lot)))["items"]] == [lot]
    assert (await desk.ledger(q="%"))["total"] >= 1 and (await desk.ledger(q="no such bird"))["total"] == 0
    page = await desk.ledger(q="magpies", limit=2, offset=2)
    assert page["total"] == 3 and [item["lot_id"] for item in page["items"]] == [others[0]]
    assert (await desk.ledger(q="magpies", offset=2**63 - 1)) == {"items": [], "total": 3}
    assert (await desk.ledger(q="magpies", outcome="dead")) == {"items": [], "total": 0}


async def test_a_wrong_question_to_the_ledger_is_malformed(desk: Desk) -> None:
    admin = await desk.administrator()
    for asked in ({"outcome": "lost"}, {"limit": "101"}, {"limit": "0"}, {"offset": "-1"}, {"offset": str(2**63)}, {"q": "x" * 201}):
        assert (await desk.browser.get("/admin/mail", params=asked, headers=admin)).status_code == 422
    assert (await desk.browser.get("/admin/mail", params={"q": "a\x00b"}, headers=admin)).status_code == 200


async def test_the_letter_to_a_new_account_brings_a_link_that_works_and_the_ledger_keeps_no_secret(desk: Desk) -> None:
    person = await joined(desk.browser, email="carla@saleroom.test", password="correct horse", name="Carla <b>")
    await desk.sender.once()
    text = desk.room.office.taken[0].get_body(("plain",))
    assert text is not None
    token = text.get_content().partition("https://saleroom.example/verify/")[2].split()[0]
    assert (await desk.browser.post("/auth/verify", json={"token": token})).status_code == 200
    told = await desk.ledger(q="verify_address")
    mine = [item for item in told["items"] if item["user_id"] == person["id"]]
    assert [item["outcome"] for item in mine] == ["sent"]
    kept = await desk.room.pool.fetchval("SELECT payload::text FROM log.outbox WHERE stream_id = $1", stream_id("accounts", person["id"]))
    assert token not in str(told) and token not in kept and "carla" not in str(told)


async def _told(desk: Desk, user_id: int) -> str:
    lot = await desk.room.write("outbid", user_id)
    await desk.sender.once()
    return str((await desk.room.row(lot))["outcome"])


async def test_looking_at_the_link_changes_nothing_and_one_click_ends_the_letters(desk: Desk) -> None:
    person = await joined(desk.browser, email=f"{name()}@saleroom.test", password="correct horse")
    link = f"/unsubscribe/{LINKS.token(person['id'], 'outbid')}"
    assert await _told(desk, person["id"]) == "sent"
    looked = await desk.browser.get(link)
    assert looked.status_code == 200 and '<form method="post">' in looked.text
    assert await _told(desk, person["id"]) == "sent"
    one_click = await desk.browser.post(link, data={"List-Unsubscribe": "One-Click"})
    assert one_click.status_code == 200 and "It is done" in one_click.text
    assert await _told(desk, person["id"]) == "unwanted"
    assert (await desk.browser.post(link)).status_code == 200
    lot = await desk.room.write("lost", person["id"])
    waiting = {"conversation_id": 7, "count": 1, "from_staff": True, "about": None, "about_id": None}
    away = await desk.room.write("away", person["id"], **waiting)
    await desk.sender.once()
    assert [(await desk.room.row(one))["outcome"] for one in (lot, away)] == ["sent"] * 2, "only the letters of that kind end"
    assert (await desk.browser.post(f"/unsubscribe/{LINKS.token(person['id'], 'away')}")).status_code == 200
    away = await desk.room.write("away", person["id"], **waiting)
    await desk.sender.once()
    assert (await desk.room.row(away))["outcome"] == "unwanted"


async def test_a_forged_link_changes_nothing(desk: Desk) -> None:
    person = await joined(desk.browser, email=f"{name()}@saleroom.test", password="correct horse")
    other = LINKS.token(person["id"] + 1, "outbid").rpartition(".")[2]
    for answer in [
        await desk.browser.post(f"/unsubscribe/{person['id']}.outbid.{other}"), await desk.browser.get("/unsubscribe/nonsense"),
    ]:
        assert answer.status_code == 404 and "This link is not whole" in answer.text
    assert await _told(desk, person["id"]) == "sent"


async def test_the_link_of_an_erased_person_still_answers(desk: Desk) -> None:
    answer: httpx.Response = await desk.browser.post(f"/unsubscribe/{LINKS.token(2**30, 'lost')}")
    assert answer.status_code == 200


async def test_the_page_behind_the_link_may_fetch_nothing(desk: Desk) -> None:
    answer = await desk.browser.get(f"/unsubscribe/{LINKS.token(1, 'lost')}")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "src=" not in answer.text and "@import" not in answer.text

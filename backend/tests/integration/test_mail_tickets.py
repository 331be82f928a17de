"""Letters about tickets arrive over SMTP with what belongs to them: a code for each ticket, and the entry for the calendar."""

import asyncio
from collections.abc import AsyncIterator
from email.message import EmailMessage
from io import BytesIO
from typing import Any
from uuid import uuid4

import httpx
import icalendar
import pytest_asyncio
import zxingcpp
from PIL import Image

from tests.actors import Cluster, Person, Server, sign_in, sign_up
from tests.concerts import FAR, a_concert, grab, make_event, send
from tests.postroom import PostOffice

SECONDS_MAX = 60.0
PAID_TYPE = {"seat_type": "Standing", "price": 25, "available_qty": 50}


class Town:
    """A house with one worker, and the post office that its letters go to."""

    def __init__(self, server: Server, office: PostOffice) -> None:
        self.server, self.office = server, office

    def citizen(self) -> Person:
        """Somebody with a mail address."""
        name = f"anna-{uuid4().hex[:8]}"
        body = {"email": f"{name}@saleroom.test", "name": "Anna Keller", "password": "correct horse"}
        assert httpx.post(f"{self.server.url}/auth/register", json=body, timeout=30).status_code == 201
        return sign_in(self.server.url, body["email"], "correct horse")

    async def letter(self, subject: str) -> EmailMessage:
        """The newest letter whose subject begins like this, as soon as it is there."""
        async with asyncio.timeout(SECONDS_MAX):
            while True:
                for message in reversed(self.office.taken):
                    if str(message["Subject"]).startswith(subject):
                        found: EmailMessage = message
                        return found
                await asyncio.sleep(0.05)


@pytest_asyncio.fixture
async def town(cluster: Cluster) -> AsyncIterator[Town]:
    office = PostOffice()
    await office.open()
    server = Server(cluster.database(), settings={"SALEROOM_SMTP_PORT": str(office.port), "SALEROOM_PUBLIC_URL": "https://saleroom.example"})
    await asyncio.to_thread(server.start)
    yield Town(server, office)
    await asyncio.to_thread(server.stop)
    office.close()


async def bought(town: Town, buyer: Person, concert: dict[str, Any], quantity: int) -> int:
    """Somebody holds, presses pay and pays; the order."""
    order = (await asyncio.to_thread(grab, buyer, concert, 1, quantity)).json()
    pay = (await asyncio.to_thread(buyer.post, f"/holds/{order['id']}/checkout")).json()
    token = pay["payment_url"].rpartition("/")[2]
    answer = await asyncio.to_thread(
        lambda: httpx.post(f"{town.server.url}/payments/test/{token}", json={"outcome": "succeed"}, timeout=30)
    )
    assert answer.status_code == 200
    return int(order["id"])


def parts(message: EmailMessage, kind: str) -> list[Any]:
    return [part for part in message.walk() if part.get_content_type() == kind]


def entry(message: EmailMessage) -> Any:
    [part] = parts(message, "text/calendar")
    calendar: Any = icalendar.Calendar.from_ical(part.get_payload(decode=True))
    assert calendar["METHOD"] == part.get_param("method")
    [event] = calendar.walk("VEVENT")
    return event


async def test_a_paid_order_comes_with_its_codes_and_its_day(town: Town) -> None:
    organiser, buyer = await asyncio.to_thread(sign_up, town.server.url), await asyncio.to_thread(town.citizen)
    concert = await asyncio.to_thread(lambda: make_event(organiser, ticket_types=[PAID_TYPE], location="Pier 5, Hafen"))
    order_id = await bought(town, buyer, concert, 2)
    message = await town.letter("Your tickets")

    assert message.get_content_type() == "multipart/mixed"
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png", "image/png",
        "text/calendar",
    ]
    assert not any(part.defects for part in message.walk())
    order = (await asyncio.to_thread(buyer.get, f"/orders/{order_id}")).json()
    pictures = parts(message, "image/png")
    codes = [zxingcpp.read_barcodes(Image.open(BytesIO(part.get_payload(decode=True))).convert("L"))[0].text for part in pictures]
    assert codes == [ticket["qr_token"] for ticket in order["tickets"]]

    [html] = parts(message, "text/html")
    for picture, ticket in zip(pictures, order["tickets"], strict=True):
        assert picture["Content-ID"] == f"<ticket-{ticket['id']}@saleroom.example>"
        assert f"cid:{picture['Content-ID'][1:-1]}" in html.get_content()
        assert picture.get_filename() == f"ticket-{ticket['id']}.png" and picture.get_content_disposition() == "inline"
    [text] = parts(message, "text/plain")
    assert f"https://saleroom.example/orders/{order_id}" in text.get_content() and "Dear Anna Keller," in text.get_content()

    event = entry(message)
    assert event.start.isoformat() == FAR.replace("Z", "+00:00") and event["LOCATION"] == "Pier 5, Hafen"
    assert event["UID"] == f"event-{concert['id']}@saleroom.example"
    [file] = parts(message, "text/calendar")
    assert file.get_content_disposition() == "attachment" and file.get_filename() == f"event-{concert['id']}.ics"


async def test_a_moved_event_tells_every_holder_once_with_a_newer_entry_and_other_edits_tell_nobody(town: Town) -> None:
    organiser = await asyncio.to_thread(sign_up, town.server.url)
    concert = await asyncio.to_thread(make_event, organiser)
    holders = [await asyncio.to_thread(town.citizen) for _ in range(3)]
    for holder in holders:
        for _ in range(2):
            await asyncio.to_thread(grab, holder, concert)
    before = entry(await town.letter("Your tickets"))
    path = f"/events/{concert['id']}"
    renamed = await asyncio.to_thread(send, organiser, "PUT", path, a_concert(title="Songs of the sea"))
    assert renamed.status_code == 200, renamed.text
    moved = await asyncio.to_thread(
        send, organiser, "PUT", path, a_concert(title="Songs of the sea", start_time="2090-01-02T20:00:00Z", location="Pier 6")
    )
    assert moved.status_code == 200, moved.text
    message = await town.letter("Changed: Songs of the sea")
    async with asyncio.timeout(SECONDS_MAX):
        while sum(str(one["Subject"]).startswith("Changed") for one in town.office.taken) < 3:
            await asyncio.sleep(0.05)
    await asyncio.sleep(1)
    told = [str(one["To"]) for one in town.office.taken if str(one["Subject"]).startswith("Changed")]
    assert len(told) == len(set(told)) == 3
    after = entry(message)
    assert after["UID"] == before["UID"] and after["SEQUENCE"] > before["SEQUENCE"]
    assert (after.start.isoformat(), after["LOCATION"]) == ("2090-01-02T20:00:00+00:00", "Pier 6")


async def test_an_event_that_is_called_off_is_struck_out_of_calendars_and_paid_back(town: Town) -> None:
    organiser, buyer = await asyncio.to_thread(sign_up, town.server.url), await asyncio.to_thread(town.citizen)
    concert = await asyncio.to_thread(lambda: make_event(organiser, ticket_types=[PAID_TYPE]))
    order_id = await bought(town, buyer, concert, 1)
    await town.letter("Your tickets")
    gone = await asyncio.to_thread(send, organiser, "DELETE", f"/events/{concert['id']}")
    assert gone.is_success, gone.text
    message = await town.letter("Called off")
    assert entry(message)["STATUS"] == "CANCELLED"
    [text] = parts(message, "text/plain")
    assert "EUR 25.00 go back to you" in " ".join(text.get_content().split())
    async with asyncio.timeout(SECONDS_MAX):
        while True:
            order = (await asyncio.to_thread(buyer.get, f"/orders/{order_id}")).json()
            if [refund["status"] for refund in order["refunds"]] == ["succeeded"]:
                break
            await asyncio.sleep(0.05)
    assert order["status"] == "refunded" and order["refunded_cents"] == 2500


async def test_tickets_are_mailed_once_more_when_their_holder_asks(town: Town) -> None:
    organiser, buyer = await asyncio.to_thread(sign_up, town.server.url), await asyncio.to_thread(town.citizen)
    concert = await asyncio.to_thread(make_event, organiser)
    order = (await asyncio.to_thread(grab, buyer, concert)).json()
    first = await town.letter("Your tickets")
    assert (await asyncio.to_thread(buyer.post, f"/orders/{order['id']}/resend")).status_code == 202
    async with asyncio.timeout(SECONDS_MAX):
        while (again := await town.letter("Your tickets"))["Message-ID"] == first["Message-ID"]:
            await asyncio.sleep(0.05)
    pictures = [parts(message, "image/png")[0].get_payload(decode=True) for message in (first, again)]
    assert pictures[0] == pictures[1]

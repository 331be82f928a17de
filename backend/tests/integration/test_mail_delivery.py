"""Law 8, in real SMTP conversations: a server that refuses, hangs or drops loses no letter, and doubles none before its 250."""

import asyncio
from collections.abc import AsyncIterator
from email.utils import parseaddr

import pytest
import pytest_asyncio

from saleroom.domain.ids import stream_id
from saleroom.reactions.send_letters import ATTEMPTS_MAX
from tests.actors import Database
from tests.postroom import ADDRESS, IMPATIENT_SECONDS, PATIENT_SECONDS, Postroom, postroom


@pytest_asyncio.fixture
async def room(database: Database) -> AsyncIterator[Postroom]:
    async with postroom(database.app) as opened:
        yield opened


async def test_a_letter_is_sent_once_and_the_ledger_keeps_the_servers_reply(room: Postroom) -> None:
    lot = await room.write()
    assert await room.sender.once() == 1
    assert await room.sender.once() == 0
    row = await room.row(lot)
    assert (row["outcome"], row["attempts"], row["last_reply"]) == ("sent", 1, "250 2.0.0 Ok: queued as 4F2A")
    assert room.office.ids == [f"<{stream_id('auctions', lot)}.5.won.42@saleroom.example>"]


async def test_the_winner_reads_what_the_seller_tells_him_as_it_stands_when_the_letter_leaves(room: Postroom) -> None:
    await room.write("won", seller_id=77)
    await room.sender.once()
    text = room.office.taken[0].get_body(("plain",))
    assert text is not None and "Payment:\n  To the account of seller 77\n" in text.get_content().replace("\r\n", "\n")


async def test_the_message_is_text_first_then_html_with_one_of_each_header(room: Postroom) -> None:
    await room.write("outbid", title="Häfen bei Nacht\r\nBcc: everybody@evil.example")
    await room.sender.once()
    message = room.office.taken[0]
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    names = [name.lower() for name in message.keys()]  # noqa: SIM118  # names repeat
    assert len(names) == len(set(names)) and "bcc" not in names
    assert parseaddr(str(message["To"])) == ("Anna Keller", ADDRESS)
    assert "Häfen bei Nacht" in str(message["Subject"])
    assert str(message["List-Unsubscribe"]).startswith("<https://saleroom.example/api/unsubscribe/42.outbid.")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text = message.get_body(("plain",))
    assert text is not None and "Häfen bei Nacht" in text.get_content()
    assert not any(defect for part in message.walk() for defect in part.defects)


@pytest.mark.parametrize("refusal", ["421 4.3.2 closing", "450 4.2.1 mailbox busy", "451 4.7.1 greylisted"])
@pytest.mark.parametrize("where", ["at_rcpt", "at_data"])
async def test_what_a_server_refuses_for_now_is_sent_later(room: Postroom, where: str, refusal: str) -> None:
    lot = await room.write()
    setattr(room.office, where, refusal)
    await room.sender.once()
    row = await room.row(lot)
    assert (row["outcome"], row["attempts"], row["last_reply"]) == ("waiting", 1, refusal)
    assert 8 < row["pause"] <= 10
    assert await room.sender.once() == 0
    setattr(room.office, where, "")
    await room.let_time_pass()
    await room.sender.once()
    assert len(room.office.taken) == 1 and (await room.row(lot))["outcome"] == "sent"


@pytest.mark.parametrize("where", ["at_rcpt", "at_data"])
async def test_what_a_server_refuses_for_good_is_dead_and_names_nobodys_address(room: Postroom, where: str) -> None:
    lot = await room.write()
    setattr(room.office, where, f"550 5.1.1 <{ADDRESS.upper()}> no such mailbox")
    await room.sender.once()
    row = await room.row(lot)
    assert (row["outcome"], row["last_reply"]) == ("dead", "550 5.1.1 <(address)> no such mailbox")
    await room.let_time_pass()
    assert await room.sender.once() == 0


async def _answering(greeting: bytes) -> asyncio.Server:
    """A server that says one thing, or nothing, and then nothing more."""

    async def conversation(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(greeting)
        await reader.read()
        writer.close()

    return await asyncio.start_server(conversation, "127.0.0.1", 0)


async def test_a_server_that_refuses_the_whole_house_kills_no_letter(room: Postroom) -> None:
    refusing = await _answering(b"554 5.7.1 your house is on a list\r\n")
    room.office.port, home = refusing.sockets[0].getsockname()[1], room.office.port
    lot = await room.write()
    await room.another()[1].once()
    assert ((row := await room.row(lot))["outcome"], row["last_reply"]) == ("waiting", "554 5.7.1 your house is on a list")
    room.office.port = home
    refusing.close()


async def test_a_server_that_never_greets_is_left_after_the_bound(room: Postroom) -> None:
    silent = await _answering(b"")
    room.office.port, home = silent.sockets[0].getsockname()[1], room.office.port
    lot = await room.write()
    async with asyncio.timeout(PATIENT_SECONDS):
        await room.another(IMPATIENT_SECONDS)[1].once()
    assert ((row := await room.row(lot))["outcome"], row["last_reply"]) == ("waiting", "no reply within 0.5 s")
    room.office.port = home
    silent.close()


@pytest.mark.parametrize("mood", ["hangs", "drops"])
async def test_a_server_that_never_replies_to_the_message_gets_it_again_under_the_same_id(room: Postroom, mood: str) -> None:
    lot = await room.write()
    room.office.mood = mood
    await room.impatient.once()
    assert (await room.row(lot))["outcome"] == "waiting" and not room.office.taken
    room.office.mood = "takes"
    await room.let_time_pass()
    await room.sender.once()
    assert len(room.office.taken) == 1
    assert {message["Message-ID"] for message in room.office.offered} == set(room.office.ids)


async def test_no_transaction_is_open_while_a_server_hangs(room: Postroom) -> None:
    await room.write()
    room.office.mood = "hangs"
    sending = asyncio.create_task(room.sender.once())
    await room.office.was_offered.wait()
    open_ones = await room.pool.fetchval(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'"
    )
    assert open_ones == 0
    room.office.is_released.set()
    await sending


async def test_a_server_that_slams_the_door_after_its_250_has_the_letter(room: Postroom) -> None:
    lot = await room.write()
    room.office.mood = "slams"
    await room.sender.once()
    assert room.office.slammed and (await room.row(lot))["outcome"] == "sent"
    await room.let_time_pass()
    assert await room.sender.once() == 0 and len(room.office.taken) == 1


async def test_a_server_that_is_down_for_long_gets_everything_once_when_it_is_back(room: Postroom) -> None:
    room.office.close()
    lots = [await room.write() for _ in range(3)]
    pauses = []
    for _ in range(12):
        assert await room.sender.once() == 3
        pauses.append(round((await room.row(lots[0]))["pause"], -1))
        await room.let_time_pass()
    assert pauses == [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]
    await room.office.open()
    await room.let_time_pass()
    await room.sender.once()
    assert sorted(room.office.ids) == sorted(f"<{stream_id('auctions', lot)}.5.won.42@saleroom.example>" for lot in lots)


async def test_after_thirty_attempts_a_letter_is_given_up_and_stays_in_the_ledger(room: Postroom) -> None:
    room.office.at_data = "451 4.3.0 disk full"
    lot = await room.write()
    tried = "UPDATE log.outbox SET attempts = $1 WHERE stream_id = $2"
    await room.pool.execute(tried, ATTEMPTS_MAX - 1, stream_id("auctions", lot))
    await room.sender.once()
    row = await room.row(lot)
    assert (row["outcome"], row["last_reply"]) == ("dead", "given up after 30 attempts: 451 4.3.0 disk full")

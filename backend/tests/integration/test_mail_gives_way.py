"""Letters can wait and presses cannot: while commands queue up in a worker, only a few letters a second begin there."""

import asyncio
from contextlib import suppress

from saleroom.reactions.send_letters import SENDING_MAX, WAKE_SECONDS, SendLetters
from tests.actors import Database
from tests.postroom import PEOPLE, STATIONERY, postroom

LETTERS = 5 * SENDING_MAX


async def test_while_people_press_a_few_letters_a_second_begin_and_afterwards_all_go_out(database: Database) -> None:
    async with postroom(database.app) as room:
        for _ in range(LETTERS):
            await room.write()
        busy = asyncio.Event()
        busy.set()
        sender = SendLetters(room.outbox, room.mailer(), PEOPLE, STATIONERY, lambda: 0.0, busy.is_set)
        began = asyncio.get_running_loop().time()
        sending = asyncio.create_task(sender.run())
        async with asyncio.timeout(20):
            while len(room.office.taken) < 2 * SENDING_MAX:
                await asyncio.sleep(0.01)
        seconds = asyncio.get_running_loop().time() - began
        assert seconds >= WAKE_SECONDS * 0.99
        assert len(room.office.taken) <= SENDING_MAX * (1 + seconds / WAKE_SECONDS)
        busy.clear()
        async with asyncio.timeout(20):
            while len(room.office.taken) < LETTERS:
                await asyncio.sleep(0.01)
        assert len(set(room.office.ids)) == LETTERS
        sending.cancel()
        with suppress(asyncio.CancelledError):
            await sending

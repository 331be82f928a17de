"""How a door of REST hands in a command and waits for its facts."""

import asyncio
from typing import Any, Final
from uuid import UUID

from saleroom.api import answers
from saleroom.api.deps import House
from saleroom.domain.decider import RefusedError
from saleroom.eventlog.log import Accepted
from saleroom.handle import Busy

WAIT_SECONDS_MAX: Final = 25  # below the minute after which proxies give up; the command goes on, the id finds its answer


async def ask(house: House, stream: int, command: Any, command_id: UUID) -> Accepted:
    """Hand in a command and wait for its facts.

    Raises:
        RefusedError: the refusal; `busy`; or `unavailable`, when the log has not answered in time: the outcome is
            unknown then, and the same id will find it.
        Bug: nothing was written.
    """
    try:
        async with asyncio.timeout(WAIT_SECONDS_MAX):
            outcome = await house.handle.ask(stream, command, command_id)
    except TimeoutError:
        raise RefusedError("unavailable", retry_after_seconds=1) from None
    except Busy:
        raise RefusedError("busy", retry_after_seconds=1) from None
    refused = answers.refusal_of(outcome)
    if refused is not None:
        raise RefusedError(refused.code, **refused.facts)
    assert isinstance(outcome, Accepted)
    return outcome

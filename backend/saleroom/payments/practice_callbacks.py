"""Tells the house what became of payments at the practice till: signed POSTs over HTTP, again and again until answered 2xx.

What must still be told stands in the till's own rows, with the hour at which it is due, so a restart forgets nothing and a
delayed answer comes late but comes. A row is leased to one worker at a time; a lease ends by itself.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

import httpx
import orjson
import structlog

from saleroom.eventlog.pool import AWAY, Pool
from saleroom.payments import signature as signatures

SIGNATURE_HEADER: Final = "Payment-Signature"
AT_ONCE_MAX: Final = 8
ANSWER_SECONDS_MAX: Final = 40.0  # the door waits 25 s for the log; below the lease
LEASE_SECONDS: Final = 60.0
LOOK_SECONDS: Final = 0.5  # the safety net under `wake`, and how late a delayed callback may be
PAUSE_SECONDS_FIRST: Final = 1.0
PAUSE_SECONDS_MAX: Final = 600.0
ATTEMPTS_MAX: Final = 400  # with the pauses above about three days; then the row stays, untold

_LEASE: Final = """
WITH free AS (
    SELECT token, n FROM public.practice_callbacks
     WHERE told_at IS NULL AND attempts < $2 AND next_at <= statement_timestamp()
       AND (leased_until IS NULL OR leased_until < statement_timestamp())
     ORDER BY next_at LIMIT $1 FOR UPDATE SKIP LOCKED
), leased AS (
    UPDATE public.practice_callbacks c SET leased_until = clock_timestamp() + make_interval(secs => $3), attempts = c.attempts + 1
      FROM free WHERE c.token = free.token AND c.n = free.n
    RETURNING c.token, c.n, c.outcome, c.attempts
), settled AS (
    UPDATE public.practice_payments p SET status = 'succeeded'
      FROM leased WHERE p.token = leased.token AND p.status = 'processing'
)
SELECT l.token, l.n, l.outcome, l.attempts, p.order_id, p.attempt, p.amount_minor, p.currency
  FROM leased l JOIN public.practice_payments p USING (token)
"""
_TOLD: Final = """
UPDATE public.practice_callbacks SET told_at = clock_timestamp(), leased_until = NULL, last_answer = $4
 WHERE token = $1 AND n = $2 AND attempts = $3 AND told_at IS NULL
"""
_AGAIN: Final = """
UPDATE public.practice_callbacks
   SET next_at = clock_timestamp() + make_interval(secs => $5), leased_until = NULL, last_answer = $4
 WHERE token = $1 AND n = $2 AND attempts = $3 AND told_at IS NULL
"""

logger = structlog.get_logger(__name__)


class PracticeCallbacks:
    """The till's voice in one worker; any number of workers may run one.

    Args:
        pool: the till's rows.
        key: signs the callbacks.
        callback_url: the door of the house that takes them.
        clock: the time that is signed.
    """

    def __init__(self, pool: Pool, key: bytes, callback_url: str, clock: Callable[[], datetime]) -> None:
        self._pool, self._key, self._url, self._clock = pool, key, callback_url, clock
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Something is to be told now. Nothing is lost when nobody calls this."""
        self._woken.set()

    async def run(self) -> None:
        """Tell until cancelled."""
        async with httpx.AsyncClient(timeout=ANSWER_SECONDS_MAX, trust_env=False) as client:
            while True:
                self._woken.clear()
                try:
                    told = await self._tell_due(client)
                except AWAY as error:
                    logger.warning("till_unreachable", error=repr(error))
                    told = 0
                if not told:
                    await self._rest()

    async def once(self) -> int:
        """Tell what is due now, up to AT_ONCE_MAX callbacks, and wait for the answers. How many were tried."""
        async with httpx.AsyncClient(timeout=ANSWER_SECONDS_MAX, trust_env=False) as client:
            return await self._tell_due(client)

    async def _tell_due(self, client: httpx.AsyncClient) -> int:
        rows = await self._pool.fetch(_LEASE, AT_ONCE_MAX, ATTEMPTS_MAX, LEASE_SECONDS)
        await asyncio.gather(*(self._tell(client, row) for row in rows))
        return len(rows)

    async def _tell(self, client: httpx.AsyncClient, row: Any) -> None:
        body = orjson.dumps({
            "order_id": row["order_id"], "attempt": row["attempt"], "outcome": row["outcome"],
            "reference": reference_of(row["order_id"], row["attempt"]), "amount_minor": row["amount_minor"],
            "currency": row["currency"],
        })
        signed = signatures.sign(self._key, body, int(self._clock().timestamp()))
        headers = {"Content-Type": "application/json", SIGNATURE_HEADER: signed}
        try:
            answer = await client.post(self._url, content=body, headers=headers)
            is_heard, said = answer.is_success, str(answer.status_code)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            is_heard, said = False, type(error).__name__
        key = (row["token"], row["n"], row["attempts"], said)
        if is_heard:
            await self._pool.execute(_TOLD, *key)
            return
        logger.warning("payment_callback_not_taken", order=row["order_id"], attempts=row["attempts"], answer=said)
        await self._pool.execute(_AGAIN, *key, pause_seconds(row["attempts"]))

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                await self._woken.wait()
        except TimeoutError:
            pass


def reference_of(order_id: int, attempt: int) -> str:
    """The till's name for a payment; tells nothing of its token."""
    return f"practice-{order_id}-{attempt}"


def pause_seconds(attempts: int) -> float:
    """How long to wait after that many attempts: 1 s, 2 s, 4 s, up to ten minutes."""
    return float(min(PAUSE_SECONDS_FIRST * 2.0 ** min(attempts - 1, 20), PAUSE_SECONDS_MAX))

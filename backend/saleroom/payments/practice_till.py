"""The practice till: a payment provider of our own, with a page, refunds, refusals, delays and double callbacks, and no money.

It stands for a real provider in every way the house can see: it keeps its own rows, it is asked through the same interface, and it
tells the house over HTTP (`practice_callbacks.py`). Law: a payment is decided once; a refund of the same id is made once;
refunds of a payment never exceed it. Rows are never deleted.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

import orjson

from saleroom.domain.decider import RefusedError
from saleroom.eventlog.pool import AWAY, Connection, Pool
from saleroom.payments import signature as signatures
from saleroom.payments.provider import Attempt, Callback, ProviderAwayError, Refund, Refunded

DELAY_SECONDS: Final = 5.0
TOKEN_BYTES: Final = 24  # 192 bits: whoever holds the address may pay, nobody else

Choice = Literal["succeed", "refuse", "delay", "twice", "keep"]
Status = Literal["open", "processing", "succeeded", "refused"]

_BEGIN: Final = """
INSERT INTO public.practice_payments (token, order_id, attempt, amount_minor, currency, words, return_url)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (order_id, attempt) DO NOTHING
"""
_BEGUN: Final = "SELECT token, amount_minor FROM public.practice_payments WHERE order_id = $1 AND attempt = $2"
_FIND: Final = """
SELECT token, order_id, attempt, amount_minor, currency, words, return_url, status, choice FROM public.practice_payments WHERE token = $1
"""
_DECIDE: Final = """
UPDATE public.practice_payments SET status = $2, choice = $3, decided_at = clock_timestamp() WHERE token = $1
"""
_TELL: Final = """
INSERT INTO public.practice_callbacks (token, n, outcome, next_at)
SELECT $1, n, $3, clock_timestamp() + make_interval(secs => $4) FROM generate_series(1, $2) AS n
"""
_PAID: Final = """
SELECT token, amount_minor, choice FROM public.practice_payments
 WHERE order_id = $1 AND ($2::integer IS NULL OR attempt = $2) AND status = 'succeeded' ORDER BY attempt FOR UPDATE
"""
_EARLIER: Final = "SELECT order_id, amount_minor, outcome, why_not FROM public.practice_refunds WHERE refund_id = $1"
_GIVEN_BACK: Final = """
SELECT coalesce(sum(amount_minor), 0)::bigint FROM public.practice_refunds WHERE token = $1 AND outcome = 'succeeded'
"""
_GIVE_BACK: Final = """
INSERT INTO public.practice_refunds (refund_id, order_id, token, amount_minor, reason, outcome, why_not) VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
_ONE_REFUND: Final = "SELECT pg_advisory_xact_lock(hashtextextended('practice refund', $1))"


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment as its page shows it."""

    order_id: int
    attempt: int
    amount_minor: int
    currency: str
    words: str
    return_url: str
    status: Status


class PracticeTill:
    """The till of one house; any number of workers share its rows.

    Args:
        pool: where its rows are.
        key: signs its callbacks, see `signature.derived_key`.
        public_address: of the pages, without a slash at its end.
        clock: the time, for the age of a callback.
        wake: called when the house is to be told something now.
    """

    def __init__(
        self, pool: Pool, key: bytes, public_address: str, clock: Callable[[], datetime], wake: Callable[[], None] = lambda: None
    ) -> None:
        self._pool, self._key, self._address, self._clock, self._wake = pool, key, public_address, clock, wake

    async def begin(self, attempt: Attempt) -> str:
        """See `PaymentProvider.begin`.

        Raises:
            ValueError: the attempt was begun before with another amount, which is a bug of the house.
        """
        token = secrets.token_urlsafe(TOKEN_BYTES)
        try:
            await self._pool.execute(
                _BEGIN, token, attempt.order_id, attempt.number, attempt.amount_minor, attempt.currency, attempt.words,
                attempt.return_url,
            )
            begun = await self._pool.fetchrow(_BEGUN, attempt.order_id, attempt.number)
        except AWAY as error:
            raise ProviderAwayError(repr(error)) from error
        assert begun is not None
        if begun["amount_minor"] != attempt.amount_minor:
            raise ValueError(f"attempt {attempt.number} of order {attempt.order_id} was begun with {begun['amount_minor']}")
        return f"{self._address}/pay/{begun['token']}"

    async def payment(self, token: str) -> Payment:
        """What the page of a payment shows.

        Raises:
            RefusedError: unknown_payment.
        """
        return _payment(await self._row(self._pool, token))

    async def choose(self, token: str, choice: Choice) -> Payment:
        """The payer decides; pressed twice it is the same decision.

        Raises:
            RefusedError: unknown_payment, or payment_decided when it was decided otherwise.
        """
        async with self._pool.acquire() as connection, connection.transaction():
            row = await self._row(connection, token, " FOR UPDATE")
            if row["status"] == "open":
                await self._decide(connection, token, choice)
            elif row["choice"] != choice:
                raise RefusedError("payment_decided", payment_status=row["status"])
            row = await self._row(connection, token)
        self._wake()
        return _payment(row)

    async def _decide(self, connection: Connection, token: str, choice: Choice) -> None:
        outcome = "refused" if choice == "refuse" else "succeeded"
        status = "processing" if choice == "delay" else outcome
        await connection.execute(_DECIDE, token, status, choice)
        times, seconds = (2 if choice == "twice" else 1), (DELAY_SECONDS if choice == "delay" else 0.0)
        await connection.execute(_TELL, token, times, outcome, seconds)

    async def _row(self, source: Pool | Connection, token: str, lock: str = "") -> Any:
        row = await source.fetchrow(_FIND + lock, token) if "\x00" not in token else None
        if row is None:
            raise RefusedError("unknown_payment")
        return row

    async def refund(self, refund: Refund) -> Refunded:
        """See `PaymentProvider.refund`; a till has no reason to be slow.

        Raises:
            ValueError: the id was used for another refund, which is a bug of the house.
        """
        try:
            async with self._pool.acquire() as connection, connection.transaction():
                await connection.execute(_ONE_REFUND, refund.refund_id)
                earlier = await connection.fetchrow(_EARLIER, refund.refund_id)
                if earlier is None:
                    outcome, why_not = await self._give_back(connection, refund)
                elif (earlier["order_id"], earlier["amount_minor"]) != (refund.order_id, refund.amount_minor):
                    raise ValueError(f"refund {refund.refund_id} was made before, for something else")
                else:
                    outcome, why_not = earlier["outcome"], earlier["why_not"]
        except AWAY as error:
            raise ProviderAwayError(repr(error)) from error
        return Refunded(outcome, f"practice-refund-{refund.refund_id}", why_not)

    async def _give_back(self, connection: Connection, refund: Refund) -> tuple[Literal["succeeded", "failed"], str]:
        """Take it from the first payment that has enough left and that the payer did not choose to be kept, under the lock of its row."""
        rows = await connection.fetch(_PAID, refund.order_id, refund.attempt)
        token, why_not = None, "there is no such payment" if not rows else "more than is left of the payment"
        for row in rows:
            if row["choice"] == "keep":
                why_not = "this payment is kept"
            elif await connection.fetchval(_GIVEN_BACK, row["token"]) + refund.amount_minor <= row["amount_minor"]:
                token, why_not = row["token"], ""
                break
        outcome: Literal["succeeded", "failed"] = "succeeded" if token else "failed"
        await connection.execute(
            _GIVE_BACK, refund.refund_id, refund.order_id, token, refund.amount_minor, refund.reason, outcome, why_not
        )
        return outcome, why_not

    def verify_callback(self, body: bytes, signature: str) -> Callback | None:
        """See `PaymentProvider.verify_callback`."""
        if not signatures.is_signed(self._key, body, signature, int(self._clock().timestamp())):
            return None
        told = orjson.loads(body)
        return Callback(told["order_id"], told["attempt"], told["outcome"], told["reference"])


def _payment(row: Any) -> Payment:
    return Payment(
        row["order_id"], row["attempt"], row["amount_minor"], row["currency"], row["words"], row["return_url"], row["status"]
    )

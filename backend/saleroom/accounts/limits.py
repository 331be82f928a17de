"""How often somebody may knock: fast limits in memory for bids and frames, slow ones in Postgres for the doors of accounts.

The bounds are PROTOCOL's. A fast limit lives with its socket or worker; a slow one is shared by all workers. A refused knock
is not counted, so whoever waits as told gets in. `SALEROOM_RATE_LIMITS=0` lifts all of them: then nobody calls this.
"""

import math
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from saleroom.accounts.tokens import Tokens
from saleroom.domain.decider import RefusedError
from saleroom.eventlog.pool import Pool


@dataclass(frozen=True, slots=True)
class Rate:
    """A fast limit: so many a second, and so many at once after a rest."""

    per_second: float
    burst: int


BIDS: Final = Rate(per_second=20, burst=40)
FRAMES: Final = Rate(per_second=50, burst=200)
BUCKETS_MAX: Final = 20_000  # about 4 MB


class Buckets:
    """Token buckets, one a key, in this process.

    At most `buckets_max` keys are remembered; then the one that knocked longest ago is forgotten, which is a full bucket
    again for whoever it was.

    Args:
        rate: the limit of each key.
        clock: seconds that never run backwards, such as `time.monotonic`.
        buckets_max: the bound of the memory.
    """

    def __init__(self, rate: Rate, clock: Callable[[], float], buckets_max: int = BUCKETS_MAX) -> None:
        self._rate = rate
        self._clock = clock
        self._buckets_max = buckets_max
        self._buckets: dict[Hashable, tuple[float, float]] = {}

    def seconds_to_wait(self, key: Hashable) -> float:
        """Take one token: 0 when there was one, else how long until there is."""
        now = self._clock()
        tokens, at = self._buckets.pop(key, (float(self._rate.burst), now))
        tokens = min(self._rate.burst, tokens + (now - at) * self._rate.per_second)
        is_there = tokens >= 1
        self._buckets[key] = (tokens - 1 if is_there else tokens, now)  # at the end: a dict keeps the order of knocking
        if len(self._buckets) > self._buckets_max:
            del self._buckets[next(iter(self._buckets))]
        return 0.0 if is_there else (1 - tokens) / self._rate.per_second

    def take(self, key: Hashable) -> None:
        """Take one token.

        Raises:
            RefusedError: rate_limited with `retry_after_seconds` when there is none.
        """
        wait = self.seconds_to_wait(key)
        if wait > 0:
            raise RefusedError("rate_limited", retry_after_seconds=math.ceil(wait))

    def forget(self, key: Hashable) -> None:
        """A socket is gone, and with it its bucket."""
        self._buckets.pop(key, None)

    def __len__(self) -> int:
        return len(self._buckets)


@dataclass(frozen=True, slots=True)
class Limit:
    """A slow limit: at most so many knocks within any window of so many seconds."""

    name: str
    knocks_max: int
    window_seconds: int


LOGIN_PER_ACCOUNT: Final = Limit("login-account", 10, 60)
LOGIN_PER_ADDRESS: Final = Limit("login-address", 60, 60)
REGISTER_PER_ADDRESS: Final = Limit("register-address", 60, 60)
FORGOT_PER_ACCOUNT: Final = Limit("forgot-account", 5, 3600)
VERIFY_PER_ACCOUNT: Final = Limit("verify-account", 5, 3600)  # ours: the letters of a change or a confirmation, as forgot

# One statement, so that the row's lock orders the workers. The window is exact: hits holds the time of each counted knock.
COUNT: Final = """
INSERT INTO public.rate_limits AS l (key, hits, stale_at) VALUES ($1, ARRAY[$2::timestamptz], $2 + $4::interval)
ON CONFLICT (key) DO UPDATE SET
    is_over = (SELECT count(*) FROM unnest(l.hits) AS hit WHERE hit > $2 - $4) >= $3,
    hits = CASE WHEN (SELECT count(*) FROM unnest(l.hits) AS hit WHERE hit > $2 - $4) >= $3 THEN l.hits
           ELSE array(SELECT hit FROM unnest(l.hits) AS hit WHERE hit > $2 - $4 ORDER BY hit) || $2 END,
    stale_at = greatest(l.stale_at, $2 + $4)
RETURNING is_over, (SELECT min(hit) FROM unnest(l.hits) AS hit WHERE hit > $2 - $4) AS oldest
"""
PRUNE: Final = "DELETE FROM public.rate_limits WHERE stale_at < $1"


class SlowLimits:
    """The limits that all workers share."""

    def __init__(self, pool: Pool, tokens: Tokens, clock: Callable[[], datetime]) -> None:
        self._pool = pool
        self._tokens = tokens
        self._clock = clock

    async def count(self, limit: Limit, who: str) -> None:
        """Count one knock.

        Args:
            limit: which limit.
            who: the account or address; kept as a keyed hash only.

        Raises:
            RefusedError: rate_limited with `retry_after_seconds`; the knock is not counted then.
        """
        now, window = self._clock(), timedelta(seconds=limit.window_seconds)
        row = await self._pool.fetchrow(COUNT, self._tokens.keyed_hash("limit", limit.name, who), now, limit.knocks_max, window)
        if row is not None and row["is_over"]:
            wait = (row["oldest"] + window - now).total_seconds()
            raise RefusedError("rate_limited", retry_after_seconds=max(1, math.ceil(wait)))

    async def prune(self) -> None:
        """Delete the rows whose window is over."""
        await self._pool.execute(PRUNE, self._clock())

"""Which agents say that they are there, and when they were last heard of. What follows from it are facts of the help desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from saleroom.eventlog.pool import Connection, Pool

UNHEARD_MAX: Final = timedelta(minutes=2)  # CH-ASG's heartbeat

_SAY: Final = """
INSERT INTO public.agent_presence (agent_id, capacity, is_available, seen_at) VALUES ($1, $2, $3, clock_timestamp())
ON CONFLICT (agent_id) DO UPDATE SET capacity = excluded.capacity, is_available = excluded.is_available, seen_at = excluded.seen_at
"""
_BEAT: Final = "UPDATE public.agent_presence SET seen_at = clock_timestamp() WHERE agent_id = ANY($1)"
_ALL: Final = """
SELECT agent_id, capacity, is_agent AND is_available AND seen_at > clock_timestamp() - $1::interval AS is_there, is_agent
  FROM (SELECT p.*, u.is_active AND (u.is_superuser OR u.roles && '{agent,admin}') AS is_agent
          FROM public.agent_presence p JOIN public.users u ON u.id = p.agent_id) AS known
"""


@dataclass(frozen=True, slots=True)
class Agent:
    """An agent, whether he is there and still one, and how many conversations he takes at once."""

    agent_id: int
    capacity: int
    is_there: bool
    is_agent: bool


async def say(source: Pool | Connection, agent_id: int, capacity: int, *, is_available: bool) -> None:
    """An agent says whether he is there."""
    await source.execute(_SAY, agent_id, capacity, is_available)


async def beat(source: Pool | Connection, agents: Sequence[int]) -> None:
    """These agents have a socket open."""
    await source.execute(_BEAT, agents)


async def every(source: Pool | Connection) -> list[Agent]:
    """All who ever said that they were there."""
    return [Agent(**dict(row)) for row in await source.fetch(_ALL, UNHEARD_MAX)]

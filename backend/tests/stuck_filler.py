"""A filler that stands still between applying a page of facts and committing it, until it is killed.

Usage: python -m tests.stuck_filler ADDRESS STREAM; it says `applied` when it stands.
"""

import asyncio
import dataclasses
import sys
from collections.abc import Sequence

from saleroom.eventlog.log import Recorded
from saleroom.eventlog.pool import Connection, open_pool
from saleroom.nouns import CODECS
from saleroom.projections import cursors
from saleroom.projections.bidders import BIDDERS


async def main(address: str, stream: int) -> None:
    async def apply(connection: Connection, stream: int, recorded: Sequence[Recorded]) -> None:
        await BIDDERS.apply(connection, stream, recorded)
        print("applied", flush=True)
        while True:
            await connection.execute("SELECT pg_sleep(0.1)")  # an idle transaction would be ended by Postgres

    await cursors.fill(await open_pool(address), dataclasses.replace(BIDDERS, apply=apply), CODECS["auctions"], stream)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))

"""Dumps the schema that the migrations make, in a form that is the same on every machine and at every hour."""

import asyncio
import re
import subprocess
import tempfile
from pathlib import Path

from saleroom.startup.database import bring_up_to_date, embedded_addresses
from saleroom.startup.postgres import Postgres, PostgresProblem

HEADER = "-- The whole schema as the migrations make it. Made by `saleroom dump-schema`; never edited; a test compares.\n"
_NOISE = re.compile(r"^(--.*|SET .*;|SELECT pg_catalog\.set_config.*;|\\(un)?restrict .*)$\n?", re.MULTILINE)


def dumped_schema(folder: Path) -> str:
    """The normalised pg_dump of an empty database that was just migrated.

    Args:
        folder: the repository's db folder.

    Raises:
        PostgresProblem: when there is no Postgres to do it with, or pg_dump fails.
    """
    with tempfile.TemporaryDirectory(prefix="saleroom-schema-") as place:
        Path(place).chmod(0o755)  # root's server runs as another user, who must come in
        postgres = Postgres(Path(place) / "data", options=("fsync=off",))
        try:
            postgres.start()
            return asyncio.run(_dumped(postgres, folder))
        finally:
            postgres.stop()


async def _dumped(postgres: Postgres, folder: Path) -> str:
    addresses = await embedded_addresses(postgres, "schema")
    await bring_up_to_date(addresses, folder)
    made = await asyncio.to_thread(
        subprocess.run,
        [str(postgres.program("pg_dump")), "--schema-only", "--no-owner", "--no-tablespaces", addresses.owner],
        capture_output=True, text=True,
    )
    if made.returncode:
        raise PostgresProblem(f"pg_dump failed:\n{made.stderr.strip()}")
    return normalised(made.stdout)


def normalised(dump: str) -> str:
    """A dump without comments, session settings, versions and random marks."""
    text = _NOISE.sub("", dump)
    return HEADER + "\n" + re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"

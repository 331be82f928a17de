"""Parties of bidders or buyers in processes of their own: started, seated, let go, listened to."""

import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.actors import REPOSITORY, Person, sign_up
from tests.crowd.ledger import read_papers, violations


@dataclass
class Party:
    """One process with some sockets."""

    folder: Path
    process: subprocess.Popen[str]

    def wait_for(self, word: str) -> None:
        """Read what the process says until it says this."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.strip() == word:
                return
        raise AssertionError(f"a party of bidders ended without saying {word!r}")

    def go(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def transcripts(self) -> list[dict[str, Any]]:
        """Wait for its end and read what everyone heard."""
        assert self.process.stdout is not None
        self.process.stdout.read()
        assert self.process.wait() == 0
        read: list[dict[str, Any]] = json.loads((self.folder / "answers.json").read_text())
        return read


@dataclass
class Crowd:
    """All parties of one lot."""

    lot_id: int
    parties: list[Party] = field(default_factory=list)

    def all_say(self, word: str) -> None:
        for party in self.parties:
            party.wait_for(word)

    def go(self) -> None:
        for party in self.parties:
            party.go()

    def transcripts(self) -> list[dict[str, Any]]:
        return [one for party in self.parties for one in party.transcripts()]

    def broken_promises(self, owner: str) -> list[str]:
        """Wait for everyone, then put the log beside what they were told."""
        told = self.transcripts()
        papers = asyncio.run(read_papers(owner, self.lot_id, told))
        return violations(papers)


@contextmanager
def seated(
    lot_id: int, tables: list[list[dict[str, Any]]], seed: int, module: str = "tests.crowd.bidders", **plan: Any
) -> Iterator[Crowd]:
    """A process for each table, everybody in the room of a lot (or of what `module` presses for); at the end no process is left."""
    crowd = Crowd(lot_id)
    with tempfile.TemporaryDirectory(prefix="saleroom-crowd-") as place:
        try:
            for n, seats in enumerate(tables):
                folder = Path(place) / str(n)
                folder.mkdir()
                (folder / "plan.json").write_text(json.dumps({**plan, "number": lot_id, "seats": seats, "seed": seed * 1_000 + n}))
                process = subprocess.Popen(
                    [sys.executable, "-m", module, str(folder / "plan.json"), str(folder / "answers.json")],
                    cwd=REPOSITORY / "backend", stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                )
                crowd.parties.append(Party(folder, process))
            crowd.all_say("ready")
            yield crowd
        finally:
            for party in crowd.parties:
                if party.process.poll() is None:
                    party.process.kill()
                party.process.communicate()


def seat(person: Person | None, base: str, bids: int) -> dict[str, Any]:
    """One socket at one worker."""
    return {"base": base, "bids": bids} if person is None else {"base": base, "bids": bids, "token": person.token, "person": person.id}


def people(base: str, count: int) -> list[Person]:
    """So many new people."""
    return [sign_up(base) for _ in range(count)]


def finish(admin: Person, lot_id: int) -> None:
    """The administrator lets the hammer fall."""
    answer = admin.post(f"/lots/{lot_id}/finish", {"reason": "the test is over"})
    assert answer.status_code == 200, answer.text


def bid_count(base: str, lot_id: int) -> int:
    """Bids taken so far."""
    return int(httpx.get(f"{base}/lots/{lot_id}", timeout=30).json()["bid_count"])

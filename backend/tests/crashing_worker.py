"""A worker that pulls a plug at a named point of a bid's path: its own, or that of Postgres with all its sessions.

The environment says which: CRASH_POINT (as `Handle` names them), CRASH_PASS (at which pass), CRASH_PID (Postgres; without it
the worker kills itself). `before_publish` of a worker is "after the answer, before the frame": the answers are given the
time to leave, and no frame follows.
"""

import asyncio
import os
import signal
import subprocess
from collections.abc import Callable, Coroutine
from typing import Any

from saleroom import main, settings, wiring
from saleroom.eventlog.clock import DatabaseClock
from saleroom.handle import Handle
from saleroom.wiring import Hooks, Worker

ANSWERS_LEAVE_SECONDS = 0.1


def kill_with_children(pid: int) -> None:
    """SIGKILL to a Postgres and to each of its sessions."""
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()
    for one in (pid, *map(int, found)):
        try:
            os.kill(one, signal.SIGKILL)
        except ProcessLookupError:
            pass


class Plug:
    """Pulled once, at the n-th pass of a point."""

    def __init__(self, point: str, passes: int, postgres: int | None) -> None:
        self._point, self._left, self._postgres = point, passes, postgres
        self.handle: Handle | None = None

    def __call__(self, point: str) -> None:
        if point != self._point:
            return
        self._left -= 1
        if self._left != 0:
            return
        if self._postgres is not None:
            kill_with_children(self._postgres)
        elif point == "before_publish":
            assert self.handle is not None
            self.handle._publish = lambda published: None
            asyncio.get_running_loop().call_later(ANSWERS_LEAVE_SECONDS, end_at_once)
        else:
            end_at_once()


def end_at_once() -> None:
    """As the kernel would."""
    os.kill(os.getpid(), signal.SIGKILL)


def plugged(plug: Plug) -> Callable[[settings.Settings], Coroutine[Any, Any, Worker]]:
    """`wiring.build` with the plug in its place."""

    async def build(loaded: settings.Settings) -> Worker:
        worker = await wiring.build(loaded, Hooks(DatabaseClock(), plug))
        plug.handle = worker.house.handle
        return worker

    return build


if __name__ == "__main__":
    postgres = os.environ.get("CRASH_PID")
    pulled = Plug(os.environ["CRASH_POINT"], int(os.environ["CRASH_PASS"]), int(postgres) if postgres else None)
    setattr(main, "build", plugged(pulled))  # noqa: B010 - the name is imported there, so it is replaced there
    main.main()

"""A load client in a process of its own: an object whose coroutines are called over a pipe.

Client and server must not share an interpreter; that they share the machine's cores is said in the results.
"""

import asyncio
import multiprocessing
from multiprocessing.connection import Connection
from typing import Any, Self

import uvloop

_spawn = multiprocessing.get_context("spawn")


class Remote:
    """One object of `cls`, living in another process; used as a context.

    Args:
        cls: a class without arguments, importable by name; its public coroutines can be called.
    """

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __enter__(self) -> Self:
        self._pipe, theirs = _spawn.Pipe()
        self._process = _spawn.Process(target=_live, args=(self._cls, theirs), daemon=True)
        self._process.start()
        theirs.close()
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.close()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()

    def begin(self, method: str, *arguments: Any) -> None:
        """Call a coroutine there without waiting; `result` waits."""
        self._pipe.send((method, arguments))

    def result(self) -> Any:
        """What the last call returned.

        Raises:
            RuntimeError: with the error's text, when it failed over there.
        """
        told, answer = self._pipe.recv()
        if told == "failed":
            raise RuntimeError(answer)
        return answer

    def call(self, method: str, *arguments: Any) -> Any:
        """Call a coroutine there and wait for what it returns."""
        self.begin(method, *arguments)
        return self.result()


def _live(cls: type, pipe: Connection) -> None:
    uvloop.run(_serve(cls(), pipe))


async def _serve(living: Any, pipe: Connection) -> None:
    """Obey until the pipe is closed. Waiting for a command happens in a thread, so sockets go on being read meanwhile."""
    loop = asyncio.get_running_loop()
    while True:
        try:
            method, arguments = await loop.run_in_executor(None, pipe.recv)
        except EOFError:
            return
        try:
            pipe.send(("done", await getattr(living, method)(*arguments)))
        except Exception as error:
            pipe.send(("failed", repr(error)))

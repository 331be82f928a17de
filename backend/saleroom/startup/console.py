"""Shows what every part says, each line with a short prefix, without ever making a part wait for the screen.

Lines go into a bounded queue that one thread writes out. A screen that stands still (Ctrl-S, a pipe nobody reads) costs
the oldest lines, which are counted, and never blocks a child.
"""

import os
import threading
import time
from collections import deque

LINES_MAX = 5_000  # about a minute of a talkative house
LINE_CHARS_MAX = 4_000  # longer lines are cut; a stack frame fits ten times
COLOURS = (36, 32, 35, 33, 34, 96, 92, 95)
PREFIX_CHARS = 9


class Console:
    """The screen of one house.

    Args:
        descriptor: an open file descriptor, usually 1; it is written to directly, so that no buffer's lock can hang at exit.
    """

    def __init__(self, descriptor: int = 1) -> None:
        self._descriptor = descriptor
        self._is_coloured = os.isatty(descriptor) and not os.environ.get("NO_COLOR")
        self._lines: deque[str] = deque()
        self._left_out = 0
        self._colours: dict[str, int] = {}
        self._is_writing = False
        self._changed = threading.Condition()
        threading.Thread(target=self._write_out, name="console", daemon=True).start()

    def say(self, text: str) -> None:
        """One or more lines of the house itself."""
        for line in text.splitlines() or [""]:
            self._put(line)

    def line(self, part: str, text: str) -> None:
        """One line of a part."""
        prefix = f"{part:<{PREFIX_CHARS}}|"
        if self._is_coloured:
            colour = self._colours.setdefault(part, COLOURS[len(self._colours) % len(COLOURS)])
            prefix = f"\x1b[{colour}m{prefix}\x1b[0m"
        self._put(f"{prefix} {text[:LINE_CHARS_MAX]}")

    def _put(self, line: str) -> None:
        with self._changed:
            if len(self._lines) >= LINES_MAX:
                self._lines.popleft()
                self._left_out += 1
            self._lines.append(line)
            self._changed.notify()

    def _write_out(self) -> None:
        while True:
            with self._changed:
                self._is_writing = False
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._lines)
                self._is_writing = True
                lines = [f"… {self._left_out} lines left out: nobody read them"] if self._left_out else []
                lines += self._lines
                self._lines.clear()
                self._left_out = 0
            rest = ("\n".join(lines) + "\n").encode(errors="replace")
            while rest:
                try:
                    rest = rest[os.write(self._descriptor, rest):]
                except BlockingIOError:
                    time.sleep(0.05)
                except OSError:  # the reader is gone: what cannot be shown must not stop the house
                    rest = b""

    def flush(self, seconds_max: float = 1.0) -> None:
        """Wait until everything is written, but not for a screen that stands still."""
        with self._changed:
            self._changed.wait_for(lambda: not self._lines and not self._is_writing, seconds_max)

"""What every socket of the house may say: heard frame by frame, handed to its door, and told of everything wrong with it.

A `Door` says whose streams it shows and what its clients may send (`api/live.py` is a lot's). A bad frame is answered with an
ERROR and never closes the socket below the limits. The acting person is the session's, never the message's. How a socket comes and
goes stands in `api/sockets.py`.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

import orjson
import structlog

from saleroom.accounts.limits import FRAMES, Buckets
from saleroom.api.answers import error_frame, refusal
from saleroom.api.deps import House
from saleroom.domain.decider import Refused, RefusedError
from saleroom.eventlog.codec import uuid_of
from saleroom.eventlog.pool import AWAY
from saleroom.handle import Busy
from saleroom.realtime.members import Member
from saleroom.realtime.rooms import Room

FRAME_BYTES_MAX: Final = 64 * 1024
REFUSED_FRAMES_MAX: Final = 1_000
ERRANDS_MAX: Final = 50  # of one socket

TOO_MANY: Final = 4429
BROKEN: Final = 1011

Frame = dict[str, Any]

logger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Door:
    """One kind of channel.

    Attributes:
        kind: the noun of the streams that it shows.
        unknown: the refusal's code where there is no such stream.
        field: the field of a client's frame that says what it asks.
        handlers: what a client may ask, and who sees to it. A handler may raise RefusedError or Busy; the sender is told as ERROR.
    """

    kind: str
    unknown: str
    field: str
    handlers: Mapping[str, Callable[["Channel", Frame], None]]


class Channel:
    """One open socket and where it belongs."""

    __slots__ = ("_bucket", "_door", "_errands", "_refused_frames", "_running", "house", "member", "room", "stream")

    def __init__(self, house: House, door: Door, member: Member, room: Room, stream: int) -> None:
        self.house, self.member, self.room, self.stream = house, member, room, stream
        self._door = door
        self._bucket = Buckets(FRAMES, time.monotonic) if house.policy.rate_limits else None
        self._refused_frames = 0
        self._errands: deque[tuple[Coroutine[Any, Any, None], str | None]] = deque()
        self._running: asyncio.Task[None] | None = None

    def send(self, text: str) -> None:
        """Send a frame that must arrive to this socket alone."""
        self.member.send(text)

    def error(self, refused: Refused, command_id: str | None = None) -> None:
        """Tell this socket that something was refused."""
        self.member.send(error_frame(refused, command_id))

    def signed_in(self) -> int:
        """Who acts here.

        Raises:
            RefusedError: not_signed_in.
        """
        if self.member.person_id is None:
            raise RefusedError("not_signed_in")
        return self.member.person_id

    def acting(self, frame: Frame) -> int:
        """Who acts with a frame that may name its `user_id`.

        Raises:
            RefusedError: not_signed_in, not_you, or not_verified where the house wants verified people.
        """
        person_id = self.signed_in()
        if frame.get("user_id") is not None and (frame["user_id"] != person_id or isinstance(frame["user_id"], bool)):
            raise RefusedError("not_you")
        if not self.member.is_verified:
            raise RefusedError("not_verified")
        return person_id

    def take(self, text: str | None) -> None:
        """One message: count, parse, hand on. Everything wrong with it is answered to its sender alone; None stands for bytes."""
        if self._bucket is not None and not self._may_knock(self._bucket):
            return
        command_id: str | None = None
        try:
            frame = _parsed(text)
            if isinstance(frame.get("command_id"), str):
                command_id = frame["command_id"]
            asked = frame.get(self._door.field)
            handler = self._door.handlers.get(asked) if isinstance(asked, str) else None
            if handler is None:
                raise RefusedError("unknown_type", known=", ".join(self._door.handlers))
            handler(self, frame)
        except RefusedError as error:
            self.error(error.refused, command_id)
        except Busy:
            self.error(Refused("busy", {"retry_after_seconds": 1}), command_id)
        except Exception:
            logger.exception("frame_broke")
            self.member.close(BROKEN)

    def later(self, errand: Coroutine[Any, Any, None], command_id: str | None = None) -> None:
        """Do what needs waiting for, one errand of this socket after the other; what it refuses is answered as ERROR.

        Raises:
            Busy: too many wait; nothing is done.
        """
        if len(self._errands) >= ERRANDS_MAX:
            errand.close()
            raise Busy
        self._errands.append((errand, command_id))
        if self._running is None:
            self._running = asyncio.get_running_loop().create_task(self._run_errands())

    async def _run_errands(self) -> None:
        """Finishes what was taken, also when the socket is gone: it may be stored already."""
        try:
            while self._errands:
                errand, command_id = self._errands.popleft()
                try:
                    await errand
                except RefusedError as error:
                    self.error(error.refused, command_id)
                except (Busy, *AWAY):
                    self.error(Refused("unavailable", {"retry_after_seconds": 1}), command_id)
                except Exception as error:
                    self.error(refusal(error), command_id)
        finally:
            self._running = None

    def _may_knock(self, bucket: Buckets) -> bool:
        try:
            bucket.take(0)
        except RefusedError as error:
            self._refused_frames += 1
            if self._refused_frames >= REFUSED_FRAMES_MAX:
                self.member.close(TOO_MANY)
            self.error(error.refused)
            return False
        return True


def _parsed(text: str | None) -> Frame:
    if text is None:
        raise RefusedError("malformed", reason="frames are JSON text, not bytes.")
    if len(text) > FRAME_BYTES_MAX or len(text.encode()) > FRAME_BYTES_MAX:
        raise RefusedError("too_large", bytes_max=FRAME_BYTES_MAX)
    try:
        frame = orjson.loads(text)
    except (orjson.JSONDecodeError, RecursionError):
        raise RefusedError("malformed", reason="this is not JSON (NaN and Infinity are none either).") from None
    if not isinstance(frame, dict):
        raise RefusedError("malformed", reason="a frame is a JSON object with a type.")
    return frame


def command_id_of(given: object) -> UUID:
    """A client's command id, or a new one when none was given.

    Raises:
        RefusedError: malformed, when it is no UUID.
    """
    if given is None:
        return uuid4()
    try:
        if isinstance(given, str) and len(given) <= 64:
            return uuid_of(given)
    except ValueError:
        pass
    raise RefusedError("malformed", field="command_id", reason="command_id must be a UUID.")


def command_of(frame: Frame) -> tuple[UUID, str]:
    """The command id of a frame, and the same as its sender wrote it (or as we made it), to be told with the answer.

    Raises:
        RefusedError: malformed, when it is no UUID.
    """
    command_id = command_id_of(frame.get("command_id"))
    return command_id, frame.get("command_id") or str(command_id)

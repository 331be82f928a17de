"""What people send to hold tickets, to queue for them, and to direct a queue."""

from collections.abc import Sequence
from typing import Annotated, Final, Literal

from pydantic import BaseModel, Field

from saleroom.api.fields import clean
from saleroom.domain.decider import RefusedError
from saleroom.domain.ticket_sales.commands import Hold, PauseQueue, ResumeQueue, ServeQueue, TicketType

COUNT_MAX: Final = 2**31 - 1
LINES_MAX: Final = 30
SEATS_MAX: Final = 100

Whole = Annotated[int, Field(ge=1, le=COUNT_MAX, strict=True)]
CommandId = Annotated[str | None, Field(max_length=64, description="In place of the header Idempotency-Key.")]


class LineForm(BaseModel):
    """So many tickets of one type."""

    ticket_type_id: Whole
    quantity: Whole = 1


class HoldForm(BaseModel):
    """Which tickets to hold: `lines`, `seats`, or both; or the `best_available` seats of the type `ticket_type_id`.

    Seats of a zone go to its lines in the order in which seats and lines are named; those that no line names are taken as the first
    type that sells their zone. `accessible`: among the best available is a wheelchair place, its companions beside it.
    """

    lines: Annotated[list[LineForm], Field(max_length=LINES_MAX)] = []
    seats: Annotated[list[Annotated[str, Field(min_length=1, max_length=32)]], Field(max_length=SEATS_MAX)] = []
    best_available: Whole | None = None
    ticket_type_id: Whole | None = None
    accessible: bool = False
    command_id: CommandId = None

    def command(self, person_id: int) -> Hold:
        """The command.

        Raises:
            RefusedError: malformed, when it does not say what is wanted.
        """
        if (self.best_available is None) != (self.ticket_type_id is None):
            raise RefusedError("malformed", field="ticket_type_id", reason="best_available and ticket_type_id are sent together.")
        if not (self.lines or self.seats or self.best_available):
            raise RefusedError("malformed", field="lines", reason="Say lines, seats, or best_available with ticket_type_id.")
        lines = tuple((line.ticket_type_id, line.quantity) for line in self.lines)
        seats = tuple(clean(seat) for seat in self.seats)
        if len(set(seats)) < len(seats):
            raise RefusedError("malformed", field="seats", reason="Name each seat once.")
        return Hold(person_id, lines, seats, self.best_available, self.ticket_type_id, self.accessible)


class RequestForm(BaseModel):
    """A place in the queue for tickets."""

    event_id: Annotated[int, Field(strict=True)]
    ticket_type: Annotated[str, Field(min_length=1, max_length=80)] | Whole
    quantity: Whole = 1
    command_id: CommandId = None


class QueueForm(BaseModel):
    """What an organiser does with the queue; `count` is for `serve`."""

    action: Literal["pause", "resume", "serve"]
    count: Whole = 1

    def command(self, by: int) -> PauseQueue | ResumeQueue | ServeQueue:
        """The command."""
        match self.action:
            case "pause":
                return PauseQueue(by)
            case "resume":
                return ResumeQueue(by)
            case "serve":
                return ServeQueue(by, self.count)


def type_asked(types: Sequence[TicketType], asked: str | int) -> TicketType:
    """The ticket type of a name, of an id, or else the first one in a lane.

    It does not depend on what is left, so that a retry asks for the same.

    Raises:
        RefusedError: unknown_ticket_type.
    """
    wanted = str(asked).strip().casefold()
    for found in (
        [kind for kind in types if kind.name.casefold() == wanted],
        [kind for kind in types if str(kind.id) == wanted],
        [kind for kind in types if kind.lane == wanted],
    ):
        if found:
            return found[0]
    raise RefusedError("unknown_ticket_type", known=[kind.name for kind in types])

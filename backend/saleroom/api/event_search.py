"""What the programme is asked for: words, a day or a span of time, an organiser, states, a page."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

from pydantic import BaseModel, Field

from saleroom.api.auctions import NUMBER_MAX
from saleroom.api.fields import YEAR_MAX, utc
from saleroom.domain.decider import RefusedError
from saleroom.projections.ticket_sales import SaleQuery, Sort
from saleroom.realtime import frames


class EventSearch(BaseModel):
    """The query of `GET /events`. Everything that is said must fit.

    `sort=start` has what is still to come first, the soonest at the top, and then what is over, the latest at the top.
    """

    q: Annotated[str, Field(max_length=200)] = ""
    day: Annotated[date | None, Field(alias="date", description="The concert starts on this day, in UTC.")] = None
    since: Annotated[datetime | None, Field(alias="from", description="The concert starts then or later.")] = None
    before: Annotated[datetime | None, Field(alias="to", description="The concert starts before that.")] = None
    organizer_id: Annotated[int | None, Field(ge=1, le=NUMBER_MAX)] = None
    status: list[frames.SaleStatus] = []
    sort: Sort = "start"
    limit: Annotated[int, Field(ge=1, le=100)] = 20
    offset: Annotated[int, Field(ge=0, le=NUMBER_MAX)] = 0

    def query(self) -> SaleQuery:
        """The same for the read table.

        Raises:
            RefusedError: malformed, for a year that clients do not understand.
        """
        earliest, latest = utc(self.since, "from"), utc(self.before, "to")
        if self.day is not None:
            if self.day.year > YEAR_MAX:
                raise RefusedError("malformed", field="date", reason=f"date must be a day up to the year {YEAR_MAX}.")
            begins = datetime.combine(self.day, time(), UTC)
            ends = begins + timedelta(days=1)
            earliest, latest = max(begins, earliest or begins), min(ends, latest or ends)
        return SaleQuery(self.q, tuple(self.status) or None, self.organizer_id, earliest, latest, self.sort, self.limit, self.offset)

"""What people send to put a concert on sale or to change one, as JSON or as a form with pictures.

In a form `ticket_types`, `quotas` and `hall` are JSON texts. Prices go through `domain.money`, so that strings, negative numbers and
three decimals get their own codes; what sizes, sections and limits may be is the domain's to say.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from saleroom.api.bodies import FORM_TYPE, JSON_TYPE, described
from saleroom.api.fields import Address, Line, Price, Time, Title, clean, price_minor, utc
from saleroom.domain.decider import RefusedError
from saleroom.domain.seating.shape import Hall
from saleroom.domain.ticket_sales.commands import RefundPolicy, SaleTerms, SaleWords, SharedQuota, TicketType
from saleroom.projections.ticket_sales import SaleRow

COUNT_MAX: Final = 2**31 - 1
LIST_MAX: Final = 100
SEATS_MAX: Final = 5_000

AS_JSON: Final = frozenset({"ticket_types", "quotas", "hall", "blocked_seats", "limit_per_user", "seat_map_id", "hold_seconds",
                            "order_max", "lane_weight"})
"""The fields whose text in a form is JSON."""

TAKEN_AWAY: Final = ("doors_open_time",)
"""What an edit by form takes away with the text `null`, as JSON does with null: an empty text counts as not sent, and it would stay."""

KEPT: Final = frozenset({"ticket_types", "quotas", "blocked_seats", "hold_seconds", "order_max", "lanes", "lane_weight", "doors_open_time"})
"""What the body of an edit may leave out and stays as it is, besides pictures and hall."""

Count = Annotated[int, Field(ge=0, le=COUNT_MAX, strict=True)]
Number = Annotated[int, Field(ge=1, le=COUNT_MAX, strict=True)]
Name = Annotated[str, Field(min_length=1, max_length=80)]


def _in_small_letters(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


Lane = Annotated[Literal["vip", "regular"], BeforeValidator(_in_small_letters)]
AnyHall = Annotated[Any, WithJsonSchema({"type": "object", "description": "A hall, as `/seat-maps/{id}/export` gives it."})]


class RefundForm(BaseModel):
    """Until when a ticket is given back in full, and until when for all but a fee; nothing after that."""

    full_until: Time | None = None
    fee_until: Time | None = None
    fee: Price = 0

    def policy(self, at: str) -> RefundPolicy:
        """The policy; `at` is where it stands.

        Raises:
            RefusedError: the amount's codes, or malformed.
        """
        full_until, fee_until = utc(self.full_until, f"{at}.full_until"), utc(self.fee_until, f"{at}.fee_until")
        return RefundPolicy(full_until, fee_until, price_minor(self.fee, f"{at}.fee"))


class TicketTypeForm(BaseModel):
    """One kind of ticket. `available_qty` is how many there are in all; a type that sells a section may leave it to the hall.

    `total_qty` is the same by the name that an event shows it by, and wins where both are sent: what was read can be sent back.
    """

    model_config = ConfigDict(str_strip_whitespace=True)

    id: Number | None = None
    seat_type: Name
    price: Price
    available_qty: Count | None = None
    total_qty: Count | None = None
    lane: Lane | None = None
    section: Name | None = None
    quota: Name | None = None
    refund: RefundForm | None = None

    @property
    def has_size(self) -> bool:
        """Whether it says how many there are."""
        return self.available_qty is not None or self.total_qty is not None

    def ticket_type(self, place: int, hall: Hall | None) -> TicketType:
        """The type; `place` is where it stands in the list.

        Raises:
            RefusedError: the amount's codes, or malformed without a number of tickets.
        """
        at, name = f"ticket_types[{place}]", clean(self.seat_type)
        quantity = self.available_qty if self.total_qty is None else self.total_qty
        if quantity is None:
            quantity = _places(hall, self.section) if hall and self.section else None
        if quantity is None:
            raise RefusedError("malformed", field=f"{at}.available_qty", reason=f"{at}.available_qty: say how many tickets there are.")
        return TicketType(
            name, price_minor(self.price, f"{at}.price"), quantity, self.lane or ("vip" if name.casefold() == "vip" else "regular"),
            clean(self.section) if self.section else None, clean(self.quota) if self.quota else None,
            self.refund.policy(f"{at}.refund") if self.refund else None, self.id or 0,
        )


class QuotaForm(BaseModel):
    """A number of places that several ticket types share."""

    model_config = ConfigDict(str_strip_whitespace=True)

    name: Name
    size: Count


class EventForm(BaseModel):
    """A concert: its words, its times and what is sold. A sale start in the past means now; without an end, its start is the end.

    `limit_one_ticket_per_user` is `limit_per_user` 1. `hall` is a hall of its own, `seat_map_id` a stored one; the event keeps a copy.
    """

    model_config = ConfigDict(str_strip_whitespace=True)

    title: Title
    sale_start_time: Time
    start_time: Time
    end_time: Time | None = None
    organizer: Line = ""
    location: Line = ""
    description: Annotated[str, Field(max_length=20_000)] = ""
    cover_image: Address | None = None
    seat_map_url: Address | None = None
    limit_one_ticket_per_user: bool | None = None
    limit_per_user: Number | None = None
    ticket_types: Annotated[list[TicketTypeForm], Field(max_length=LIST_MAX)] = []
    quotas: Annotated[list[QuotaForm], Field(max_length=LIST_MAX)] = []
    doors_open_time: Time | None = None
    hold_seconds: Count = 900
    order_max: Count | None = None
    lanes: Literal["weighted", "strict"] = "weighted"
    lane_weight: Count = 3
    blocked_seats: Annotated[list[Annotated[str, Field(max_length=32)]], Field(max_length=SEATS_MAX)] = []
    seat_map_id: Annotated[int, Field(ge=1, le=2**53, strict=True)] | None = None
    hall: AnyHall | None = None

    def words(self) -> SaleWords:
        """What the event says of itself."""
        return SaleWords(
            clean(self.title), clean(self.organizer), clean(self.location), clean(self.description), clean(self.cover_image or ""),
            clean(self.seat_map_url or ""),
        )

    def terms(self, hall: Hall | None) -> SaleTerms:
        """The terms, with the hall that sections are counted by.

        Raises:
            RefusedError: the amount's codes, or malformed.
        """
        starts_at = utc(self.start_time, "start_time")
        assert starts_at is not None
        return SaleTerms(
            utc(self.sale_start_time, "sale_start_time"), starts_at, utc(self.end_time, "end_time"),
            tuple(kind.ticket_type(place, hall) for place, kind in enumerate(self.ticket_types)),
            tuple(SharedQuota(clean(quota.name), quota.size) for quota in self.quotas),
            1 if self.limit_one_ticket_per_user else self.limit_per_user, utc(self.doors_open_time, "doors_open_time"),
            self.hold_seconds, self.order_max, self.lanes, self.lane_weight, tuple(clean(seat) for seat in self.blocked_seats),
        )

    def words_over(self, sale: SaleRow) -> SaleWords:
        """The words of an edit: pictures that it does not name stay, an empty address takes one away."""
        words = self.words()
        cover = sale.words.cover_image if self.cover_image is None else words.cover_image
        drawing = sale.words.seat_map_url if self.seat_map_url is None else words.seat_map_url
        return replace(words, cover_image=cover, seat_map_url=drawing)

    def terms_over(self, sale: SaleRow, hall: Hall | None) -> SaleTerms:
        """The terms of an edit: what is in `KEPT` and not named stays.

        Raises:
            RefusedError: as `terms`.
        """
        terms, before = self.terms(hall), sale.terms
        kept = {_TERM_OF.get(name, name) for name in KEPT - self.model_fields_set}
        terms = replace(terms, **{name: getattr(before, name) for name in kept})
        if hall is None or "blocked_seats" not in kept:
            return terms
        seats = {seat.id for part in hall.sections for row in part.rows for seat in row.seats}  # a new hall may lack some of them
        return replace(terms, blocked_seats=tuple(seat for seat in terms.blocked_seats if seat in seats))


_TERM_OF: Final = {"ticket_types": "types", "doors_open_time": "doors_open_at"}


def _places(hall: Hall, section: str) -> int:
    """How many people a zone of the hall takes; 0 for an unknown one, which the domain refuses and names those that there are."""
    wanted = section.casefold()
    zone = next((zone.id for zone in hall.zones if wanted in (zone.id.casefold(), zone.name.casefold())), None)
    seats = sum(seat.zone == zone for part in hall.sections for row in part.rows for seat in row.seats)
    return seats + sum(area.capacity for area in hall.standing if area.zone == zone)


def _form_schema() -> dict[str, Any]:
    """The same as a form: JSON as text, and two files."""
    schema = described(EventForm)
    for name in ("ticket_types", "quotas", "hall", "blocked_seats"):
        schema["properties"][name] = {"type": "string", "description": f"`{name}` as JSON text."}
    for name in ("image", "seat_map"):
        schema["properties"][name] = {"type": "string", "format": "binary", "description": "JPEG, PNG, WebP or GIF, at most 10 MB."}
    return schema


BODY: Final[Mapping[str, Any]] = {
    "requestBody": {
        "required": True, "content": {JSON_TYPE: {"schema": described(EventForm)}, FORM_TYPE: {"schema": _form_schema()}},
    }
}
"""The body of `POST` and `PUT /events`, for the OpenAPI document."""

"""What the log of a ticket sale says, put beside what people were told: the judge of the on-sale's crowd.

`violations` knows the promises of the box office and lists every one that was broken. It counts units, seats and limits by itself,
from the rows of the log alone: the house's own rules are not asked. It is pure, so that it can be shown to fail on doctored papers.
"""

import base64
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from saleroom.domain.ids import item_id, stream_id
from saleroom.domain.ticket_sales.events import TYPES
from tests.crowd.buyers import UNDECIDED
from tests.crowd.ledger import Fact, Papers, log_is_whole, read_log

NAMES = {number: fact.__name__ for fact, (number, _) in TYPES.items()}
FREE, HELD, SOLD, BLOCKED = range(4)


@dataclass
class SalePapers(Papers):
    """The log of one sale, what its buyers heard, its head row, and its orders as REST shows them.

    Attributes:
        sold_out: whether everything must be gone in the end.
    """

    head: dict[str, Any] = field(default_factory=dict)
    orders: list[dict[str, Any]] = field(default_factory=list)
    sold_out: bool = True


async def read_sale(address: str, event_id: int, transcripts: list[dict[str, Any]], orders: list[dict[str, Any]]) -> SalePapers:
    """The papers of a sale."""
    papers, head = await read_log(address, stream_id("ticket_sales", event_id), NAMES)
    return SalePapers(**{**vars(papers), "transcripts": transcripts, "head": head, "orders": orders})


def violations(papers: SalePapers) -> list[str]:
    """Every broken promise, in words."""
    count = Count(papers)
    for fact in papers.facts:
        count.take(fact)
    return [
        *log_is_whole(papers), *count.broken, *_end_is_right(papers, count), *_rest_agrees(papers, count), *_answers_agree(papers),
        *(broken for n, one in enumerate(papers.transcripts) for broken in _watcher_agrees(n, one, count)),
    ]


@dataclass
class Units:
    """An order as the judge counts it."""

    person: int
    units: list[tuple[int, str | None]]
    stage: int


class Count:
    """Counts the units of a sale, fact by fact, and notes what cannot be.

    Attributes:
        left: by seq, how many of each type a newcomer can have; `seats` by seq, the state of every seat.
    """

    def __init__(self, papers: SalePapers) -> None:
        first = {fact.name: fact.data for fact in reversed(papers.facts)}
        terms, hall = first["SaleCreated"]["terms"], first.get("HallPlaced", {"hall": {"sections": [], "standing": []}})["hall"]
        zones = {seat["id"]: seat["zone"] for section in hall["sections"] for row in section["rows"] for seat in row["seats"]}
        places = Counter(zones.values())
        for area in hall["standing"]:
            places[area["zone"]] += area["capacity"]
        self.types = {kind["id"]: kind for kind in terms["types"]}
        self.limit: int | None = terms["limit_per_person"]
        sold_zones = {kind["section"] for kind in terms["types"]}
        self.size: dict[tuple[str, Any], int] = {("type", kind["id"]): kind["quantity"] for kind in terms["types"]}
        self.size |= {("quota", quota["name"]): quota["size"] for quota in terms["quotas"]}
        self.size |= {("zone", zone): count for zone, count in places.items() if zone in sold_zones}
        self.seat_ids = list(zones)
        self.blocked = {seat for seat, zone in zones.items() if zone not in sold_zones}
        self.orders: dict[int, Units] = {}
        self.broken: list[str] = []
        self.left: dict[int, dict[int, int]] = {}
        self.seats: dict[int, list[int]] = {}
        self.inside: set[int] = set()
        self.tickets: dict[int, tuple[int, bool]] = {}

    def take(self, fact: Fact) -> None:
        """One fact: move units, then count everything anew."""
        data = fact.data
        match fact.name:
            case "OrderPlaced":
                units = [(line["type_id"], seat) for line in data["lines"] for seat in line["seats"] or [None] * line["quantity"]]
                if data["order"] != len(self.orders) + 1:
                    self.broken.append(f"order {data['order']} stands where {len(self.orders) + 1} is next")
                self.orders[data["order"]] = Units(data["person_id"], units, HELD if data["expires_at"] else SOLD)
                self.tickets |= {ticket["ticket"]: (data["order"], True) for ticket in data["tickets"]}
            case "HoldReleased" | "OrderCancelled":
                order = self.orders.get(data["order"])
                if order is None or order.stage == FREE:
                    self.broken.append(f"order {data['order']} is given back twice, or was never placed")
                else:
                    order.stage = FREE
            case "CheckedIn":
                if (data["direction"] == "entry") == (data["ticket"] in self.inside):
                    self.broken.append(f"ticket {data['ticket']} goes {data['direction']} twice")
                self.inside ^= {data["ticket"]}
            case "HallPlaced" | "SaleCreated" | "SaleOpened":
                pass
            case other:
                self.broken.append(f"{other} does not belong into this sale")
        self._count(fact.version)

    def _count(self, version: int) -> None:
        claimed, people, owners = Counter[tuple[str, Any]](), Counter[int](), Counter[str]()
        states = dict.fromkeys(self.seat_ids, FREE) | dict.fromkeys(self.blocked, BLOCKED)
        for order in self.orders.values():
            for type_id, seat in order.units if order.stage != FREE else ():
                claimed.update(self.quotas(type_id))
                people[order.person] += 1
                if seat is not None:
                    owners[seat] += 1
                    states[seat] = order.stage
        self.broken += [f"{name} {key} is oversold at {version}" for (name, key), count in claimed.items() if count > self.size[name, key]]
        self.broken += [f"seat {seat} has {count} owners at {version}" for seat, count in owners.items() if count > 1]
        self.broken += [f"{who} has {n} units at {version}" for who, n in people.items() if self.limit is not None and n > self.limit]
        self.left[version] = {
            number: max(0, min(self.size[quota] - claimed[quota] for quota in self.quotas(number))) for number in self.types
        }
        self.seats[version] = list(states.values())

    def quotas(self, type_id: int) -> list[tuple[str, Any]]:
        """What a unit of a type is taken from."""
        kind = self.types[type_id]
        found = [("type", type_id), ("quota", kind["quota"]), ("zone", kind["section"])]
        return [one for one in found if one in self.size]


def _end_is_right(papers: SalePapers, count: Count) -> Iterator[str]:
    """Everything is gone, and the head row says so as well."""
    last = max(count.left)
    if papers.sold_out and any(count.left[last].values()):
        yield f"{count.left[last]} were left, though everyone pressed until he got no more"
    stages = Counter((type_id, order.stage) for order in count.orders.values() for type_id, _ in order.units)
    for number, size, sold, pending, held, free, _ in papers.head["types"]:
        if (size, sold, pending, held, free) != (
            count.types[number]["quantity"], stages[number, SOLD], 0, stages[number, HELD], count.left[last][number]
        ):
            yield f"the head row has {sold} sold, {held} held, {free} free of type {number}, the log says otherwise"
    if count.seat_ids and _unpacked(papers.head["seats"])[: len(count.seat_ids)] != count.seats[last]:
        yield "the head row's seats are not those of the log"


def _rest_agrees(papers: SalePapers, count: Count) -> Iterator[str]:
    """Every order of the log stands in REST, with its owner, units and state; and no other."""
    event_id = papers.stream & (2**40 - 1)
    shown = {order["id"]: order for order in papers.orders}
    if shown.keys() != {item_id(event_id, number) for number in count.orders}:
        yield "REST shows other orders than the log has"
    for number, order in count.orders.items():
        told = shown.get(item_id(event_id, number))
        if told is None:
            continue
        statuses = {HELD: ("held",), SOLD: ("paid",), FREE: ("released", "cancelled")}[order.stage]
        types = Counter({line["ticket_type_id"]: line["quantity"] for line in told["lines"]})
        stands = Counter(type_id for type_id, _ in order.units)
        seats = sorted(seat for _, seat in order.units if seat is not None)
        if (told["user_id"], types, sorted(seat["id"] for seat in told["seats"])) != (order.person, stands, seats):
            yield f"order {number} stands otherwise in REST"
        if told["status"] not in statuses:
            yield f"order {number} is {told['status']} in REST, the log says {' or '.join(statuses)}"


def _answers_agree(papers: SalePapers) -> Iterator[str]:
    """Every press got one answer, every answer is what the log says, and nothing stands there that nobody sent."""
    facts = {fact.command_id: fact for fact in papers.facts if fact.name in ("OrderPlaced", "HoldReleased")}
    sent: set[str] = set()
    for transcript in papers.transcripts:
        sent |= transcript["commands"].keys()
        answers: dict[str, list[dict[str, Any]]] = {}
        for frame in transcript["heard"]:
            if frame.get("command_id") and frame.get("code") not in UNDECIDED:
                answers.setdefault(frame["command_id"], []).append(frame)
        for command, made in transcript["commands"].items():
            got = answers.get(command, [])
            if not got:
                yield f"command {command} was never answered"
                continue
            if len(got) > made["sent"] or any(answer != got[0] for answer in got):
                yield f"command {command} got answers that differ, or too many"
            yield from _answer_is_wrong(papers, transcript["person"], command, made, got[0], facts.get(command))
        for command in answers.keys() - transcript["commands"].keys():
            yield f"somebody was told the answer to another's command {command}"
    yield from (f"order {fact.data['order']} was pressed for by nobody" for command, fact in facts.items() if command not in sent)


def _answer_is_wrong(
    papers: SalePapers, person: int, command: str, made: dict[str, Any], answer: dict[str, Any], fact: Fact | None
) -> Iterator[str]:
    if answer.get("status") != "success":
        if fact is not None:
            yield f"command {command} was refused ({answer['code']}), and stands in the log"
        if papers.refusals.get(command) != answer["code"]:
            yield f"command {command} was told {answer['code']}, the log has {papers.refusals.get(command)}"
        offered = [kind["ticket_type_id"] for kind in answer.get("alternatives", ())]
        if offered != sorted(offered) or not all(kind["available_qty"] > 0 for kind in answer.get("alternatives", ())):
            yield f"command {command} was offered {offered}, which is not in the event's order or not to be had"
        return
    if fact is None:
        yield f"command {command} was acknowledged, and is not in the log"
        return
    told, stands = [answer["seq"], answer["hash"]], [fact.version, fact.hash]
    if fact.name == "OrderPlaced":
        data, event_id = fact.data, papers.stream & (2**40 - 1)
        told += [answer["order_id"], answer["order_status"], answer["expires_at"], answer["seats"], person]
        stands += [
            item_id(event_id, data["order"]), "held" if data["expires_at"] else "paid", data["expires_at"],
            [seat for line in data["lines"] for seat in line["seats"]], data["person_id"],
        ]
        if not _is_what_was_asked(made, data):
            yield f"command {command} got something else than it asked for"
    if told != stands:
        yield f"command {command} was acknowledged otherwise than it stands in the log"


def _is_what_was_asked(made: dict[str, Any], placed: dict[str, Any]) -> bool:
    got = {line["type_id"]: line["quantity"] for line in placed["lines"]}
    match made["action"]:
        case "grab" | "best_available":
            return got == {made["ticket_type_id"]: made["quantity"]}
        case "hold" if "seats" in made:
            return sorted(seat for line in placed["lines"] for seat in line["seats"]) == sorted(made["seats"])
        case "hold":
            return got == {line["ticket_type_id"]: line["quantity"] for line in made["lines"]}
        case _:
            return False


def _watcher_agrees(n: int, transcript: dict[str, Any], count: Count) -> Iterator[str]:
    """Every state that a socket saw is one that was, none comes after a newer one, and the last is that of the end."""
    last, left, seats = 0, dict[int, int](), list[int]()
    for frame in transcript["heard"]:
        seq = frame.get("seq", 0)
        match frame["type"]:
            case "(joined)":
                last, seats = 0, []
            case "seat_counts":
                left = {kind["ticket_type_id"]: kind["available_qty"] for kind in frame["tickets"]}
                if seq < last:
                    yield f"watcher {n} saw state {seq} after {last}"
                elif left != count.left.get(seq):
                    yield f"watcher {n} saw {left} at {seq}, the log says {count.left.get(seq)}"
                last = seq
            case "seats":
                seats = _unpacked(frame["all"])[: len(count.seat_ids)] if "all" in frame else seats
                for index, state in frame.get("changed", ()):
                    seats[index] = state
                if seats != count.seats.get(seq):
                    yield f"watcher {n} saw other seats at {seq} than the log has"
    end = max(count.left)
    if left != count.left[end] or (count.seat_ids and seats != count.seats[end]):
        yield f"watcher {n} never saw the end"


def _unpacked(packed: str | None) -> list[int]:
    return [byte >> 2 * n & 3 for byte in base64.b64decode(packed or "") for n in range(4)]

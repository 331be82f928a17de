"""The audit: counts a sale anew from its orders, tickets and queue, and says in sentences what does not add up."""

from collections import Counter
from collections.abc import Iterator

from saleroom.domain.ticket_sales.sale import BLOCKED, FREE, SEAT_STATE, SOLD, STAGE, Order, Sale

Unit = tuple[int, int, str | None]  # type, stage, seat


def audit(sale: Sale) -> list[str]:
    """What does not add up; nothing in a sound sale."""
    units = {number: tuple(_units(sale, order)) for number, order in sale.orders.items()}
    claimed = [unit for of in units.values() for unit in of]
    people = Counter[int]()
    for number, of in units.items():
        people[sale.orders[number].person_id] += len(of)
    live = {number for number, of in units.items() if of}
    return [
        *_quotas(sale, claimed), *_seats(sale, claimed), *_counts(sale, live, people), *_money(sale), *_tickets(sale), *_timers(sale),
    ]


def _units(sale: Sale, order: Order) -> Iterator[Unit]:
    """What an order has a claim to."""
    stage = STAGE.get(order.status, FREE)
    if stage == SOLD:
        yield from ((issued.type_id, stage, issued.seat) for issued in sale.valid_tickets(order))
    elif stage != FREE:
        yield from ((line.type_id, stage, seat) for line in order.lines for seat in line.seats or (None,) * line.quantity)


def _quotas(sale: Sale, claimed: list[Unit]) -> Iterator[str]:
    """TK-QTA: free + held + pending + sold + blocked = size, each at least 0, and each as the orders say."""
    found = Counter((type_id, stage) for type_id, stage, _ in claimed)
    asked = Counter[int]()
    for lane in sale.queue.lanes.values():
        for waiting in lane:
            asked[waiting.type_id] += waiting.quantity
    for quota in sale.quotas:
        members = [number for number, kind in sale.types.items() if any(of is quota for of in kind.quotas)]
        if sum(quota.counts) + quota.blocked != quota.size or min(*quota.counts, quota.blocked, quota.waiting) < 0:
            yield f"Quota {quota.name}: {quota.counts} and {quota.blocked} blocked are not its size {quota.size}."
        for stage in set(STAGE.values()):
            if quota.counts[stage] != (units := sum(found[number, stage] for number in members)):
                yield f"Quota {quota.name}: {quota.counts[stage]} units at stage {stage}, but its orders have {units}."
        if quota.waiting != (units := sum(asked[number] for number in members)):
            yield f"Quota {quota.name}: {quota.waiting} units waited for, but the queue asks for {units}."
    for number in {type_id for type_id, _, _ in claimed} - sale.types.keys():
        yield f"Type {number} has orders, but is not on sale."


def _seats(sale: Sale, claimed: list[Unit]) -> Iterator[str]:
    """No seat has two owners, and the map shows who has which."""
    owners = Counter(seat for _, _, seat in claimed if seat is not None)
    yield from (f"Seat {seat} has {count} owners." for seat, count in owners.items() if count > 1)
    if sale.plan is None:
        return
    stages = {seat: stage for _, stage, seat in claimed if seat is not None}
    for index, seat in enumerate(sale.plan.seats):
        state, shown = sale.seats.states[index], sale.seats.packed[index >> 2] >> 2 * (index & 3) & 3
        stage = stages.get(seat.id, FREE)
        if state != shown or state not in (SEAT_STATE[stage], BLOCKED if stage == FREE else SEAT_STATE[stage]):
            yield f"Seat {seat.id} is in state {state}, shown as {shown}, and its order says {stage}."
    for number, _, seat_id in claimed:
        if number in sale.types and (seat_id is not None) != (sale.types[number].zone is not None):
            yield f"Type {number} has a unit with seat {seat_id} in zone {sale.types[number].zone}."


def _counts(sale: Sale, live: set[int], people: Counter[int]) -> Iterator[str]:
    """What is counted on the way is what there is."""
    if sale.live != len(live):
        yield f"{sale.live} live orders are counted, but {len(live)} have units."
    if +people != Counter(sale.units):
        yield f"People have {+people}, but {sale.units} are counted."
    asked = Counter[int]()
    for lane in sale.queue.lanes.values():
        for waiting in lane:
            asked[waiting.person_id] += waiting.quantity
    if asked != Counter(sale.asked):
        yield f"People wait for {asked}, but {sale.asked} are counted."
    for number, kind in sale.types.items():
        if kind.inside != (inside := sum(issued.is_inside for issued in sale.tickets.values() if issued.type_id == number)):
            yield f"Type {number}: {kind.inside} tickets are counted inside, but {inside} are."


def _money(sale: Sale) -> Iterator[str]:
    """Every payment brought tickets or went back; takings are what was paid, less what went back."""
    takings = 0
    back = Counter((refund.order, refund.reason in ("late", "duplicate")) for refund in sale.refunds.values())
    returned = Counter[int]()
    for refund in sale.refunds.values():
        returned[refund.order] += refund.amount_minor * (refund.reason in ("given_back", "sale_cancelled"))
    for number, order in sale.orders.items():
        succeeded = order.attempts.count("succeeded")
        if succeeded != back[number, True] + (order.paid_attempt is not None):
            yield f"Order {number}: {succeeded} payments, {back[number, True]} refunded, tickets for {order.paid_attempt}."
        if order.refunded_minor != returned[number] or order.refunded_minor > order.total_minor:
            yield f"Order {number}: {order.refunded_minor} of {order.total_minor} went back, by its refunds {returned[number]}."
        if order.paid_attempt is not None:
            takings += order.total_minor - order.refunded_minor
    if takings != sale.takings_minor:
        yield f"Takings are {sale.takings_minor}, but the orders bring {takings}."


def _tickets(sale: Sale) -> Iterator[str]:
    """A paid order has all its tickets, and every ticket its order."""
    for number, order in sale.orders.items():
        if order.tickets and len(order.tickets) != order.quantity:
            yield f"Order {number} has {len(order.tickets)} tickets for {order.quantity} units."
        if (order.paid_attempt is not None or order.status == "paid") and not order.tickets:
            yield f"Order {number} is paid, but has no tickets."
        if STAGE.get(order.status) != SOLD and any(True for _ in sale.valid_tickets(order)):
            yield f"Order {number} is {order.status}, but has valid tickets."
    if (issued := sum(len(order.tickets) for order in sale.orders.values())) != len(sale.tickets):
        yield f"{len(sale.tickets)} tickets exist, but orders have {issued}."
    if sale.bought != (bought := sum(bool(order.tickets) for order in sale.orders.values())):
        yield f"{sale.bought} orders are counted as bought, but {bought} have tickets."


def _timers(sale: Sale) -> Iterator[str]:
    """Every unpaid order has a time at which it is over."""
    timers = set(sale.timers)
    for number, order in sale.orders.items():
        if order.is_unpaid and (order.expires_at is None or (order.expires_at, number) not in timers):
            yield f"Order {number} is {order.status}, but nothing ends it."

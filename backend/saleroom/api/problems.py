"""Every code that a client can be told: its HTTP status, its title, and the plain sentence that explains it.

The one table of errors. REST answers `application/problem+json` from it, sockets an ERROR frame with the same code and
facts. Domain and accounts name codes; a test walks the source for codes that are missing here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

import orjson
import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from saleroom.domain.decider import Refused, RefusedError
from saleroom.eventlog.pool import CUT_OFF, LockNotAvailable

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the table. `sentence` may name facts in braces; where one is missing, `otherwise` is told, or the sentence up to it."""

    status: int
    title: str
    sentence: str
    otherwise: str = ""


KINDS: Final[Mapping[str, Kind]] = {
    # the rules say no
    "bid_too_low": Kind(409, "Bid too low", "The next bid must be at least {next_min_text}."),
    "already_leading": Kind(409, "Already leading", "You are already the highest bidder; nobody bids against himself."),
    "seller_may_not_bid": Kind(409, "Seller may not bid", "This is your own lot: its seller may not bid on it."),
    "not_open": Kind(409, "Not open", "This lot is not open yet; it opens at {opens_at}."),
    "lot_ended": Kind(409, "Lot ended", "This lot has ended; this came too late, so nothing was done."),
    "lot_cancelled": Kind(409, "Lot cancelled", "This lot was cancelled."),
    "has_bids": Kind(409, "Has bids", "This lot has bids already, so its seller can no longer change or cancel it."),
    "already_open": Kind(409, "Already open", "This lot is open already."),
    "times_in_wrong_order": Kind(
        409, "Times in wrong order", "{reason}", "The end must come after the start, and the hard end not before the end."
    ),
    "limit_reached": Kind(
        409, "Limit reached", "A person may have at most {limit} tickets here; you may have {remaining} more.",
        "You have reached the limit: {max}.",
    ),
    "command_conflict": Kind(409, "Command id taken", "This command id was used for something else; make a new id for each press."),
    "not_supported": Kind(409, "Not supported", "{field} is not supported yet, so nothing was done."),
    "user_exists": Kind(409, "Name taken", "There is already an account with this {field}."),
    # tickets: what can be had
    "not_on_sale": Kind(409, "Not on sale yet", "Tickets can be had from {opens_at} on."),
    "sale_ended": Kind(409, "Sale ended", "The sale of tickets for this event is over."),
    "sale_cancelled": Kind(409, "Event cancelled", "This event was cancelled."),
    "sale_is_full": Kind(409, "Sale full", "This event has had as many orders as one event can have."),
    "sold_out": Kind(409, "Sold out", "There are not enough tickets of this type left."),
    "reserved_may_come_back": Kind(409, "Held by others", "The last ones are held by others; some may come back in a few minutes."),
    "queue_full": Kind(409, "Queue full", "So many wait already that there will be nothing left."),
    "not_in_queue": Kind(409, "Not in the queue", "This request does not wait any more."),
    "left_queue": Kind(409, "Left the queue", "You left the queue."),
    "no_wheelchair_place": Kind(409, "No wheelchair place", "No wheelchair place of this kind is left."),
    "too_many_at_once": Kind(409, "Too many at once", "At most {max} at once."),
    "seats_taken": Kind(409, "Seats taken", "Somebody was quicker: some of these seats are taken."),
    "seats_not_free": Kind(409, "Somebody has these seats", "Held or sold already, so they cannot be blocked: {seats}."),
    "orphan_seat": Kind(409, "Single seat left over", "This choice would leave a single seat between taken ones."),
    "seat_needs_its_type": Kind(409, "Seats and tickets differ", "You chose {seats} seats in this zone and {asked} tickets for it."),
    # tickets: orders, refunds, changes
    "hold_expired": Kind(409, "Hold expired", "This hold has lapsed; the seats are free again."),
    "wrong_order_status": Kind(409, "Order has moved on", "This cannot be done with an order that is {order_status}."),
    "already_cancelled": Kind(409, "Cancelled already", "This was given back already."),
    "no_payments": Kind(409, "No payments", "This house takes no payments, so only free tickets can be had."),
    "payment_decided": Kind(409, "Payment decided", "This payment is decided already: {payment_status}."),
    "refund_over": Kind(409, "Too late to give back", "It is too late to give this ticket back."),
    "refund_settled": Kind(409, "Settled already", "It was noted already that this refund was paid another way."),
    "refund_not_failed": Kind(409, "Refund has not failed", "Only a refund that failed can be paid by hand; this one is {refund_status}."),
    "under_sold": Kind(409, "Somebody has these", "{sold} are sold or held, so there cannot be only {asked}."),
    # tickets: at the door
    "already_in": Kind(409, "Used already", "This ticket went in at {at}, {gate}.", "This ticket was used already."),
    "not_inside": Kind(409, "Not inside", "Nobody went in with this ticket, so nobody can go out with it."),
    "wrong_time": Kind(409, "Not yet", "The doors open at {opens_at}."),
    "revoked": Kind(409, "Revoked", "This code was replaced by a newer one."),
    "cancelled": Kind(409, "Cancelled", "This ticket was cancelled."),
    "unpaid": Kind(409, "Not paid", "This ticket is not paid."),
    # conversations and the help desk
    "talks_to_himself": Kind(409, "Talking to oneself", "A conversation needs somebody else."),
    "blocked": Kind(409, "Blocked", "This person takes no messages from you."),
    "conversation_resolved": Kind(409, "Resolved", "This conversation is resolved; reopen it first."),
    "not_waiting": Kind(409, "Not waiting", "Nobody waits for the help desk in this conversation."),
    "assigned_meanwhile": Kind(409, "Assigned meanwhile", "Somebody else assigned this conversation just now; look again."),
    "own_question": Kind(409, "Own question", "Nobody answers his own question; give it to somebody else."),
    "too_many_replies": Kind(409, "Too many quick replies", "At most {max} can be kept."),
    "help_desk_full": Kind(409, "Queue full", "{max} wait already; your message is kept and will be read."),
    # the message is wrong
    "amount_invalid": Kind(422, "Amount invalid", "{field} must be {allowed}.", "{field} must be a number of at least 0.01."),
    "amount_too_precise": Kind(422, "Amount too precise", "{field} may have at most two decimals."),
    "amount_too_large": Kind(422, "Amount too large", "{field} may be at most 1,000,000,000,000."),
    "message_too_long": Kind(422, "Message too long", "A message may have at most {characters_max} characters; this one has {characters}."),
    "malformed": Kind(422, "Malformed", "This could not be read: {reason}"),
    "unknown_type": Kind(422, "Unknown type", "There is no message of this type; known are {known}."),
    # what clients of fastapi-users look for in `detail`, word for word
    "login_bad_credentials": Kind(400, "Wrong name or password", "LOGIN_BAD_CREDENTIALS"),
    "reset_password_bad_token": Kind(400, "Bad or used token", "RESET_PASSWORD_BAD_TOKEN"),
    "verify_user_bad_token": Kind(400, "Bad or used token", "VERIFY_USER_BAD_TOKEN"),
    "verify_user_already_verified": Kind(400, "Confirmed already", "VERIFY_USER_ALREADY_VERIFIED"),
    # passwords
    "password_too_short": Kind(422, "Password too short", "A password needs at least {length_min} characters."),
    # who is asking
    "not_signed_in": Kind(401, "Not signed in", "Sign in first."),
    "session_ended": Kind(401, "Session ended", "Your session has ended; sign in again."),
    "not_you": Kind(403, "Not you", "A message may only speak for the person who is signed in."),
    "forbidden": Kind(403, "Forbidden", "Your account may not do this."),
    "bad_signature": Kind(403, "Bad signature", "This was not signed by the payment provider of this house."),
    "not_yours": Kind(403, "Not yours", "This belongs to somebody else."),
    "foreign_origin": Kind(403, "Foreign origin", "This page may not act with your cookie."),
    "wrong_password": Kind(403, "Wrong password", "The current password is needed for this, and it is not this one."),
    "own_rights": Kind(409, "Own rights", "Nobody may ban himself or take his own administrator's role away."),
    "not_verified": Kind(403, "Not verified", "Confirm your mail address first."),
    # what is not there
    "unknown_lot": Kind(404, "Unknown lot", "There is no such lot."),
    "unknown_bid": Kind(404, "Unknown bid", "There is no bid at this place of the lot's log."),
    "unknown_event": Kind(404, "Unknown event", "There is no such event."),
    "unknown_ticket_type": Kind(404, "Unknown ticket type", "This event has no such ticket type."),
    "unknown_seat": Kind(404, "Unknown seat", "There is no seat {seat} in this hall."),
    "unknown_seat_map": Kind(404, "Unknown seat map", "There is no such seat map."),
    "unknown_order": Kind(404, "Unknown order", "There is no such order."),
    "unknown_request": Kind(404, "Unknown request", "You have no such request in this queue."),
    "unknown_ticket": Kind(404, "Unknown ticket", "There is no such ticket."),
    "unknown_payment": Kind(404, "Unknown payment", "There is no such payment."),
    "unknown_refund": Kind(404, "Unknown refund", "There is no such refund."),
    "unknown_conversation": Kind(404, "Unknown conversation", "There is no such conversation."),
    "unknown_message": Kind(404, "Unknown message", "There is no such message."),
    "unknown_reply": Kind(404, "Unknown quick reply", "There is no such quick reply of yours."),
    "unknown_upload": Kind(404, "Unknown upload", "There is no such upload of yours."),
    "unknown_user": Kind(404, "Unknown user", "There is no such person."),
    "unknown_picture": Kind(404, "Unknown picture", "There is no such picture."),
    "unknown_session": Kind(404, "Unknown session", "You have no such session."),
    "unknown_path": Kind(404, "Unknown path", "There is nothing at this address."),
    "wrong_method": Kind(405, "Wrong method", "This address does not take that method."),
    # too much
    "too_large": Kind(413, "Too large", "This may have at most {size_max}."),
    "too_many_pixels": Kind(413, "Too many pixels", "A picture may have at most {megapixels_max} megapixels."),
    "unsupported_media_type": Kind(415, "Unsupported media type", "Send one of: {supported}."),
    "rate_limited": Kind(429, "Too many requests", "Too many requests; wait {retry_after_seconds} s."),
    "busy": Kind(503, "Busy", "Too many people are pressing at once; nothing was done, try again in a moment."),
    "payment_away": Kind(503, "Payment away", "The payment provider does not answer just now; nothing was paid, try again."),
    "unavailable": Kind(503, "Unavailable", "The log cannot be reached just now; nothing is lost, try again with the same command id."),
    # ours
    "bug": Kind(500, "Internal error", "Something is wrong on our side; it was written down as {correlation_id}."),
}


def sentence(code: str, facts: Mapping[str, Any]) -> str:
    """The plain sentence for a person."""
    kind = KINDS[code]
    if isinstance(bytes_max := facts.get("bytes_max"), int):
        facts = {**facts, "size_max": _size(bytes_max)}
    for text in (kind.sentence, kind.otherwise or kind.sentence):
        try:
            return text.format_map(facts)
        except KeyError:
            pass
    return text.split("{", 1)[0].rstrip(" ,;:") + "."


def _size(count: int) -> str:
    """A number of bytes as people say it."""
    return f"{count / 2**20:.3g} MB" if count >= 2**20 else f"{count / 2**10:.3g} kB" if count >= 2**10 else f"{count} bytes"


def body(refused: Refused) -> dict[str, Any]:
    """The problem document of a refusal (RFC 9457); a fact never takes the place of one of its own members."""
    kind = KINDS[refused.code]
    return {
        **refused.facts, "type": f"/docs/problems#{refused.code}", "title": kind.title, "status": kind.status,
        "detail": sentence(refused.code, refused.facts), "code": refused.code,
    }


def problem(refused: Refused, headers: Mapping[str, str] | None = None) -> Response:
    """The HTTP answer for a refusal, which no cache may keep; 429 and 503 say when to try again."""
    kind = KINDS[refused.code]
    sent = {"Cache-Control": "no-store", **(headers or {})}
    if kind.status in (429, 503):
        sent.setdefault("Retry-After", str(max(1, round(refused.facts.get("retry_after_seconds", 1)))))
    return Response(orjson.dumps(body(refused)), kind.status, sent, "application/problem+json")


PROBLEM_SCHEMA: Final[Mapping[str, Any]] = {
    "title": "Problem", "description": "Why not (RFC 9457): a code, a plain sentence, and the facts that belong to the code.",
    "type": "object", "required": ["type", "title", "status", "detail", "code"], "additionalProperties": True,
    "properties": {
        "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string"}, "code": {"type": "string"},
    },
}


Responses = dict[int | str, dict[str, Any]]


def documented(*codes: str) -> Responses:
    """The answers that a route may give besides its own, for its `responses=`: one a status, naming the codes."""
    return with_codes({}, codes)


def with_codes(responses: Responses, codes: Iterable[str]) -> Responses:
    """Documented answers with these codes among them; a code that is named already stays where it is."""
    told: Responses = dict(responses)
    for code in dict.fromkeys(codes):
        kind = KINDS[code]
        before = told.get(kind.status, {})
        said = before.get("description", "")
        if f"`{code}`" not in said:
            content = {**before.get("content", {}), "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
            told[kind.status] = {**before, "description": "; ".join(filter(None, (said, f"`{code}`: {kind.title}"))), "content": content}
    return told


def _malformed(error: RequestValidationError) -> Refused:
    """What is wrong with a message, field by field; never what was sent, which may be a password."""
    told = [
        {"field": ".".join(_text(part) for part in fault["loc"][1:]), "reason": _text(fault["msg"])} for fault in error.errors()
    ]
    first = told[0] if told else {"field": "", "reason": "it is empty"}
    if error.errors()[:1] and error.errors()[0]["type"] == "json_invalid":
        first = {"field": "", "reason": "this is not JSON"}
    return Refused("malformed", {"reason": f"{first['field']}: {first['reason']}.".removeprefix(": "), "errors": told})


def _text(part: object) -> str:
    return str(part).encode("utf-8", "replace").decode()


_OF_STATUS: Final = {400: "malformed", 404: "unknown_path", 405: "wrong_method"}


def install(app: FastAPI) -> None:
    """Make every error of an application a problem document; what nobody expected is logged under its correlation id."""

    async def refused(_: Request, error: Exception) -> Response:
        assert isinstance(error, RefusedError)
        return problem(error.refused)

    async def malformed(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return problem(_malformed(error))

    async def of_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        code = _OF_STATUS.get(error.status_code)
        if code is not None:
            facts = {"reason": str(error.detail)} if code == "malformed" else {}
            headers = {"Allow": _methods(app, request)} if code == "wrong_method" else error.headers
            return problem(Refused(code, facts), headers)
        told = {"type": "about:blank", "title": str(error.detail), "status": error.status_code, "detail": str(error.detail)}
        return Response(orjson.dumps({**told, "code": "http"}), error.status_code, error.headers, "application/problem+json")

    async def away(_: Request, error: Exception) -> Response:
        log.warning("database_away", error=str(error))
        return problem(Refused("unavailable", {"retry_after_seconds": 1}))

    async def bug(request: Request, error: Exception) -> Response:
        correlation_id = uuid4().hex
        log.error("bug", correlation_id=correlation_id, method=request.method, path=request.url.path, exc_info=error)
        return problem(Refused("bug", {"correlation_id": correlation_id}))

    app.add_exception_handler(RefusedError, refused)
    app.add_exception_handler(RequestValidationError, malformed)
    app.add_exception_handler(HTTPException, of_http)
    for kind in (*CUT_OFF, LockNotAvailable):
        app.add_exception_handler(kind, away)
    app.add_exception_handler(Exception, bug)
    _describe(app)


def _methods(app: FastAPI, request: Request) -> str:
    """Every method that this path takes; the router alone names those of one route."""
    found = {
        method.upper() for path, methods in app.openapi()["paths"].items() for method in methods
        if re.fullmatch(re.sub(r"\\\{[^/]+\\\}", "[^/]+", re.escape(path)), request.url.path)
    }
    return ", ".join(sorted(found))


def _describe(app: FastAPI) -> None:
    """Put the shape of a problem into the OpenAPI document, where `documented` refers to it."""
    make = app.openapi

    def openapi() -> dict[str, Any]:
        document = make()
        document.setdefault("components", {}).setdefault("schemas", {})["Problem"] = dict(PROBLEM_SCHEMA)
        return document

    app.openapi = openapi  # type: ignore[method-assign]

"""The words of every kind of letter: what happened, why, the figures, and where to go next.

One function a topic, all in one table, `WORDS`; those about tickets stand in `ticket_words.py`, those about conversations in
`talk_words.py`. How a letter looks is no business of this file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from saleroom.domain.money import amount_text
from saleroom.mail import talk_words, ticket_words
from saleroom.mail.wording import TITLE_CHARACTERS_MAX, Letterhead, Payload, Words, Writer, in_lines, one_line, time_text

SELLER_CHARACTERS_MAX: Final = 2_000  # what sellers may write, see `accounts/selling.py`
SELLER_LINES_MAX: Final = 60


@dataclass(frozen=True, slots=True)
class _Lot:
    """What letters about a lot have in common."""

    payload: Payload
    head: Letterhead

    @property
    def number(self) -> str:
        return f"Lot {self.payload['lot_id']}"

    @property
    def title(self) -> str:
        return one_line(str(self.payload["title"]), TITLE_CHARACTERS_MAX)

    @property
    def link(self) -> str:
        return f"{self.head.public_address}/lots/{self.payload['lot_id']}"

    @property
    def row(self) -> tuple[str, str]:
        return self.number, self.title

    @property
    def ended(self) -> str:
        """How it came to an end, as the first half of a sentence."""
        if self.payload.get("was_finished"):
            reason = one_line(str(self.payload.get("reason") or ""), TITLE_CHARACTERS_MAX)
            return f"The house ended {self.number.lower()} early{f' ({reason})' if reason else ''}"
        return f"{self.number} has closed"

    def money(self, field: str) -> str:
        return f"{self.head.currency} {amount_text(int(self.payload[field]))}"

    def time(self, field: str) -> tuple[str, str]:
        return ("Closed" if field == "closed_at" else "Closes"), time_text(self.payload[field])


def _bids(count: int) -> str:
    return "1 bid" if count == 1 else f"{count} bids"


_NOT_TOLD_YET: Final = (
    "As soon as he has written down how to pay and how to collect it, you read it among the lots you won; until then there is"
    " nothing to do."
)


def _seller_told(payload: Payload) -> tuple[tuple[str, str], ...]:
    """What the seller tells whoever wins: looked up when the letter is sent, since it is his to change."""
    texts = (("Payment", "payment_text"), ("Collection", "collection_text"))
    told = ((label, in_lines(str(payload.get(field) or ""), SELLER_CHARACTERS_MAX, SELLER_LINES_MAX)) for label, field in texts)
    return tuple((label, text) for label, text in told if text)


def _won(payload: Payload, head: Letterhead) -> Words:
    lot, told = _Lot(payload, head), _seller_told(payload)
    return Words(
        f"You won {lot.number.lower()}: {lot.title}", "The lot is yours",
        f"{lot.ended} and your bid of {lot.money('price_minor')} was the highest, so you have bought it at that price.",
        (lot.row, ("Hammer price", lot.money("price_minor")), lot.time("closed_at"), ("Bids", str(payload["bid_count"]))),
        "See what happens now", lot.link,
        "The seller was told that the lot is sold. "
        + ("These words are his; they stand among the lots you won as well." if told else _NOT_TOLD_YET),
        told,
    )


def _lost(payload: Payload, head: Letterhead) -> Words:
    lot = _Lot(payload, head)
    return Words(
        f"{lot.number} went to another bidder: {lot.title}", "Another bid was higher",
        f"{lot.ended} at {lot.money('price_minor')}; that bid was higher than yours, so the lot went to another bidder"
        " and you owe nothing.",
        (lot.row, ("Hammer price", lot.money("price_minor")), lot.time("closed_at"), ("Bids", str(payload["bid_count"]))),
        "See every bid", lot.link, "Thank you for bidding. There is always another lot in the catalogue.",
    )


def _sold(payload: Payload, head: Letterhead) -> Words:
    lot = _Lot(payload, head)
    bidder = f"Bidder {payload['bidder_number']}"
    return Words(
        f"{lot.number} is sold for {lot.money('price_minor')}: {lot.title}", "Your lot is sold",
        f"{lot.ended} after {_bids(payload['bid_count'])}; {bidder} made the highest bid,"
        f" so it is sold for {lot.money('price_minor')}.",
        (lot.row, ("Hammer price", lot.money("price_minor")), ("Buyer", bidder), lot.time("closed_at")),
        "Open your lots", f"{head.public_address}/me/lots",
        "The buyer has been told. What he reads about payment and collection stands below your lots; you can write or change it there.",
    )


def _unsold(payload: Payload, head: Letterhead) -> Words:
    lot = _Lot(payload, head)
    return Words(
        f"{lot.number} was not sold: {lot.title}", "Your lot was not sold",
        f"{lot.ended} and nobody had bid, so it was not sold and it stays yours.",
        (lot.row, ("Start price", lot.money("start_price_minor")), lot.time("closed_at")),
        "Open your lot", lot.link, "You may list it again, perhaps with a lower start price or more pictures.",
    )


def _outbid(payload: Payload, head: Letterhead) -> Words:
    lot = _Lot(payload, head)
    return Words(
        f"You were outbid on {lot.number.lower()}: {lot.title}", "You were outbid",
        f"Somebody bid {lot.money('price_minor')} on {lot.number.lower()}, so you are no longer the highest bidder.",
        (
            lot.row, ("Price now", lot.money("price_minor")), ("Next bid, at least", lot.money("next_min_minor")),
            lot.time("closes_at"),
        ),
        "Bid again", lot.link, "The price may have moved on since; the page of the lot shows it live.",
    )


def _cancelled(payload: Payload, head: Letterhead) -> Words:
    lot = _Lot(payload, head)
    reason = one_line(str(payload.get("reason") or ""), TITLE_CHARACTERS_MAX)
    sentence = (
        f"{lot.number}, your own lot, was withdrawn by the house, so nobody wins it."
        if payload.get("is_seller")
        else f"{lot.number} was withdrawn from the sale, so nobody wins it and your bids on it bind you no longer."
    )
    return Words(
        f"{lot.number} was withdrawn: {lot.title}", "The lot was withdrawn", sentence,
        (lot.row, ("Reason", reason)) if reason else (lot.row,), "See the lot", lot.link, "You owe nothing.",
    )


def _account_letter(subject: str, title: str, sentence: str, action: str, path: str, note: str) -> Writer:
    """A letter without a lot: a link with the payload's token, and nothing else that changes."""

    def words(payload: Payload, head: Letterhead) -> Words:
        return Words(subject, title, sentence, (), action, f"{head.public_address}/{path}/{payload['token']}", note)

    return words


WORDS: Final[Mapping[str, Writer]] = {
    "won": _won, "lost": _lost, "sold": _sold, "unsold": _unsold, "outbid": _outbid, "cancelled": _cancelled,
    **ticket_words.WORDS, **talk_words.WORDS,
    "verify_address": _account_letter(
        "Confirm your mail address", "Welcome to the saleroom",
        "Somebody, we hope you, opened an account with this mail address, so please confirm that it is yours.",
        "Confirm my address", "verify", "If it was not you, do nothing: the address then stays unconfirmed.",
    ),
    "reset_password": _account_letter(
        "Choose a new password", "A new password",
        "Somebody, we hope you, asked for a new password for your account, so here is the link to choose one.",
        "Choose a new password", "reset-password",
        "The link works once and for one hour, and using it ends every session of your account. If it was not you, do nothing:"
        " your password stays as it is.",
    ),
    "confirm_address": _account_letter(
        "Confirm your new mail address", "Your new mail address",
        "You asked to use this mail address for your account, so please confirm that it is yours.",
        "Confirm my new address", "confirm-email", "Until then letters go to the old address. If it was not you, do nothing.",
    ),
}

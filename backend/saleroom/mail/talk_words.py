"""The words of letters about conversations: messages wait for somebody who was away. Never what was said in them. Pure."""

from collections.abc import Mapping
from typing import Final

from saleroom.mail.wording import Letterhead, Payload, Words, Writer


def _away(payload: Payload, head: Letterhead) -> Words:
    count, about = int(payload["count"]), payload["about"]
    who = "The help desk" if payload["from_staff"] else "Somebody"
    waiting = "1 message waits" if count == 1 else f"{count} messages wait"
    return Words(
        f"{waiting} for you", "You were written to",
        f"{who} wrote to you while you were away, so {waiting} for you.",
        (("Conversation", str(payload["conversation_id"])), *((("About", f"{about} {payload['about_id']}"),) if about else ())),
        "Read and answer", f"{head.public_address}/messages/{payload['conversation_id']}",
        "What was said stays in the house and is not sent by mail. No further letter about this comes until you have read it.",
    )


WORDS: Final[Mapping[str, Writer]] = {"away": _away}
"""The letters of the help desk and of people who write to each other."""

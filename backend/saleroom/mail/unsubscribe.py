"""The link at the foot of a letter that its reader may refuse, for one click without signing in (RFC 8058).

The token names a person by id and a topic, signed with a key of its own: nobody can make one for somebody else, it holds no
address, and it works for as long as the house keeps its secret, as old letters are read late.
"""

import hmac
from dataclasses import dataclass
from typing import Final

OPTIONAL_TOPICS: Final = frozenset({"outbid", "lost", "away"})
_SIGNATURE_BYTES: Final = 16  # 128 bits; longer ones only make longer links
_PURPOSE: Final = b"saleroom unsubscribe"


@dataclass(frozen=True, slots=True)
class Unwanted:
    """Which letters a person no longer wants."""

    user_id: int
    topic: str


class UnsubscribeLinks:
    """Makes and reads the tokens of one house.

    Args:
        secret: the secret of the house; the key is derived from it.
        public_address: where people reach the house, without a slash at its end.
    """

    def __init__(self, secret: str, public_address: str) -> None:
        self._key = hmac.digest(secret.encode(), _PURPOSE, "sha256")
        self._address = public_address

    def link(self, user_id: int, topic: str) -> str:
        """The address for the foot and for List-Unsubscribe; empty for letters that nobody can refuse."""
        if topic not in OPTIONAL_TOPICS:
            return ""
        return f"{self._address}/api/unsubscribe/{self.token(user_id, topic)}"

    def token(self, user_id: int, topic: str) -> str:
        return f"{user_id}.{topic}.{self._signature(user_id, topic)}"

    def read(self, token: str) -> Unwanted | None:
        """What a token says, or None when the house did not make it."""
        user, _, rest = token.partition(".")
        topic, _, signature = rest.partition(".")
        if not (user.isascii() and user.isdigit() and len(user) <= 18 and topic in OPTIONAL_TOPICS):
            return None
        if not hmac.compare_digest(signature.encode(), self._signature(int(user), topic).encode()):
            return None
        return Unwanted(int(user), topic)

    def _signature(self, user_id: int, topic: str) -> str:
        return hmac.digest(self._key, f"{user_id}.{topic}".encode(), "sha256")[:_SIGNATURE_BYTES].hex()

"""Signs what the practice till tells the house, and checks it: HMAC-SHA256 over the time and the exact bytes. Pure.

`t=1767225600,v1=<64 hexadecimal digits>`, as payment providers write it. A signature older or newer than five minutes is none.
"""

import hmac
import re
from typing import Final

AGE_SECONDS_MAX: Final = 300
_FORM: Final = re.compile(r"t=([0-9]{1,12}),v1=([0-9a-f]{64})")
_PURPOSE: Final = b"saleroom:payment_callback"


def derived_key(secret: str) -> bytes:
    """The key of the callbacks of a house."""
    return hmac.digest(secret.encode(), _PURPOSE, "sha256")


def sign(key: bytes, body: bytes, at_seconds: int) -> str:
    """The header of a body that is sent at this second since 1970."""
    return f"t={at_seconds},v1={_mac(key, body, at_seconds)}"


def is_signed(key: bytes, body: bytes, signature: str, now_seconds: int) -> bool:
    """Whether a holder of the key sent exactly this body within the last minutes."""
    told = _FORM.fullmatch(signature)
    if told is None:
        return False
    at_seconds = int(told[1])
    is_right = hmac.compare_digest(told[2].encode(), _mac(key, body, at_seconds).encode())
    return is_right and abs(now_seconds - at_seconds) <= AGE_SECONDS_MAX


def _mac(key: bytes, body: bytes, at_seconds: int) -> str:
    return hmac.digest(key, b"%d." % at_seconds + body, "sha256").hex()

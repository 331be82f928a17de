"""The development secret, and the passwords that follow from a secret.

Law: outside production a house makes its secret once, readable by its owner alone, so that a restart signs nobody out.
"""

import hashlib
import hmac
import os
import secrets
import tempfile
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit


def development_secret(folder: Path) -> str:
    """The secret kept in `folder`/secret; made when missing, by exactly one of several who ask at once."""
    file = folder / "secret"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, made = tempfile.mkstemp(prefix="secret.", dir=folder)  # mode 0600
        with os.fdopen(descriptor, "w") as new:
            new.write(secrets.token_hex(32))
            new.flush()
            os.fsync(new.fileno())
        try:
            os.link(made, file)
        except FileExistsError:
            pass
        finally:
            os.unlink(made)
    return file.read_text().strip()


def derived_password(secret: str, login: str) -> str:
    """The password of a database login: HMAC-SHA256 of its name, in hex, so that it never needs quoting."""
    return hmac.new(secret.encode(), login.encode(), hashlib.sha256).hexdigest()


def with_login(address: str, login: str, password: str) -> str:
    """The same database for another login.

    Args:
        address: a postgresql:// address with or without a login of its own.
    """
    parts = urlsplit(address)
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{login}:{password}@{place}"))

"""How words are found: by their beginnings, without accents and capitals, the same in every read table that is searched."""

import unicodedata
from typing import Final

_NOWHERE: Final = "-"  # in no searched text, which has letters, digits and spaces only


def plain(text: str) -> str:
    """Text as it is searched: small letters, no accents, words apart by single spaces, a space in front."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " " + " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def words_of(text: str) -> list[str]:
    """The words that are looked for. Text without a letter or digit finds nothing, and no text at all finds everything."""
    return plain(text).split() or ([_NOWHERE] if text.strip() else [])

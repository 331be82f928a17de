"""How words are found: by their beginnings, without accents and capitals, the same in every read table that is searched."""

import unicodedata


def plain(text: str) -> str:
    """Text as it is searched: small letters, no accents, words apart by single spaces, a space in front."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " " + " ".join("".join(c if c.isalnum() else " " for c in bare).split())

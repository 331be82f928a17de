"""Any text that a stranger could send, without the tables of Unicode that `st.text` makes in a second when a clone is fresh."""

from hypothesis import strategies as st

_codes = st.one_of(st.integers(0x20, 0x7E), st.integers(0, 0xD7FF), st.integers(0xE000, 0x10FFFF))  # all but half characters


def texts(length_max: int) -> st.SearchStrategy[str]:
    """Texts of up to so many characters."""
    return st.lists(_codes.map(chr), max_size=length_max).map("".join)

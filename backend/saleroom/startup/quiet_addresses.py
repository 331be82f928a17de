"""Keeps what stands behind the question mark of an address out of the server's lines: `?token=` of a socket is a key."""

import logging
from typing import Final

SERVER: Final = "uvicorn.error"


class WithoutQueries(logging.Filter):
    """Cuts the query off every address in a record."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(_bare(one) for one in record.args)
        return True


def _bare(argument: object) -> object:
    return argument.partition("?")[0] if isinstance(argument, str) and argument.startswith("/") else argument


def keep_queries_quiet() -> None:
    """From now on the server's lines show no query; again is no change."""
    logger = logging.getLogger(SERVER)
    if not any(isinstance(one, WithoutQueries) for one in logger.filters):
        logger.addFilter(WithoutQueries())

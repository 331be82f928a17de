"""The server's lines hold no token: a socket's key stands in its address, and lines are read by many."""

import logging

import pytest

from saleroom.startup.quiet_addresses import SERVER, keep_queries_quiet


def test_a_socket_that_was_accepted_is_told_without_its_token(caplog: pytest.LogCaptureFixture) -> None:
    keep_queries_quiet()
    keep_queries_quiet()
    with caplog.at_level(logging.INFO, logger=SERVER):
        logging.getLogger(SERVER).info('%s - "WebSocket %s" [accepted]', "127.0.0.1:1", "/ws/lots/7?token=secret&after=3")
    assert caplog.messages == ['127.0.0.1:1 - "WebSocket /ws/lots/7" [accepted]']

"""Fixtures: one Postgres for the session, a fresh database a module, a worker a module.

What they need is imported when one is asked for: the tiers without a Postgres, each of whose processes reads this file, ask for none.
"""

import gc
import sys
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.actors import Cluster, Database, Person, Server

gc.disable()  # until everything is collected: what is imported stays, and looking through it again and again costs a fifth of it

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
settings.load_profile("house")


def pytest_collection_finish() -> None:
    """From here on only what the tests make is looked through."""
    gc.enable()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def authorities_read_once() -> Iterator[None]:
    """httpx reads all certificate authorities of the world anew for each client, and so for each `httpx.get`: 30 ms."""
    if "httpx" not in sys.modules:  # then nothing here asks over HTTP
        yield
        return
    import httpx

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("httpx._transports.default.create_ssl_context", cache(httpx.create_ssl_context))
        yield


@pytest.fixture(scope="session")
def cluster() -> "Iterator[Cluster]":
    """A Postgres that nobody kills, so it may be in memory; tests that do kill one have one of their own, as a house has it."""
    from tests.actors import running_cluster

    with running_cluster(is_in_memory=True) as running:
        yield running


@pytest.fixture(scope="module")
def database(cluster: "Cluster") -> "Database":
    return cluster.database()


@pytest.fixture(scope="module")
def server(database: "Database") -> "Iterator[Server]":
    from tests.actors import Server

    with Server(database) as running:
        yield running


@pytest.fixture(scope="module")
def seller(server: "Server") -> "Person":
    from tests.actors import sign_up

    return sign_up(server.url)


@pytest.fixture(scope="module")
def anna(server: "Server") -> "Person":
    from tests.actors import sign_up

    return sign_up(server.url)


@pytest.fixture(scope="module")
def bert(server: "Server") -> "Person":
    from tests.actors import sign_up

    return sign_up(server.url)


@pytest.fixture(scope="module")
def carla(server: "Server") -> "Person":
    from tests.actors import sign_up

    return sign_up(server.url)


@pytest.fixture(scope="module")
def agent(server: "Server", database: "Database") -> "Person":
    from tests.talkers import with_roles

    return with_roles(database, server.url, "agent")


@pytest.fixture(scope="module")
def administrator(server: "Server", database: "Database") -> "Person":
    from tests.actors import admin

    return admin(database, server.url)


@pytest.fixture(scope="module")
def other(server: "Server", database: "Database") -> "Iterator[Server]":
    """A second worker of the same house."""
    from tests.actors import Server

    with Server(database) as running:
        yield running

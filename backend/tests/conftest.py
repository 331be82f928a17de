"""Fixtures: one Postgres for the session, a fresh database a module, a worker a module."""

from collections.abc import Iterator
from functools import cache

import httpx
import pytest
from hypothesis import HealthCheck, settings

from tests.actors import Cluster, Database, Person, Server, admin, running_cluster, sign_up
from tests.talkers import with_roles

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def authorities_read_once() -> Iterator[None]:
    """httpx reads all certificate authorities of the world anew for each client, and so for each `httpx.get`: 30 ms."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("httpx._transports.default.create_ssl_context", cache(httpx.create_ssl_context))
        yield


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A Postgres that nobody kills, so it may be in memory; tests that do kill one have one of their own, as a house has it."""
    with running_cluster(is_in_memory=True) as running:
        yield running


@pytest.fixture(scope="module")
def database(cluster: Cluster) -> Database:
    return cluster.database()


@pytest.fixture(scope="module")
def server(database: Database) -> Iterator[Server]:
    with Server(database) as running:
        yield running


@pytest.fixture(scope="module")
def seller(server: Server) -> Person:
    return sign_up(server.url)


@pytest.fixture(scope="module")
def anna(server: Server) -> Person:
    return sign_up(server.url)


@pytest.fixture(scope="module")
def bert(server: Server) -> Person:
    return sign_up(server.url)


@pytest.fixture(scope="module")
def carla(server: Server) -> Person:
    return sign_up(server.url)


@pytest.fixture(scope="module")
def agent(server: Server, database: Database) -> Person:
    return with_roles(database, server.url, "agent")


@pytest.fixture(scope="module")
def administrator(server: Server, database: Database) -> Person:
    return admin(database, server.url)


@pytest.fixture(scope="module")
def other(server: Server, database: Database) -> Iterator[Server]:
    """A second worker of the same house."""
    with Server(database) as running:
        yield running

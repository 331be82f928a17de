"""Fixtures: one Postgres for the session, a fresh database a module, a worker a module."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.actors import Cluster, Database, Person, Server, admin, running_cluster, sign_up

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
settings.load_profile("house")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with running_cluster() as running:
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
def administrator(server: Server, database: Database) -> Person:
    return admin(database, server.url)


@pytest.fixture(scope="module")
def other(server: Server, database: Database) -> Iterator[Server]:
    """A second worker of the same house."""
    with Server(database) as running:
        yield running

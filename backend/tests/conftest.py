"""Fixtures: one Postgres for the session, a fresh database a module, a worker a module."""

from collections.abc import Iterator

import pytest

from tests.actors import Cluster, Database, Person, Server, running_cluster, sign_up


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

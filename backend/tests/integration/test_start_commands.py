"""The commands around a house: migrating, the dumped schema, refusals to start, and what the containers are told."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from saleroom.startup.schema_dump import dumped_schema
from tests.integration.stand_ins import REPOSITORY
from tests.ports import free_ports


@pytest.fixture
def place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="saleroom-start-") as made:
        Path(made).chmod(0o755)  # root's Postgres runs as another user, who must come in
        yield Path(made)


def saleroom(place: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    backend, frontend, smtp, mailbox = free_ports(4)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SALEROOM_") and name != "DATABASE_URL"}
    environment = {
        **clean, "PYTHONPATH": str(REPOSITORY / "backend"), "SALEROOM_DATA_DIR": str(place / "data"),
        "SALEROOM_BACKEND_PORT": str(backend), "SALEROOM_FRONTEND_PORT": str(frontend), "SALEROOM_SMTP_PORT": str(smtp),
        "SALEROOM_MAILBOX_PORT": str(mailbox), **variables,
    }
    command = [sys.executable, "-m", "saleroom.cli", *arguments]
    return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)


def test_the_dumped_schema_in_the_repository_is_what_the_migrations_make() -> None:
    assert (REPOSITORY / "db" / "schema.sql").read_text() == dumped_schema(REPOSITORY / "db"), "run: saleroom dump-schema"


def test_migrating_twice_applies_everything_once_and_keeps_the_secret_to_its_owner(place: Path) -> None:
    first, second = saleroom(place, "migrate"), saleroom(place, "migrate")
    assert first.returncode == 0 and "applied 0001_" in first.stdout, first.stderr
    assert second.returncode == 0 and "nothing to apply" in second.stdout
    assert (place / "data" / "secret").stat().st_mode & 0o777 == 0o600
    assert not (place / "data" / "pgdata" / "postmaster.pid").exists()


def test_a_taken_port_is_named_with_its_variable_and_its_holder_and_nothing_is_started(place: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = saleroom(place, "up", SALEROOM_FRONTEND_PORT=str(port))
    assert told.returncode == 1
    assert f"Port {port} (SALEROOM_FRONTEND_PORT) is taken" in told.stdout
    if sys.platform == "linux":
        assert f"(process {os.getpid()})" in told.stdout
    assert not (place / "data" / "pgdata").exists()


def test_one_port_for_two_parts_is_refused(place: Path) -> None:
    (port,) = free_ports(1)
    told = saleroom(place, "up", SALEROOM_FRONTEND_PORT=str(port), SALEROOM_BACKEND_PORT=str(port))
    assert told.returncode == 1 and f"are both {port}" in told.stdout


@pytest.mark.parametrize("host", ["192.0.2.7", "nowhere.invalid"])
def test_an_address_that_is_not_ours_is_refused_once_with_what_would_be_right(place: Path, host: str) -> None:
    told = saleroom(place, "up", SALEROOM_HOST=host)
    assert told.returncode == 1 and told.stdout.count(f"SALEROOM_HOST={host} is no address of this machine") == 1
    assert "use 127.0.0.1" in told.stdout and "0.0.0.0" in told.stdout and "PORT" not in told.stdout


def test_production_refuses_to_start_without_secrets_and_names_all_of_them(place: Path) -> None:
    told = saleroom(place, "up", SALEROOM_ENV="production", SALEROOM_DEMO="1")
    assert told.returncode != 0
    for name in ("SALEROOM_SECRET", "DATABASE_URL", "SALEROOM_PUBLIC_URL", "SALEROOM_DEMO"):
        assert name in told.stderr
    assert "Traceback" not in told.stderr and not (place / "data").exists()


def test_a_data_folder_that_is_a_file_is_said_in_one_sentence(place: Path) -> None:
    a_file = place / "notes.txt"
    a_file.write_text("kept")
    for folder in (a_file, a_file / "data"):
        told = saleroom(place, "up", SALEROOM_DATA_DIR=str(folder))
        assert told.returncode != 0 and "SALEROOM_DATA_DIR" in told.stderr and f"{a_file} is a file" in told.stderr
        assert "Traceback" not in told.stderr and a_file.read_text() == "kept"


def test_a_database_that_does_not_answer_is_one_plain_message(place: Path) -> None:
    (nobody,) = free_ports(1)
    told = saleroom(place, "up", DATABASE_URL=f"postgresql://owner:hidden@127.0.0.1:{nobody}/shop", SALEROOM_SMTP_HOST="mail.invalid")
    assert told.returncode == 1
    assert f"the database at 127.0.0.1:{nobody}/shop cannot be used" in told.stdout
    assert "hidden" not in told.stdout + told.stderr and "Traceback" not in told.stderr


def compose() -> dict[str, dict[str, dict[str, object]]]:
    told = yaml.safe_load((REPOSITORY / "docker-compose.yml").read_text())
    assert isinstance(told, dict)
    return told


def test_the_containers_are_the_four_parts_and_each_says_whether_it_is_well() -> None:
    services = compose()["services"]
    assert set(services) == {"postgres", "backend", "frontend", "mailhog"}
    assert all("healthcheck" in service for service in services.values())


def test_the_containers_file_holds_no_secret_and_listens_on_this_machine_only() -> None:
    text = (REPOSITORY / "docker-compose.yml").read_text()
    for secret in ("SALEROOM_SECRET", "POSTGRES_PASSWORD"):
        assert set(re.findall(r"\$\{" + secret + r"(..)", text)) == {":?"}
    for service in compose()["services"].values():
        ports = service.get("ports", [])
        assert isinstance(ports, list) and all(str(port).startswith("127.0.0.1:") for port in ports)


def _compose_program() -> list[str] | None:
    for program in (["docker-compose"], ["docker", "compose"]):
        if shutil.which(program[0]) and subprocess.run([*program, "version"], capture_output=True).returncode == 0:
            return program
    return None


@pytest.mark.skipif(_compose_program() is None, reason="no docker-compose on this machine")
def test_docker_compose_accepts_its_file_with_secrets_and_refuses_it_without() -> None:
    program = [*(_compose_program() or []), "-f", str(REPOSITORY / "docker-compose.yml"), "config", "-q"]
    bare = {name: value for name, value in os.environ.items() if name not in ("SALEROOM_SECRET", "POSTGRES_PASSWORD")}
    given = {**bare, "SALEROOM_SECRET": "s" * 32, "POSTGRES_PASSWORD": "p" * 24}
    assert subprocess.run(program, env=given, capture_output=True).returncode == 0
    assert subprocess.run(program, env=bare, capture_output=True, cwd="/").returncode != 0

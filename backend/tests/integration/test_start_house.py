"""One command starts the house, watches it, and leaves nothing behind when it is stopped or killed."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.integration.stand_ins import StandInHouse, get, is_running, stand_in_house, wait_until


@pytest.fixture(scope="module")
def house() -> Iterator[StandInHouse]:
    with stand_in_house() as made:
        yield made.start()


@pytest.fixture(scope="module")
def rooms() -> Iterator[StandInHouse]:
    """A house that stands empty between the tests; its Postgres is made once."""
    with stand_in_house() as made:
        yield made


@pytest.fixture
def own_house(rooms: StandInHouse) -> Iterator[StandInHouse]:
    """A house to stop and kill; the next test starts it again on the data that this one left."""
    yield rooms
    if rooms.process is not None:
        rooms.end()


def everyone(house: StandInHouse) -> list[int]:
    return [*house.parts().values(), house.postgres()]


def wait_for_another_worker(house: StandInHouse, than: int) -> None:
    wait_until(lambda: house.parts().get("worker 1") not in (None, than), "the next worker 1")


def test_a_started_house_answers_everywhere_and_tells_what_a_newcomer_needs(house: StandInHouse) -> None:
    assert set(house.parts()) == {"worker 1", "worker 2", "mailbox", "frontend"}
    assert get(house.backend, "/ready")["pid"] in house.parts().values()
    assert get(house.frontend)["SALEROOM_BACKEND_URL"] == f"http://127.0.0.1:{house.backend}"
    assert get(house.mailbox, "/api/v2/messages") == {}
    socket.create_connection(("127.0.0.1", house.smtp), timeout=5).close()
    accounts = ("test@gmail.com / 13", "demo@example.com / Passw0rd!", "admin / admin123")
    for text in (f"http://localhost:{house.frontend}", *accounts, "Ctrl-C"):
        assert text in house.said
    assert "worker 1 | worker is here" in house.said
    assert "\x1b[" not in house.said


def test_it_listens_on_this_machine_only(house: StandInHouse) -> None:
    for port in (house.backend, house.frontend, house.mailbox, house.smtp):
        with socket.socket() as other:
            other.settimeout(2)
            assert other.connect_ex(("127.0.0.2", port)) != 0


def test_workers_are_told_the_unprivileged_login_only_and_the_pages_no_secret_at_all(house: StandInHouse) -> None:
    told = get(house.backend)["environment"]
    assert told["SALEROOM_APP_DATABASE_URL"].startswith("postgresql://saleroom_app:")
    superuser = (house.data_dir / "postgres-password").read_text().strip()
    assert "saleroom_owner" not in json.dumps(told) and superuser not in json.dumps(told)
    pages = get(house.frontend)
    assert not {"SALEROOM_SECRET", "DATABASE_URL", "SALEROOM_APP_DATABASE_URL"} & pages.keys()


def test_a_second_start_on_the_same_folder_is_refused_and_disturbs_nothing(house: StandInHouse) -> None:
    before = everyone(house)
    second = subprocess.run(house.command, env=house.environment, capture_output=True, text=True, timeout=20)
    assert second.returncode == 1 and "already runs" in second.stdout
    assert everyone(house) == before and all(is_running(pid) for pid in before)


def test_a_killed_worker_is_named_and_started_again_while_the_other_serves_on(house: StandInHouse) -> None:
    first, second = house.parts()["worker 1"], house.parts()["worker 2"]
    os.kill(first, signal.SIGKILL)
    house.wait_for(f"worker 1 (process {first}) was ended by SIGKILL: starting it again")
    assert get(house.backend, "/ready")["pid"]
    wait_for_another_worker(house, first)
    assert house.parts()["worker 2"] == second and is_running(second)


def test_a_killed_postgres_is_named_and_started_again_at_the_same_address(house: StandInHouse) -> None:
    before = house.postgres()
    address = get(house.backend)["environment"]["SALEROOM_APP_DATABASE_URL"]
    os.kill(before, signal.SIGKILL)
    house.wait_for(f"Postgres (process {before}) was ended by SIGKILL: starting it again")
    wait_until(lambda: _selects(address), "a Postgres that answers again")
    assert house.postgres() != before


def _selects(address: str) -> bool:
    code = f"import asyncio, asyncpg\nasync def ask():\n await asyncpg.connect({address!r})\nasyncio.run(ask())"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=20).returncode == 0


def test_the_sixth_dead_worker_within_a_minute_stops_everything(own_house: StandInHouse) -> None:
    own_house.start()
    parts = everyone(own_house)
    for count in range(1, 7):
        old = wait_until(lambda: own_house.parts().get("worker 1"), "a worker 1")
        os.kill(old, signal.SIGKILL)
        if count < 6:
            own_house.wait_for(f"({count} of 5 in a minute)")
            wait_for_another_worker(own_house, old)
    assert own_house.process is not None and own_house.process.wait(20) == 1
    own_house.wait_for("6th time within a minute")
    assert not any(is_running(pid) for pid in parts)


def test_a_dead_frontend_stops_everything_with_the_reason(own_house: StandInHouse) -> None:
    own_house.start()
    parts, pages = everyone(own_house), own_house.parts()["frontend"]
    os.kill(pages, signal.SIGKILL)
    assert own_house.process is not None and own_house.process.wait(20) == 1
    own_house.wait_for(f"Saleroom stops: frontend (process {pages}) was ended by SIGKILL")
    assert not any(is_running(pid) for pid in parts)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_everything_gracefully_and_leaves_no_process(own_house: StandInHouse, number: signal.Signals) -> None:
    own_house.start()
    parts = everyone(own_house)
    assert own_house.end(number) == 0
    assert not any(is_running(pid) for pid in parts)
    assert own_house.parts() == {} and not (own_house.data_dir / "pgdata" / "postmaster.pid").exists()


def test_a_second_interrupt_does_not_wait_for_a_stubborn_worker(own_house: StandInHouse) -> None:
    own_house.start(STAND_IN_STUBBORN="1")
    parts = everyone(own_house)
    assert own_house.process is not None
    own_house.process.send_signal(signal.SIGINT)
    own_house.wait_for("stopping")
    began = time.monotonic()
    own_house.process.send_signal(signal.SIGINT)
    assert own_house.process.wait(20) == 0 and time.monotonic() - began < 3
    assert not any(is_running(pid) for pid in parts)


def test_a_killed_supervisor_hinders_the_next_start_in_nothing(own_house: StandInHouse) -> None:
    own_house.start()
    parts, workers = everyone(own_house), [pid for name, pid in own_house.parts().items() if name.startswith("worker")]
    own_house.end(signal.SIGKILL)
    wait_until(lambda: not any(is_running(pid) for pid in workers), "the end of the workers, by themselves", 5)
    own_house.start()
    assert "stopped frontend" in own_house.said and "stopped mailbox" in own_house.said
    assert not any(is_running(pid) for pid in parts)
    assert own_house.end() == 0


def test_a_house_whose_output_nobody_reads_still_starts_and_stops(own_house: StandInHouse) -> None:
    process = subprocess.Popen(
        own_house.command, env={**own_house.environment, "STAND_IN_LINES": "20000"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        wait_until(lambda: get(own_house.backend, "/ready"), "a worker that answers")
        wait_until(lambda: get(own_house.frontend) is not None, "the pages")
    finally:
        process.terminate()
        assert process.wait(20) == 0
        assert process.stdout is not None
        process.stdout.close()


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.skipif(
    sys.platform != "linux", reason="an interrupt that only make received is seen in /proc"))])
def test_a_signal_to_make_alone_stops_everything(own_house: StandInHouse, number: signal.Signals) -> None:
    (own_house.place / "Makefile").write_text("run:\n\t@exec " + " ".join(own_house.command) + " $$PPID\n")
    own_house.start(["make", "run"])
    parts = everyone(own_house)
    own_house.end(number)
    assert not any(is_running(pid) for pid in parts)

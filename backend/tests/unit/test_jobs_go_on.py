"""What runs beside the requests never stops for good: a job that died of a bug is told in the log and begun again."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
from structlog.testing import capture_logs

from saleroom import wiring
from saleroom.wiring import Worker, living


async def nothing() -> None:
    """Closes nothing."""


def a_house() -> Any:
    closing = SimpleNamespace(close=lambda: None)
    return SimpleNamespace(
        hub=SimpleNamespace(close_all=lambda: None), handle=SimpleNamespace(drain=nothing), studio=closing, private_studio=closing,
        pool=SimpleNamespace(close=nothing),
    )


async def test_a_job_that_dies_or_ends_is_begun_again_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "BEGIN_AGAIN_SECONDS", 0.0)
    begun, runs_at_last, other_runs = 0, asyncio.Event(), asyncio.Event()

    async def unlucky() -> None:
        nonlocal begun
        begun += 1
        if begun == 1:
            raise RuntimeError("a bug")
        if begun > 2:
            runs_at_last.set()
            await asyncio.Event().wait()

    async def other() -> None:
        other_runs.set()
        await asyncio.Event().wait()

    with capture_logs() as told:
        async with living(Worker(cast(Any, a_house()), {"unlucky": unlucky, "other": other})):
            async with asyncio.timeout(5):
                await runs_at_last.wait()
                await other_runs.wait()
    assert begun == 3
    assert [(line["event"], line["job"]) for line in told] == [("job_died", "unlucky"), ("job_ended", "unlucky")]


async def test_a_job_that_dies_each_time_is_tried_later_and_later(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    enough, sleep = asyncio.Event(), asyncio.sleep

    async def slept(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 8:
            enough.set()
        await sleep(0)

    async def unlucky() -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("saleroom.wiring.asyncio.sleep", slept)
    with capture_logs() as told:
        async with living(Worker(cast(Any, a_house()), {"unlucky": unlucky})):
            await enough.wait()
    assert pauses[:8] == [1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0]
    assert {(line["event"], line["job"]) for line in told} == {("job_died", "unlucky")}

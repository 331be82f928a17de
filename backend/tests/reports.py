"""Reads the reports of a tier, pytest's, vitest's or Playwright's: how many passed and failed, and which ones, with their reasons."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REASON_LENGTH_MAX = 240
_PLACE = re.compile(r"\b[\w.-]+\.spec\.ts:\d+")


@dataclass(frozen=True, slots=True)
class Result:
    """What one tier or one program found."""

    passed: int = 0
    failed: int = 0
    failures: tuple[str, ...] = ()
    """Each failed test with its reason in a line."""
    unsteady: tuple[str, ...] = ()
    """Each test that passed only when it was tried again, with the reason of its first try."""

    def __add__(self, other: "Result") -> "Result":
        return Result(
            self.passed + other.passed, self.failed + other.failed, self.failures + other.failures, self.unsteady + other.unsteady
        )


def counted(report: Path, code: int) -> Result:
    """The numbers of a junit report; a run that failed without a failed test (a crash) counts one failure."""
    try:
        suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    except (OSError, ElementTree.ParseError):
        return Result(0, 1, ("the tier ended without a report",))
    total, skipped, failed = 0, 0, 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        skipped += int(suite.get("skipped", 0) or 0)
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    cases = [case for suite in suites for case in suite.iter("testcase")]
    named = tuple(line for case in cases for line in _named(case, "failure", "error"))
    unsteady = tuple(line for case in cases for line in _named(case, "flakyFailure", "flakyError"))
    if code and not failed:
        failed, named = 1, (f"the tier ended with exit code {code}",)
    return Result(max(0, total - skipped - failed), failed, named, unsteady)


def _named(case: ElementTree.Element, *kinds: str) -> Iterator[str]:
    """A test of a junit report, once for each way in which it failed."""
    for kind in kinds:
        for problem in case.iter(kind):
            yield f"{case.get('classname', '')} › {case.get('name', '')}: {_reason(problem, kind)}"


def _reason(problem: ElementTree.Element, kind: str) -> str:
    """The first line; and in a browser, where that says only that something was not seen, also what and in which line."""
    told = "\n".join(part.strip() for part in (problem.get("message"), *problem.itertext()) if part and part.strip()) or kind
    lines = told.splitlines()
    sought = next((line.strip() for line in lines if line.strip().startswith("Locator:")), "")
    # The line of the test itself is named last; what it called, before.
    places = _PLACE.findall(told)
    return " · ".join(part for part in (lines[0], sought, places[-1] if places else "") if part)[:REASON_LENGTH_MAX]

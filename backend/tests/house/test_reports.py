"""A run names what failed and why in a line that helps, and does not hide what passed only when it was tried again."""

from pathlib import Path

from tests.reports import counted

REPORT = """
<testsuites><testsuite name="chat.spec.ts" tests="3" failures="1" skipped="0" errors="0">
  <testcase name="asks" classname="chat.spec.ts"/>
  <testcase name="waits" classname="chat.spec.ts">
    <failure message="expect(locator).toBeVisible() failed" type="FAILURE"><![CDATA[
      Error: expect(locator).toBeVisible() failed
      Locator: getByRole('link', { name: 'Messages 1 unread' })
      at open (/somewhere/people.ts:12:9)
      at /somewhere/e2e/chat.spec.ts:93:25
    ]]></failure>
  </testcase>
  <testcase name="reads" classname="chat.spec.ts">
    <flakyFailure message="page.goto: net::ERR_ABORTED" type="FAILURE"><stackTrace>Error at chat.spec.ts:7:3</stackTrace></flakyFailure>
  </testcase>
</testsuite></testsuites>
"""


def test_a_failure_is_named_with_what_was_not_seen_and_where(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    result = counted(report, 1)
    assert (result.passed, result.failed) == (2, 1)
    assert result.failures == (
        "chat.spec.ts › waits: expect(locator).toBeVisible() failed · Locator: getByRole('link', { name: 'Messages 1 unread' }) "
        "· chat.spec.ts:93",
    )
    assert result.unsteady == ("chat.spec.ts › reads: page.goto: net::ERR_ABORTED · chat.spec.ts:7",)


def test_a_crash_is_a_failure_though_no_test_failed(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    assert counted(report, 0).failed == 1
    report.write_text('<testsuites><testsuite tests="1" failures="0" errors="0"><testcase name="a"/></testsuite></testsuites>')
    assert counted(report, 0).passed == 1
    assert counted(report, 3).failures == ("the tier ended with exit code 3",)

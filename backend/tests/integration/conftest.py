"""Begins with the files that take longest, so that no process is left with one of them alone when the others have done all the rest."""

from pathlib import Path

import pytest

LONGEST = (
    "test_demo_loading", "test_live_sales", "test_start_bootstrap", "test_start_commands", "test_start_house", "test_mail_tickets",
    "test_snapshots", "test_live_sale_presses", "test_uploads", "test_box_office", "test_talks_live", "test_live_sale_slow_readers",
    "test_payments", "test_pictures_of_lots", "test_back_office", "test_alarms_close", "test_handle_unknown", "test_help_desk_by_itself",
)
"""From 24 s down to 7 s where two processes share two cores."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    assert not [name for name in LONGEST if not (here / f"{name}.py").exists()], "a file of LONGEST was renamed"
    place = {here / f"{name}.py": number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path, len(LONGEST)))

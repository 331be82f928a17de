"""What a stranger typed is never a formula in a file that a box office opens, and no file grows in memory."""

import io
import tracemalloc
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from saleroom.api import order_files
from saleroom.api.order_files import Cell, Workbook, cells, columns, csv_text, inert
from saleroom.domain.ticket_sales.events import Line
from saleroom.projections.order_folding import OrderRow
from saleroom.projections.order_lists import BackRow, FoundOrder

NOON = datetime(2030, 5, 1, 12, 0, 0, 123456, tzinfo=UTC)


def an_order(title: str = "Spring concert", name: str | None = "Anna", mail: str | None = "anna@example.test") -> FoundOrder:
    lines = (Line(1, 2, 2_550, ("A1", "A2")), Line(2, 1, 0))
    order = OrderRow(3, 9, "partly_refunded", "pick", lines, NOON, None, 5, 2_550, 2, paid_at=NOON)
    backs = (
        BackRow(7_000_001, 1_000, "failed", "given_back", ""), BackRow(7_000_002, 500, "settled_by_hand", "given_back", "bank\ntransfer"),
        BackRow(7_000_003, 300, "settled_by_hand", "late", "cash"), BackRow(7_000_005, 200, "paid_twice", "given_back", "by cheque"),
        BackRow(7_000_004, 750, "succeeded", "given_back", ""),
    )
    return FoundOrder(7, order, title, 1, {1: "Stalls", 2: "Child"}, name, mail, backs)


def test_an_order_is_a_row_under_the_header() -> None:
    header, row = columns(shows_mails=True), cells(an_order(), "EUR", shows_mails=True)
    assert dict(zip(header, row, strict=True)) == {
        "order": 7_000_003, "event_id": 7, "event": "Spring concert", "status": "partly_refunded", "buyer_id": 9, "buyer": "Anna",
        "ticket_types": "2 Stalls; 1 Child", "quantity": 3, "valid_tickets": 2, "seats": "A1 A2", "total": Decimal("51.00"),
        "refunded": Decimal("25.50"), "currency": "EUR", "created_at": "2030-05-01T12:00:00+00:00",
        "paid_at": "2030-05-01T12:00:00+00:00", "refunds_failed": Decimal("10.00"), "refunds_by_hand": Decimal("10.00"),
        "refunds_paid_twice": Decimal("2.00"), "refund_notes": "bank transfer; cash; by cheque", "mail": "anna@example.test",
    }
    assert len(cells(an_order(), "EUR", shows_mails=False)) == len(columns(shows_mails=False)) == len(header) - 1
    erased = cells(an_order(name=None, mail=None), "EUR", shows_mails=True)
    assert (erased[5], erased[-1]) == ("", "")


@pytest.mark.parametrize("typed", ["=1+1", "+49 1", "-2", "@SUM(A1)", "＝1", "\t=1", "\r=1"])
def test_a_text_that_looks_like_a_formula_is_inert(typed: str) -> None:
    assert inert(typed) == f"'{typed}"
    assert inert(f"x{typed}") == f"x{typed}" and inert(-3) == -3


def test_control_characters_of_strangers_do_not_get_into_a_file() -> None:
    row = cells(an_order(title="a\x00b\x1b[2J\nc\u202ed", name="\tX"), "EUR", shows_mails=False)
    assert (row[2], row[5]) == ("a b [2J c d", " X")


async def _pages(*pages: list[list[Cell]]) -> AsyncGenerator[list[list[Cell]], None]:
    for page in pages:
        yield page


async def test_a_csv_file_is_its_header_and_its_pages() -> None:
    parts = [part async for part in csv_text(("a", "b"), _pages([["=x", 1]], [['say "hi"', Decimal("2.50")], [None, "ü, é"]]))]
    assert parts == ["a,b\r\n", "'=x,1\r\n", '"say ""hi""",2.50\r\n,"ü, é"\r\n']


def test_a_full_sheet_is_followed_by_another_with_the_same_header(monkeypatch: Any) -> None:
    monkeypatch.setattr(order_files, "ROWS_MAX", 4)
    to = io.BytesIO()
    book = Workbook(to, ("a",))
    book.add([[n] for n in range(7)])
    book.close()
    sheets = [[row[0].value for row in sheet.iter_rows()] for sheet in load_workbook(to).worksheets]
    assert sheets == [["a", 0, 1, 2], ["a", 3, 4, 5], ["a", 6]]


def test_texts_stay_texts_in_a_workbook_whatever_they_say() -> None:
    typed: list[Cell] = ["=1+1", "{=SUM(A1)}", "http://example.test", "mailto:a@b.test", "0042", " a ", "<b>&"]
    to = io.BytesIO()
    book = Workbook(to, [str(n) for n in range(len(typed))])
    book.add([typed])
    book.close()
    sheet = load_workbook(to).active
    assert sheet is not None
    row = list(sheet.iter_rows())[1]
    assert [cell.value for cell in row] == typed
    assert all(cell.hyperlink is None and cell.data_type != "f" for cell in row)


def test_a_large_workbook_needs_no_more_memory_than_a_small_one() -> None:
    def peak(pages: int) -> int:
        with io.BytesIO() as to:
            book = Workbook(to, columns(shows_mails=False))
            page = [cells(an_order(), "EUR", shows_mails=False) for _ in range(100)]
            tracemalloc.start()
            for _ in range(pages):
                book.add(page)
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            book.close()
            return most

    peak(1)
    assert peak(8) < peak(2) + 50_000

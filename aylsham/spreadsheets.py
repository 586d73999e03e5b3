"""Lists as files for a spreadsheet: no cell can become a formula, and a file says what it is."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

#: What makes a spreadsheet take a text for a formula; some take full-width signs for plain ones.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: Signs that a workbook cannot hold.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
#: What stands above the last column of a CSV, and on the second sheet of a workbook.
ABOUT = "About this list"
_WIDEST = 60

Row = Sequence[Any]


@dataclass(frozen=True)
class About:
    """What a file is: the sentence, and the same in parts, (label, words)."""

    sentence: str
    parts: tuple[tuple[str, str], ...] = ()


def csv_file(headings: Sequence[str], rows: Iterable[Row], about: About | None = None) -> bytes:
    """UTF-8 with a mark, so that Excel shows accents; texts that look like formulas are quoted.

    What it is stands in a last column, on each row: a line above or below the table would be
    read as a heading or as a child, and a file beside it would be lost. An empty list has one
    row, which says nothing else.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    said = [harmless(about.sentence)] if about else []
    writer.writerow([*(harmless(name) for name in headings), *([ABOUT] if about else [])])
    is_empty = True
    for row in rows:
        writer.writerow([*(harmless(_plain(value)) for value in row), *said])
        is_empty = False
    if is_empty and about:
        writer.writerow([*("" for _ in headings), *said])
    return out.getvalue().encode("utf-8-sig")


def xlsx_file(
    title: str, headings: Sequence[str], rows: Iterable[Row], about: About | None = None
) -> bytes:
    """A workbook with one sheet, bold headings that stay in view, and texts that stay texts."""
    return xlsx_book([(title, headings, rows)], about)


def xlsx_book(
    sheets: Iterable[tuple[str, Sequence[str], Iterable[Row]]], about: About | None = None
) -> bytes:
    """A workbook of several sheets: title, headings and rows of each.

    What it is stands on a last sheet, and above and below each printed page.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)  # five times faster than cell by cell: a trust has 30,000 rows
    for title, headings, rows in sheets:
        sheet = book.create_sheet(title[:31])
        if about:
            _print_setup(sheet, about.sentence)
        _fill(sheet, headings, [[_plain(value) for value in row] for row in rows])
    if about:
        _say_what_it_is(book.create_sheet(ABOUT), about)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def harmless(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def _plain(value: Any) -> Any:
    """A day, a number or words: what both kinds of file can hold."""
    if value is None or isinstance(value, int | float | Decimal):
        return value
    if isinstance(value, dt.datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return local.replace(tzinfo=None, second=0, microsecond=0)
    if isinstance(value, dt.date | dt.time):
        return value
    return _UNWRITABLE.sub("", str(value))


def _fill(sheet: Any, headings: Sequence[str], rows: list[list[Any]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    # Before the first row: a sheet that is only written is written in one go.
    for column, name in enumerate(headings):
        cells = (row[column] for row in rows if column < len(row))  # a sum is a shorter row
        longest = max((len(str(value)) for value in cells if value), default=0)
        width = min(max(len(name), longest) + 2, _WIDEST)
        sheet.column_dimensions[get_column_letter(column + 1)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_text(sheet, name, font=Font(bold=True)) for name in headings])
    for row in rows:
        sheet.append([_kept(sheet, value) for value in row])


def _kept(sheet: Any, value: Any) -> Any:
    """A value that stays what it is: a text never becomes a formula."""
    is_formula = isinstance(value, str) and value.startswith(FORMULA_STARTS)
    return _text(sheet, value) if is_formula else value


def _text(sheet: Any, value: str, **looks: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value)
    for name, look in looks.items():
        setattr(cell, name, look)
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(FORMULA_STARTS)
    return cell


def _say_what_it_is(sheet: Any, about: About) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 90
    at_top = Alignment(wrap_text=True, vertical="top")
    for label, words in (("What it is", about.sentence), *about.parts):
        said = _UNWRITABLE.sub("", words)
        named = _text(sheet, label, font=Font(bold=True), alignment=at_top)
        sheet.append([named, _text(sheet, said, alignment=at_top)])


def _print_setup(sheet: Any, sentence: str) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    # An ampersand begins a code in a header, which has room for 255 letters.
    sheet.oddHeader.left.text = sentence.replace("&", "&&")[:240]
    sheet.oddFooter.left.text = f"What the list is stands on the sheet “{ABOUT}”"
    sheet.oddFooter.right.text = "Page &P of &N"

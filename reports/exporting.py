"""Lists as files: nothing in a cell can become a formula, and every file says what it is."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

BOM = "\ufeff"
#: A cell that begins with one of these is a formula to a spreadsheet.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(value: object) -> str:
    """Text that a spreadsheet shows and never runs."""
    text = "" if value is None else str(value)
    # Full-width signs are taken for their plain forms by some spreadsheets.
    is_dangerous = text.startswith((*DANGEROUS, "＝", "＋", "－", "＠"))
    return f"'{text}" if is_dangerous else text


#: What stands above the last column of a CSV.
ABOUT = "About this list"


@dataclass(frozen=True)
class About:
    """What a file is: the sentence, and the same in parts, (label, words)."""

    sentence: str
    parts: tuple[tuple[str, str], ...]


def as_csv(about: About, head: list[str], rows: Iterable[list[object]]) -> bytes:
    """A CSV that Excel opens with the right letters, and that any program reads as one table.

    What it is stands in a last column, on each row: a line above or below the table would be
    read as a heading or as a child, and a file beside it would be lost. An empty list has one
    row, which says nothing else.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*head, ABOUT])
    said = safe_cell(about.sentence)
    empty = True
    for row in rows:
        writer.writerow([*(safe_cell(value) for value in row), said])
        empty = False
    if empty:
        writer.writerow([*("" for _ in head), said])
    return (BOM + out.getvalue()).encode("utf-8")


def as_xlsx(about: About, head: list[str], rows: Iterable[list[object]], *, title: str) -> bytes:
    """A workbook of text cells: the table on the first sheet, what it is on a second.

    What it is stands above and below each printed page too.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = title
    sheet.append([safe_cell(name) for name in head])
    widths = [len(name) for name in head]
    for row in rows:
        cells = [safe_cell(value) for value in row]
        sheet.append(cells)
        widths = [max(w, len(c)) for w, c in zip(widths, cells, strict=True)]
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = min(width + 2, 60)
        sheet.cell(1, column).font = Font(bold=True)
    sheet.freeze_panes = "B2"
    _print_setup(sheet, about.sentence)
    _say_what_it_is(book.create_sheet(ABOUT), about)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _say_what_it_is(sheet, about: About) -> None:
    from openpyxl.styles import Alignment, Font

    for label, words in (("What it is", about.sentence), *about.parts):
        sheet.append([label, safe_cell(words)])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 90
    for label, words in sheet.iter_rows():
        label.font = Font(bold=True)
        label.alignment = words.alignment = Alignment(wrap_text=True, vertical="top")


def _print_setup(sheet, sentence: str) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    # An ampersand begins a code in a header, which has room for 255 letters.
    sheet.oddHeader.left.text = sentence.replace("&", "&&")[:240]
    sheet.oddFooter.left.text = "What the list is stands on the sheet “About this list”"
    sheet.oddFooter.right.text = "Page &P of &N"

"""Lists as files: nothing in a cell can become a formula, and every file says what it is."""

import csv
import io
from collections.abc import Iterable

BOM = "\ufeff"
#: A cell that begins with one of these is a formula to a spreadsheet.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(value: object) -> str:
    """Text that a spreadsheet shows and never runs."""
    text = "" if value is None else str(value)
    # Full-width signs are taken for their plain forms by some spreadsheets.
    is_dangerous = text.startswith((*DANGEROUS, "＝", "＋", "－", "＠"))
    return f"'{text}" if is_dangerous else text


def as_csv(definition: str, head: list[str], rows: Iterable[list[object]]) -> bytes:
    """A CSV that Excel opens with the right letters; the first line says what it is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([safe_cell(definition)])
    writer.writerow(head)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return (BOM + out.getvalue()).encode("utf-8")


def as_xlsx(definition: str, head: list[str], rows: Iterable[list[object]], *, title: str) -> bytes:
    """A workbook of text cells; it says what it is above the table and on every printed page."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = title
    sheet["A1"] = safe_cell(definition)
    sheet["A1"].font = Font(italic=True)
    sheet["A1"].alignment = Alignment(wrap_text=False)
    sheet.append([])
    sheet.append(head)
    widths = [len(name) for name in head]
    for row in rows:
        cells = [safe_cell(value) for value in row]
        sheet.append(cells)
        widths = [max(w, len(c)) for w, c in zip(widths, cells, strict=True)]
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = min(width + 2, 60)
        sheet.cell(3, column).font = Font(bold=True)
    sheet.freeze_panes = "B4"
    _print_setup(sheet, definition)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _print_setup(sheet, definition: str) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "3:3"
    # An ampersand begins a code in a footer.
    sheet.oddFooter.left.text = definition.replace("&", "&&")[:200]
    sheet.oddFooter.right.text = "Page &P of &N"

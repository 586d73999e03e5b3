"""Excel workbooks (.xlsx), read without running anything that is in them."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from .sheets import MAX_COLUMNS, MAX_ROWS, Cell, Formula, Row, Sheet, Unreadable

MAX_UNPACKED = 60_000_000
MAX_RATIO = 150
MAX_MEMBERS = 2_000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_HIDDEN_COLUMN = re.compile(rb'<(?:\w+:)?col\s[^>]*hidden="(?:1|true)"')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*hidden="(?:1|true)"')
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read_workbook(
    data: bytes,
    *,
    count_headings: Callable[[list[str]], int],
    sheet_name: str | None = None,
) -> Sheet:
    """The worksheet that holds the children, or the one that was asked for."""
    archive = _checked_archive(data)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            sheets = [
                Sheet(name=page.title, rows=_rows(page, book.epoch), notices=())
                for page in book.worksheets
                if page.sheet_state == "visible"
            ]
            paths = {page.title: page._worksheet_path for page in book.worksheets}
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(
            "The workbook is damaged and cannot be opened. "
            "Open it in Excel, save it again as .xlsx and upload that."
        ) from error
    sheet = _choose(sheets, sheet_name, count_headings)
    return _with_layout(sheet, sheets, archive.read(paths[sheet.name]), count_headings)


def _checked_archive(data: bytes) -> zipfile.ZipFile:
    """The zip directory, refused when it promises too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Unreadable("The workbook is damaged. Save it again as .xlsx.") from error
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * len(data):
        raise Unreadable(
            "The workbook would unpack to far more than a school's list, "
            "so it was not opened. Export it again as CSV or .xlsx."
        )
    names = {member.filename for member in members}
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("The file has a password. Save it without one and upload it again.")
    if "xl/workbook.bin" in names:
        raise Unreadable("This is an .xlsb workbook. Open it in Excel and save it as .xlsx.")
    if "xl/workbook.xml" not in names and not any(n.endswith("workbook.xml") for n in names):
        raise Unreadable(_not_a_workbook(archive, names))
    _refuse_entities(archive, members)
    if "xl/workbook.xml" in names and _STRICT in archive.read("xl/workbook.xml"):
        raise Unreadable(
            "This is a “Strict Open XML” workbook. Open it in Excel, "
            "save it as “Excel Workbook (.xlsx)” and upload that."
        )
    return archive


def _not_a_workbook(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype")[:200]:
        return "This is an OpenDocument sheet (.ods). Save it as .xlsx or CSV and upload that."
    if any(name.startswith("word/") for name in names):
        return "This is a Word document. Upload the roll as CSV or Excel (.xlsx)."
    return "This is a zip file, not a workbook. Unpack it and upload the CSV or .xlsx inside."


def _refuse_entities(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    try:
        for member in members:
            if member.filename.endswith((".xml", ".rels")):
                with archive.open(member) as part:
                    start = part.read(4096)
                if _DOCTYPE.search(start.replace(b"\x00", b"")):
                    raise Unreadable(
                        "The workbook contains XML entities, which a list never needs, "
                        "so it was refused. Export it again."
                    )
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        raise Unreadable("The workbook is damaged. Save it again as .xlsx.") from error


def _rows(page: Any, epoch: datetime) -> tuple[Row, ...]:
    page.reset_dimensions()
    rows: list[Row] = []
    for number, cells in enumerate(page.iter_rows(max_col=MAX_COLUMNS), start=1):
        if number > MAX_ROWS:
            raise Unreadable(f"The sheet has more than {MAX_ROWS:,} rows. Delete the empty ones.")
        values = [_value(cell) for cell in cells]
        while values and values[-1] is None:
            values.pop()
        rows.append(Row(number, tuple(values)))
    while rows and not rows[-1].cells:
        rows.pop()
    return tuple(rows)


def _value(cell: Any) -> Cell:
    value = cell.value
    if value is None or isinstance(value, str):
        return Formula(value) if value and cell.data_type == "f" else value
    if isinstance(value, bool | datetime | date):
        return value
    if isinstance(value, int | float):
        # 98.8 % is kept by Excel as 0.988.
        is_percentage = "%" in (cell.number_format or "")
        return round(value * 100, 6) if is_percentage else value
    if isinstance(value, time | timedelta):
        return str(value)
    text = getattr(value, "text", None) or getattr(value, "ref", None)
    return Formula(f"={text}" if text and not str(text).startswith("=") else str(text or "="))


def _choose(
    sheets: list[Sheet], wanted: str | None, count_headings: Callable[[list[str]], int]
) -> Sheet:
    if wanted is not None:
        for sheet in sheets:
            if sheet.name == wanted:
                return sheet
        raise Unreadable(f"The workbook has no visible sheet called “{wanted}”.")
    if not any(sheet.rows for sheet in sheets):
        raise Unreadable("The workbook is empty.")
    return max(sheets, key=lambda sheet: (_best_heading(sheet, count_headings), len(sheet.rows)))


def _best_heading(sheet: Sheet, count_headings: Callable[[list[str]], int]) -> int:
    return max(
        (
            count_headings([cell if isinstance(cell, str) else "" for cell in row.cells])
            for row in sheet.rows[:60]
        ),
        default=0,
    )


def _with_layout(
    sheet: Sheet, sheets: list[Sheet], xml: bytes, count_headings: Callable[[list[str]], int]
) -> Sheet:
    """The sheet with its merged ranges and what a person should know of its layout."""
    notices = []
    alike = [
        other.name
        for other in sheets
        if other is not sheet and _best_heading(other, count_headings) >= 3
    ]
    if alike:
        notices.append(
            f"Only the sheet “{sheet.name}” was read. These sheets look like lists of children "
            f"too: {', '.join(alike)}."
        )
    if _HIDDEN_COLUMN.search(xml):
        notices.append("The sheet has hidden columns. They were read like the others.")
    if _HIDDEN_ROW.search(xml):
        notices.append("The sheet has hidden rows. They were read like the others.")
    merged = tuple(
        (int(top), _column(left), int(bottom), _column(right))
        for left, top, right, bottom in _MERGED.findall(xml)
    )
    return Sheet(name=sheet.name, rows=sheet.rows, notices=tuple(notices), merged=merged)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1

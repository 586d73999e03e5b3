"""Files as offices make them, for the tests of reading."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl

from pupils.importing.roll import ParsedRoll, read_roll
from pupils.upn import check_letter

TODAY = date(2026, 11, 23)
ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "demo" / "samples" / "mis"
MESSY = ROOT / "tests" / "data" / "messy"

HEADINGS = ("UPN", "Surname", "Forename", "Date of birth", "Year group", "SEN status", "Need")


def upn(serial: int) -> str:
    """A valid UPN of Bure Valley with this serial number."""
    rest = f"926299923{serial:03}"
    return check_letter(rest) + rest


def child(serial: int = 1, **changes) -> dict[str, object]:
    """One row's cells by heading; a Year 3 child without SEN unless changed."""
    row: dict[str, object] = {
        "UPN": upn(serial),
        "Surname": f"Carter{'abcdefghijklmnopqrstuvwxyz'[serial % 26]}",
        "Forename": f"Sam{'abcdefghijklmnopqrstuvwxyz'[serial // 26 % 26]}",
        "Date of birth": "03/12/2018",
        "Year group": "3",
        "SEN status": "",
        "Need": "",
    }
    return row | changes


def csv_text(rows, *, headings=None, separator=",", newline="\r\n", above=()) -> str:
    """The rows as delimited text, with lines above the headings as they stand."""
    headings = headings or list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=newline)
    writer.writerow(headings)
    writer.writerows([row.get(name, "") for name in headings] for row in rows)
    return "".join(line + newline for line in above) + out.getvalue()


def csv_bytes(rows, *, encoding="utf-8", **options) -> bytes:
    """The rows as a text file."""
    return csv_text(rows, **options).encode(encoding)


def xlsx_bytes(rows, *, headings=None, above=(), change=None) -> bytes:
    """The rows as a workbook; `change(book, sheet)` spoils it before it is saved."""
    book = openpyxl.Workbook()
    sheet = book.active
    headings = headings or list(dict.fromkeys(name for row in rows for name in row))
    for line in above:
        sheet.append(line)
    sheet.append(headings)
    for row in rows:
        sheet.append([row.get(name) for name in headings])
    if change:
        change(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data, **options) -> ParsedRoll:
    """Read rows, text or bytes as a roll."""
    if isinstance(data, list):
        data = csv_bytes(data)
    if isinstance(data, str):
        data = data.encode()
    return read_roll(data, today=TODAY, **options)


def found(roll: ParsedRoll) -> list[tuple[int, str, str]]:
    """The faults, short."""
    return [(fault.row, fault.column, fault.problem) for fault in roll.faults]


def warned(roll: ParsedRoll) -> list[tuple[int, str, str]]:
    """The warnings, short."""
    return [(fault.row, fault.column, fault.problem) for fault in roll.warnings]


def zip_bytes(**members: bytes) -> bytes:
    """A zip file with these members; two underscores stand for a slash, one for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()

"""What every kind of file is turned into: numbered rows of plain cells."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

MAX_ROWS = 20_000
MAX_COLUMNS = 250


class Unreadable(Exception):
    """The file is refused as a whole; the text tells a person what to do."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that holds a formula instead of a value."""

    text: str


@dataclass(frozen=True, slots=True)
class Damaged:
    """A cell whose quotation mark was opened and never closed."""

    text: str


Cell = str | int | float | bool | date | datetime | Formula | Damaged | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` counts from 1 at the first row of the file."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one worksheet or text file and what a person should know about it.

    A transfer file has no heading row: its `header` is given, and `fields` says what each is.
    """

    name: str
    rows: tuple[Row, ...]
    notices: tuple[str, ...] = ()
    header: Row | None = None
    fields: tuple[str, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    academic_year: int | None = None
    school: tuple[str, str] | None = None


#: control characters, soft hyphens, joiners, marks of direction, byte order and variation
_INVISIBLE = dict.fromkeys(
    [
        *range(9),
        11,
        12,
        *range(14, 32),
        127,
        173,
        1564,
        6158,
        *range(8203, 8208),
        *range(8234, 8239),
        *range(8288, 8304),
        *range(65024, 65040),
        65279,
    ]
)
_LEADING_ZEROS = re.compile(r'^="(\d*)"$')
_FORMULA = re.compile(
    r"""^(?:=.+                                  # =A1, =HYPERLINK(…)
        |[+\-@]\s*[A-Za-z][\w.]*\s*[(|!].*       # @SUM(…), +cmd|…, -Sheet1!A1
        |[+\-]\s*\$?[A-Za-z]{1,3}\$?\d+(?:\s*[+\-*/&^].*)?   # +A1, -A1+B2
        |[+\-]\d+(?:\.\d+)?(?:\s*[*/^].*)        # +1*2
        )$""",
    re.VERBOSE | re.DOTALL,
)

#: what a formula, or a number or text written as such, begins with
_SIGNS = ("=", "+", "-", "@", "'")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def has_control_characters(cell: Cell) -> bool:
    """True when the cell holds what no keyboard types, such as a NUL; `clean` leaves it out."""
    return isinstance(cell, str) and bool(_CONTROL.search(cell))


def visible(cell: Cell) -> str:
    """The cell as a person would read it, with a picture for each character that has no shape."""
    if not isinstance(cell, str):
        return text_of(cell)
    return text_of(_CONTROL.sub(lambda found: chr(0x2400 + min(ord(found[0]), 0x21)), cell))


def clean(cell: Cell) -> Cell:
    """The cell without invisible characters, odd spaces and the quote that means "text"."""
    if not isinstance(cell, str):
        return cell
    if not (cell.isascii() and cell.isprintable()):  # most cells hold nothing to be put right
        cell = unicodedata.normalize("NFC", cell.translate(_INVISIBLE))
    text = " ".join(cell.split())
    if text[:1] not in _SIGNS:
        return text
    if zeros := _LEADING_ZEROS.match(text):
        return zeros[1]
    if _FORMULA.match(text):
        return Formula(text)
    if text[:1] == "'" and (len(text) == 1 or not text[1].islower()):
        return text[1:].strip()
    return text


def text_of(cell: Cell) -> str:
    """The cell as a person would read it."""
    cell = clean(cell)
    if cell is None:
        return ""
    if isinstance(cell, Formula | Damaged):
        return cell.text
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell)


def is_blank(cell: Cell) -> bool:
    """True when nothing can be seen in the cell."""
    return text_of(cell) == ""

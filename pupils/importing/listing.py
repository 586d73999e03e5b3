"""Which rows of a sheet are children: not blank, not a total, not the headings again."""

import re
import statistics
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from .columns import Columns, Vocabulary
from .faults import Fault, fault
from .headings import FIELDS
from .headings_again import ANOTHER, Again, headings_again, starts_another_table
from .sheets import Cell, Row, Sheet, text_of

IDENTITY = ("upn", "full_name", "surname", "forename", "date_of_birth", "admission_no")
_FOOTER = re.compile(
    r"^(?:grand |sub[- ]?)?totals?\b|^(?:number|count|no\.?|sum) of\b|^(?:count|sum|average|mean)\b"
    r"|\b(?:sub)?totals?:?$|\bcount:?$|^(?:prepared|compiled|signed|checked|run) by\b|^signed\b"
    r"|^(?:boys|girls|males?|females?)\b"
    r"|^page \d|^end of|^(?:report|printed|generated|produced|created|exported|run|filter)\b"
    r"|^\(?\d+ (?:rows?|records?|pupils?|students?|children)\b|^(?:key|notes?|nb|confidential)\b"
    r"|^[*©]|^(?:official|data protection|school|class|year|form)\s*:",
    re.IGNORECASE,
)
#: Nobody is called so, whatever stands beside it: the one who made the list, and the day.
_MAKER = re.compile(r"^(?:prepared|compiled|signed|checked|run) by\b", re.IGNORECASE)
_UPN = re.compile(r"[A-Za-z]\d{9}")
#: written like a day, right or wrong, and not like a count ("Boys", "112")
_MAYBE_A_DAY = re.compile(
    r"^\W*\d{1,4}\w{0,2}\s?[-/. ]\s?\w{1,9}\s?[-/., ]\s?\d|^\d{5,8}(?:\.\d+)?$|^##|\b(?:19|20)\d\d\b"
)
_NAME = re.compile(r"[^\W\d_](?:[^\d:@/]*[^\W\d_.])?\.?$")
_NOTHING = re.compile(r"^[-–—_.=*/\s]*$")


SECOND_TABLE = "a second table starts here; it is not read"
TABLE_ABOVE = "children above the headings are not read"
_SEPARATORS = ((";", 2), ("\t", 2), ("|", 2), (",", 4))
_ONLY_A_DAY = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{2,4}$")


def holds_a_row(row: Row) -> bool:
    """True when the only cell has a UPN, a day, or what must be several cells."""
    text = " ".join(_texts(row).values())
    is_one = len(_texts(row)) == 1
    return whole_row(row) is not None or (
        is_one and bool(_UPN.search(text) or _ONLY_A_DAY.match(text))
    )


def whole_row(row: Row) -> int | None:
    """The place of the only cell, when that has a whole row in it, with another separator."""
    filled = [(index, cell) for index, cell in enumerate(row.cells) if text_of(cell)]
    if len(filled) != 1:
        return None
    index, cell = filled[0]
    text = cell.strip() if isinstance(cell, str) else ""  # as it stands: cleaning eats tabs
    return index if any(text.count(sign) >= least for sign, least in _SEPARATORS) else None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is not a child, and why it was passed over."""

    row: int
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a sheet that are children, those passed over, and what is no row of either."""

    rows: list[Row]
    skipped: list[Skipped]
    faults: list[Fault]


def child_rows(
    sheet: Sheet,
    columns: Columns,
    *,
    identity: tuple[str, ...] = IDENTITY,
    vocabulary: Vocabulary = FIELDS,
    corrections: Mapping[tuple[int, str], str] | None = None,
    left_out: Iterable[int] = (),
) -> Listing:
    """The rows below the headings that are children, corrected, and those passed over."""
    listing = Listing([], [], list(_above(sheet, columns)))
    excluded = frozenset(left_out)
    below = [row for row in _filled(sheet, columns) if row.number > columns.header]
    usual = _usual_cells(below)
    for row, reason, unread in _tables(below, columns, vocabulary):
        row = _corrected(row, columns, corrections or {})
        if row.number in excluded:
            listing.skipped.append(Skipped(row.number, "left out"))
        elif unread is not None:
            listing.faults.append(fault(row.number, "", SECOND_TABLE, _summary(row), other=unread))
        elif reason := reason or _not_a_child(row, columns, identity, usual):
            if reason != "blank":
                listing.skipped.append(Skipped(row.number, reason, _summary(row)))
        else:
            listing.rows.append(row)
    return listing


def _above(sheet: Sheet, columns: Columns) -> Iterator[Fault]:
    """One fault for children above the headings: of two tables the one with most is read."""
    above = (row for row in sheet.rows if row.number < columns.header)
    lost = [row for row in above if len(texts := _texts(row)) > 2 and _has_upn(texts)]
    if lost:
        yield fault(lost[0].number, "", TABLE_ABOVE, _summary(lost[0]), other=len(lost))


def _tables(
    below: list[Row], columns: Columns, vocabulary: Vocabulary
) -> Iterator[tuple[Row, str | None, int | None]]:
    """(row under the first headings, why it is none of a child, None).

    Of another table only its first row is given, and how many rows follow it, up to where the
    first headings stand again.
    """
    again: Again | None = None
    other: Row | None = None
    unread, gap = 0, False
    for row, following in zip_longest(below, below[1:]):
        texts = _texts(row)
        found = _headings_here(texts, following if gap else None, columns, vocabulary)
        gap = len(texts) < 2
        if found and found.is_another:
            unread += other is not None
            other = other or row
        elif found:
            if other:
                yield other, None, unread
            again, other, unread = found, None, 0
            yield row, f"the headings again{', in another order' * found.is_moved}", None
        elif other:
            unread += bool(texts)
        else:
            yield again.put_back(row) if again else row, None, None
    if other:
        yield other, None, unread


def _headings_here(
    texts: dict[int, str], following: Row | None, columns: Columns, vocabulary: Vocabulary
) -> Again | None:
    """The headings in this row, if it is a row of headings; `following` only after a gap."""
    if columns.header == 0 or len(texts) < 2 or _is_surely_a_child(texts, columns):
        return None
    if found := headings_again(texts, columns, vocabulary):
        return found
    if _FOOTER.match(next(iter(texts.values()))):
        return None
    is_another = (
        following is not None
        and not _is_surely_a_child(_texts(following), columns)
        and starts_another_table(texts, _texts(following), columns)
    )
    return ANOTHER if is_another else None


def _texts(row: Row) -> dict[int, str]:
    return {index: text for index, cell in enumerate(row.cells) if (text := text_of(cell))}


def _summary(row: Row) -> str:
    return " · ".join(text for cell in row.cells if (text := text_of(cell)))[:80]


def _usual_cells(rows: list[Row]) -> int:
    """How many cells are filled in the usual row."""
    filled = (sum(1 for cell in row.cells if text_of(cell)) for row in rows)
    return statistics.median_high([count for count in filled if count] or [0])


def _not_a_child(row: Row, columns: Columns, identity: tuple[str, ...], usual: int) -> str | None:
    if columns.header == 0:
        return None  # every pupil of a transfer file is one, however empty
    texts = _texts(row)
    if all(_NOTHING.match(text) for text in texts.values()):
        return "blank"
    named = [c.field for c in columns.known if c.field in identity and c.index in texts]
    first = next(iter(texts.values()))
    if _FOOTER.match(first) and not _is_surely_a_child(texts, columns):
        return "a total or a note"
    if holds_a_row(row):
        return None  # one cell with another separator: a fault, never passed over
    if not named:
        return "no name, number or date of birth"
    if len(texts) == 1:
        return "only one cell"
    if len(texts) <= max(2, (usual + 1) // 2) and not _may_be_a_child(texts, columns):
        return "a total or a note"
    return None


def _is_surely_a_child(texts: dict[int, str], columns: Columns) -> bool:
    """True with a UPN, or with a name and a birthday: for a child called Page or Total."""
    if _has_upn(texts):
        return True
    is_maker = _MAKER.match(next(iter(texts.values()), ""))
    return not is_maker and _has_birthday(texts, columns) and _has_name(texts, columns)


def _may_be_a_child(texts: dict[int, str], columns: Columns) -> bool:
    """True with any of the three: a few cells without one are a count, or the title of a page."""
    if _has_upn(texts) or _has_name(texts, columns):
        return True
    return _has_birthday(texts, columns) and len(texts) > 2


def _has_upn(texts: dict[int, str]) -> bool:
    return any(map(_UPN.search, texts.values()))


def _has_birthday(texts: dict[int, str], columns: Columns) -> bool:
    days = (texts.get(column.index, "") for column in columns.of("date_of_birth"))
    return any(map(_MAYBE_A_DAY.search, days))


def _has_name(texts: dict[int, str], columns: Columns) -> bool:
    """A whole name of two words, or a surname and a first name."""
    names = {
        column.field: text
        for column in columns.known
        if (text := texts.get(column.index, "")) and _NAME.match(text)
    }
    return " " in names.get("full_name", "") or {"surname", "forename"} <= names.keys()


def _corrected(row: Row, columns: Columns, corrections: Mapping[tuple[int, str], str]) -> Row:
    """The row with what a person typed instead."""
    changes = {
        index: corrections[row.number, heading]
        for index, heading in columns.headings.items()
        if (row.number, heading) in corrections
    }
    if not changes:
        return row
    width = max(len(row.cells), *(index + 1 for index in changes))
    cells: list[Cell] = [*row.cells, *[None] * (width - len(row.cells))]
    for index, text in changes.items():
        cells[index] = text
    return Row(row.number, tuple(cells))


def _filled(sheet: Sheet, columns: Columns) -> Iterable[Row]:
    """The rows with cells that were merged downwards filled in (a class over thirty rows)."""
    down = [span for span in sheet.merged if span[2] > span[0] > columns.header]
    if not down:
        return sheet.rows
    by_number = {row.number: list(row.cells) for row in sheet.rows}
    for top, left, bottom, _ in down:
        source = by_number.get(top, [])
        value = source[left] if left < len(source) else None
        for number in range(top + 1, bottom + 1):
            cells = by_number.get(number)
            if cells and any(text_of(cell) for cell in cells):
                cells.extend([None] * (left + 1 - len(cells)))
                cells[left] = value
    return [Row(number, tuple(cells)) for number, cells in by_number.items()]

"""Attainment and behaviour by term: typed rows, and every fault by row and column."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from .checks import check_birthday, check_name, require
from .columns import Columns, count_known_headings, find_columns
from .faults import Fault, fault
from .habits import habits
from .headings import FIELDS
from .listing import Skipped, child_rows
from .reading import read_file
from .records import Record, read_records
from .sheets import Sheet
from .term_values import TermOf, find_term

SUBJECTS = ("reading", "writing", "maths")
COUNTS = ("incidents", "praise")
#: field → (what a person calls it, headings); children are found by the same words as in a roll
MARK_FIELDS: dict[str, tuple[str, str]] = {
    **{name: FIELDS[name] for name in ("upn", "full_name", "surname", "forename")},
    "date_of_birth": FIELDS["date_of_birth"],
    "term": ("term", "term; assessment term; data drop; assessment point; period; collection"),
    "reading": (
        "reading",
        "reading; reading ta; reading teacher assessment; reading judgement; read; rdg; reading level",
    ),
    "writing": (
        "writing",
        "writing; writing ta; writing teacher assessment; writing judgement; writ; wri; writing level",
    ),
    "maths": (
        "mathematics",
        "maths; mathematics; math; maths ta; maths teacher assessment; maths judgement; maths level",
    ),
    "incidents": (
        "behaviour incidents",
        (
            "behaviour incidents; incidents; negative points; behaviour points; negative behaviour;"
            " number of incidents; behaviour incident count; negatives; sanctions"
        ),
    ),
    "praise": (
        "praise points",
        (
            "praise; praise points; achievement points; positive points; house points; positives;"
            " achievements; merits; dojo points; rewards"
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class MarkRow:
    """What the sheet says of one child in one term."""

    row: int
    upn: str = ""
    surname: str = ""
    forename: str = ""
    date_of_birth: date | None = None
    term: TermOf | None = None
    reading: int | None = None
    writing: int | None = None
    maths: int | None = None
    incidents: int | None = None
    praise: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedMarks:
    """A sheet of marks as read."""

    columns: Mapping[str, str]
    unrecognised: tuple[str, ...]
    rows: tuple[MarkRow, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()
    faulty: tuple[MarkRow, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    header_row: int = 0
    #: heading → as the file has it, where it differs
    written: Mapping[str, str] = field(default_factory=dict)
    #: heading → a few values of the column
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def row_count(self) -> int:
        """Rows that are children, good and faulty."""
        return len(self.rows) + len(self.faulty)


def read_marks(data: bytes, *, today: date, name: str = "", **choices) -> ParsedMarks:
    """The marks in an uploaded sheet; `Unreadable` when it is refused as a whole."""
    count = partial(count_known_headings, vocabulary=MARK_FIELDS)
    sheet = read_file(
        data, name=name, sheet_name=choices.pop("sheet_name", None), count_headings=count
    )
    return parse_marks(sheet, today=today, file_name=name, **choices)


def parse_marks(
    sheet: Sheet,
    *,
    today: date,
    file_name: str = "",
    mapping: Mapping[str, str] | None = None,
    corrections: Mapping[tuple[int, str], str] | None = None,
    left_out: Iterable[int] = (),
) -> ParsedMarks:
    """The marks in a sheet, with a person's mapping, corrections and rows left out."""
    columns = find_columns(sheet, mapping=mapping, vocabulary=MARK_FIELDS)
    listing = child_rows(
        sheet, columns, vocabulary=MARK_FIELDS, corrections=corrections, left_out=left_out
    )
    rows = listing.rows
    records = read_records(rows, columns, habits(columns, rows, today=today))
    term, notices = _term_of_sheet(sheet, columns, file_name)
    missing = _missing(columns, term)
    for record in records:
        _check(record, today)
        if term:
            record.values["term"] = term
    _check_twice(records)
    absent = [fault(columns.header, MARK_FIELDS[name][0], "no such column") for name in missing]
    return ParsedMarks(
        columns=columns.mapping(),
        unrecognised=columns.unrecognised,
        rows=tuple(_typed(r) for r in records if not r.faults and not missing),
        faults=(
            *absent,
            *sorted([*listing.faults, *(f for record in records for f in record.faults)]),
        ),
        warnings=tuple(sorted(w for record in records for w in record.warnings)),
        faulty=tuple(_typed(r) for r in records if r.faults or missing),
        skipped=tuple(listing.skipped),
        notices=(*sheet.notices, *columns.notices, *notices),
        header_row=columns.header,
        written=columns.written,
        samples=columns.samples(rows),
    )


def _term_of_sheet(
    sheet: Sheet, columns: Columns, file_name: str
) -> tuple[TermOf | None, tuple[str, ...]]:
    """The term of a sheet without such a column: from its name or the file's; and a notice."""
    if columns.of("term"):
        return None, ()
    for what, text in (("file", file_name), ("sheet", sheet.name)):
        if found := find_term(text):
            words = f"{found.name} term of the school year {found.year} to {found.year + 1}"
            return found, (f"No column says the term. The name of the {what} does: {words}.",)
    return None, ()


def _missing(columns: Columns, term: TermOf | None) -> list[str]:
    """A mark needs a child, a term and something that is said."""
    has_name = columns.of("full_name") or (columns.of("surname") and columns.of("forename"))
    missing = [] if columns.of("upn") or has_name else ["upn"]
    if not columns.of("term") and term is None:
        missing.append("term")
    if not any(columns.of(name) for name in (*SUBJECTS, *COUNTS)):
        missing.append("reading")
    return missing


def _check(record: Record, today: date) -> None:
    check_name(record)
    if record.heading("date_of_birth"):
        check_birthday(record, today, is_required=not record.values.get("upn"))
    elif not record.values.get("upn"):
        record.blame("upn", "missing")
    require(record, "term")


def _check_twice(records: list[Record]) -> None:
    """A child has one row for each term."""
    seen: dict[tuple, Record] = {}
    for record in records:
        values = record.values
        child = values.get("upn") or (
            (values.get("surname") or "").casefold(),
            (values.get("forename") or "").casefold(),
            values.get("date_of_birth"),
        )
        first = seen.setdefault((child, values.get("term")), record)
        if first is not record and not record.faults:
            column = next(c for c in ("upn", "surname", "full_name") if record.heading(c))
            record.blame(column, "row repeated", other=first.row)


def _typed(record: Record) -> MarkRow:
    known = {name: record.values[name] for name in _NAMES if name in record.values}
    return replace(MarkRow(row=record.row), **known)


_NAMES = [name for name in MarkRow.__dataclass_fields__ if name != "row"]

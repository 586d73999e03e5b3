"""The SENDCo's own list of staff: typed rows, and every fault by row and column."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from pupils.importing.coded import code_of
from pupils.importing.columns import Columns, count_known_headings, find_columns
from pupils.importing.faults import Fault, Unusable, fault
from pupils.importing.listing import Skipped, child_rows
from pupils.importing.reading import read_file
from pupils.importing.records import SPREADSHEET_ERRORS, Record
from pupils.importing.sheets import Cell, Formula, Row, Sheet, clean, text_of
from pupils.importing.wordings import table

#: field → (what a person calls it, headings)
STAFF_FIELDS: dict[str, tuple[str, str]] = {
    "school": ("school", "school; school name; setting; establishment; site"),
    "name": ("name", "name; full name; staff name; staff; adult; member of staff; employee"),
    "role": ("role", "role; job; job title; post; position; role at work"),
    "hours": (
        "hours a week",
        "hours per week; hours a week; hours; weekly hours; contracted hours; contract hours; hrs",
    ),
    "weeks": ("weeks a year", "weeks per year; weeks a year; weeks; weeks worked"),
    "days": ("days", "days; working days; days worked; working pattern; pattern; which days"),
    "training": (
        "training",
        "training; trainings; qualifications; skills; trained in; courses; cpd; certificates",
    ),
    "rate": (
        "cost of an hour",
        "hourly cost; cost per hour; hourly rate; rate; rate per hour; cost an hour; pay per hour",
    ),
}
ROLE_WORDS = table(
    lsa="lsa; ta; teaching assistant; learning support assistant; support assistant; general lsa",
    one_to_one="1 1 lsa; 1 to 1 lsa; one to one; one to one lsa; 1 1 ta; 1 1; 121; 121 lsa; 1 to 1",
    hlta="hlta; higher level teaching assistant; higher level assistant",
    teacher="teacher; class teacher; ct; qualified teacher",
    cover="cover supervisor; cover; cover assistant",
    nursery="nursery practitioner; nursery nurse; nursery assistant; early years practitioner",
    pastoral="pastoral worker; pastoral; learning mentor; family worker; elsa",
    lunch="lunchtime supervisor; midday supervisor; msa; lunchtime assistant; mdsa",
)
_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|prof|rev)\b\.?\s+", re.IGNORECASE)
_DAY = {
    name: number
    for number, names in enumerate(
        (
            ("mon", "monday", "m"),
            ("tue", "tues", "tuesday"),
            ("wed", "weds", "wednesday", "w"),
            ("thu", "thur", "thurs", "thursday"),
            ("fri", "friday", "f"),
        )
    )
    for name in names
}
_ALL_WEEK = {"every day", "all week", "full week", "daily", "all"}
_REQUIRED = ("name", "role", "hours", "days")
_LONGEST = {"name": 150, "training": 1_000}
MOST_HOURS, MOST_PENCE, MOST_WEEKS = 48, 100_000, 53
#: More hours a day than this, or fewer, are worth a look.
LONG_DAY, SHORT_DAY = Decimal(9), Decimal(1)


@dataclass(frozen=True, slots=True)
class StaffRow:
    """What the list says of one person."""

    row: int
    name: str = ""
    school: str = ""
    role: str = ""
    hours: Decimal = Decimal(0)
    #: None where the list does not say.
    weeks: int | None = None
    #: 0 is Monday.
    days: tuple[int, ...] = ()
    training: tuple[str, ...] = ()
    #: Pence an hour; None where the list does not say.
    rate: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedStaff:
    """A list of staff as read."""

    columns: Mapping[str, str]
    unrecognised: tuple[str, ...]
    rows: tuple[StaffRow, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()
    faulty: tuple[StaffRow, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    header_row: int = 0
    #: heading → as the file has it, where it differs
    written: Mapping[str, str] = field(default_factory=dict)
    #: heading → a few values of the column
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def row_count(self) -> int:
        """Rows that are people, good and faulty."""
        return len(self.rows) + len(self.faulty)


def read_staff(data: bytes, *, name: str = "", **choices) -> ParsedStaff:
    """The rows of an uploaded list; `Unreadable` when it is refused as a whole."""
    count = partial(count_known_headings, vocabulary=STAFF_FIELDS)
    sheet = read_file(
        data, name=name, sheet_name=choices.pop("sheet_name", None), count_headings=count
    )
    return parse_staff(sheet, **choices)


def parse_staff(
    sheet: Sheet,
    *,
    mapping: Mapping[str, str] | None = None,
    corrections: Mapping[tuple[int, str], str] | None = None,
    left_out: Iterable[int] = (),
) -> ParsedStaff:
    """The rows of a sheet, with a person's mapping, corrections and rows left out."""
    columns = find_columns(sheet, mapping=mapping, vocabulary=STAFF_FIELDS)
    missing = [name for name in _REQUIRED if not columns.of(name)]
    listing = child_rows(
        sheet,
        columns,
        identity=("name", "role"),
        vocabulary=STAFF_FIELDS,
        corrections=corrections,
        left_out=left_out,
    )
    records = [_read(row, columns) for row in listing.rows]
    absent = [fault(columns.header, STAFF_FIELDS[name][0], "no such column") for name in missing]
    return ParsedStaff(
        columns=columns.mapping(),
        unrecognised=columns.unrecognised,
        rows=tuple(_typed(r) for r in records if not r.faults and not missing),
        faults=(*absent, *sorted([*listing.faults, *(f for r in records for f in r.faults)])),
        warnings=tuple(sorted(w for record in records for w in record.warnings)),
        faulty=tuple(_typed(r) for r in records if r.faults or missing),
        skipped=tuple(listing.skipped),
        notices=(*sheet.notices, *columns.notices),
        header_row=columns.header,
        written=columns.written,
        samples=columns.samples(listing.rows),
    )


def _read(row: Row, columns: Columns) -> Record:
    record = Record(row.number, columns)
    for column in columns.known:
        if column.field in record.values:
            continue
        cell = row.cells[column.index] if column.index < len(row.cells) else None
        record.texts[column.field] = text_of(cell)
        try:
            record.values[column.field] = _value(column.field, cell)
        except Unusable as problem:
            record.blame(column.field, problem.problem, **problem.words)
    for name in _REQUIRED:
        if record.heading(name) and not record.values.get(name):
            record.blame(name, "missing")
    _remark(record)
    return record


def _remark(record: Record) -> None:
    """What is worth a look in a row that can be taken."""
    name, texts = record.values.get("name", ""), record.texts
    if name and name != texts["name"]:
        record.warn("name", "repaired characters", other=name)
    if "," in texts.get("training", "") and ";" not in texts["training"]:
        record.warn("training", "commas in training")
    hours, days = record.values.get("hours"), record.values.get("days")
    if hours and days and not SHORT_DAY <= hours / len(days) <= LONG_DAY:
        each = (hours / len(days)).quantize(Decimal("0.1"))
        record.warn("hours", "hours do not fit the days", other=f"{each:f}")


def _value(name: str, cell: Cell) -> Any:
    text = text_of(cell)
    if isinstance(clean(cell), Formula):
        raise Unusable("formula in a cell")
    if text.upper() in SPREADSHEET_ERRORS or text.startswith("###"):
        raise Unusable("error in a cell")
    if len(text) > (most := _LONGEST.get(name, 200)):
        raise Unusable("too long", length=f"{len(text):,}", most=str(most))
    reader = _READERS.get(name)
    return reader(cell, text) if reader else text


def _name(cell: Cell, text: str) -> str:
    """The name without Mr, Mrs, Dr; “Burton, Jo” turned round."""
    last, comma, first = (part.strip() for part in text.partition(","))
    if comma and first and "," not in first:
        text = f"{_TITLE.sub('', first)} {_TITLE.sub('', last)}"
    return _TITLE.sub("", text)


def _role(cell: Cell, text: str) -> str:
    if not text:
        return ""
    if code := code_of(text, ROLE_WORDS):
        return code
    raise Unusable("unknown role at work")


def _number(text: str, problem: str) -> Decimal:
    try:
        number = Decimal(text.replace("£", "").replace(",", "").strip())
    except InvalidOperation:
        raise Unusable(problem) from None
    if not number.is_finite():
        raise Unusable(problem)
    return number


def _hours(cell: Cell, text: str) -> Decimal | None:
    """Hours to the hundredth; None for an empty cell."""
    if not text:
        return None
    hours = _number(text, "not hours a week")
    if not 0 < hours <= MOST_HOURS or hours * 100 != int(hours * 100):
        raise Unusable("not hours a week")
    return hours


def _weeks(cell: Cell, text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:9]) <= MOST_WEEKS:
        raise Unusable("not a whole number")
    return int(text)


def _pence(cell: Cell, text: str) -> int | None:
    """Whole pence; None for an empty cell."""
    if not text:
        return None
    pence = _number(text, "not a sum of money") * 100
    if not 0 <= pence <= MOST_PENCE or pence != int(pence):
        raise Unusable("not a sum of money")
    return int(pence)


def read_days(text: str) -> tuple[int, ...]:
    """`Tue-Fri`, `Mon, Wed`, `Mon to Wed and Fri` as weekdays; `Unusable` when not understood."""
    plain = " ".join(text.lower().replace(".", "").split())
    if plain in _ALL_WEEK:
        return (0, 1, 2, 3, 4)
    found: set[int] = set()
    for part in re.split(r"[,;/&+]|\band\b", plain):
        words = [end.strip() for end in re.split(r"[-–—]|\bto\b", part)]
        ends = [_DAY[word] for word in words if word in _DAY]
        if len(ends) != len(words) or len(ends) > 2 or ends[0] > ends[-1]:
            raise Unusable("days not understood")
        found |= set(range(ends[0], ends[-1] + 1))
    return tuple(sorted(found))


def _trainings(cell: Cell, text: str) -> tuple[str, ...]:
    """One after the other, by semicolons or lines; twice the same is once."""
    raw = cell if isinstance(cell, str) else text
    parts = [text_of(part) for part in re.split(r"[;\n\r]+", raw)]
    if any(len(part) > 80 for part in parts):
        raise Unusable("too long", length=str(max(map(len, parts))), most="80")
    first: dict[str, str] = {}
    for part in filter(None, parts):
        first.setdefault(part.casefold(), part)
    return tuple(first.values())


_READERS = {
    "name": _name,
    "role": _role,
    "hours": _hours,
    "weeks": _weeks,
    "days": lambda cell, text: read_days(text) if text else (),
    "training": _trainings,
    "rate": _pence,
}


def _typed(record: Record) -> StaffRow:
    known = {k: v for k, v in record.values.items() if v is not None or k in ("weeks", "rate")}
    return StaffRow(row=record.row, **known)

"""The SENDCo's own provision map: typed rows, and every fault by row and column."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from .coded import code_of, read_needs
from .columns import Columns, count_known_headings, find_columns
from .faults import Fault, Unusable, fault
from .listing import Skipped, child_rows
from .money import pence_of
from .reading import read_file
from .records import SPREADSHEET_ERRORS, Record
from .sheets import Cell, Formula, Row, Sheet, clean, text_of
from .term_values import TermOf, find_term
from .wordings import table

#: field → (what a person calls it, headings)
MAP_FIELDS: dict[str, tuple[str, str]] = {
    "school": ("school", "school; school name; setting; establishment; site"),
    "term": (
        "term or school year",
        "term; school year; academic year; year and term; period; when",
    ),
    "provision": (
        "provision",
        (
            "provision; provision name; intervention; intervention name; support; programme;"
            " name of provision; name of intervention; strategy; group name"
        ),
    ),
    "tier": ("tier", "tier; wave; level; level of support; layer; stage"),
    "need": (
        "main need",
        "main need; need; area of need; primary need; need type; sen need; send need; type of need",
    ),
    "pupils": (
        "children",
        "pupils; children; pupil; child; names; pupil names; names of pupils; who; students; group members",
    ),
    "sessions": (
        "sessions a week",
        (
            "sessions per week; sessions a week; sessions; frequency; times per week; times a week;"
            " number of sessions; no of sessions; per week; sessions weekly"
        ),
    ),
    "minutes": (
        "minutes a session",
        (
            "minutes; minutes per session; mins; length; session length; duration; minutes a session;"
            " length of session; mins per session; duration mins; time mins"
        ),
    ),
    "weeks": ("weeks", "weeks; number of weeks; no of weeks; how many weeks; wks; duration weeks"),
    "role": (
        "who gives it",
        "delivered by; led by; staff; who delivers; adult; given by; staff role; role; run by; taught by",
    ),
    "rate": (
        "cost of an hour",
        (
            "cost per hour; hourly rate; rate; hourly cost; cost hour; rate per hour; staff cost per hour;"
            " cost an hour; pay per hour"
        ),
    ),
    "resources": (
        "cost of resources",
        "resources cost; resources; cost of resources; materials; resource cost; materials cost; other costs",
    ),
    "measure": (
        "how it is measured",
        "measure; assessment; how measured; measured by; baseline measure; impact measure; outcome measure",
    ),
}
_TIERS = table(
    U="u; universal; wave 1; w1; quality first teaching; qft; ordinarily available; tier 1; oap",
    T="t; targeted; wave 2; w2; group; tier 2; additional",
    E="e; enhanced; wave 3; w3; specialist; individual; bespoke; tier 3",
)
#: Wordings of staff roles.
ROLE_WORDS = table(
    lsa="lsa; ta; teaching assistant; learning support assistant; support assistant; tas; lsas; 1 1 ta",
    hlta="hlta; higher level teaching assistant; higher level assistant",
    elsa="elsa; emotional literacy support assistant",
    teacher="teacher; class teacher; ct; qualified teacher",
    sendco="sendco; senco; sen coordinator; inclusion lead",
    pastoral="pastoral; pastoral worker; family worker; learning mentor; mentor; pastoral lead",
    therapist="therapist; specialist; salt; slt; speech therapist; speech and language therapist; ot; physio; counsellor",
    volunteer="volunteer; parent helper; reader; volunteers; governor",
)
_YEAR = re.compile(r"^(?:20)?(\d\d)\s*[-/–]\s*(?:20)?(\d\d)$")
#: Of a number of a shape: what a database keeps, and more than any school plans.
_MOST = {"sessions": 50, "minutes": 600, "weeks": 60}
_LONGEST = {"provision": 120, "measure": 200, "pupils": 4_000}
_REQUIRED = ("provision", "pupils", "sessions", "minutes", "weeks", "role")


@dataclass(frozen=True, slots=True)
class Period:
    """A term of a school year, or all of it (`name` empty)."""

    year: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class MapRow:
    """What the sheet says of one provision."""

    row: int
    provision: str = ""
    school: str = ""
    term: Period | None = None
    tier: str = ""
    need: str = ""
    #: As they stand in the cell, one by one.
    pupils: tuple[str, ...] = ()
    sessions: int = 0
    minutes: int = 0
    weeks: int = 0
    role: str = ""
    #: Pence an hour; None where the sheet does not say.
    rate: int | None = None
    resources: int = 0
    measure: str = ""


@dataclass(frozen=True, slots=True)
class ParsedMap:
    """A provision map as read."""

    columns: Mapping[str, str]
    unrecognised: tuple[str, ...]
    rows: tuple[MapRow, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()
    faulty: tuple[MapRow, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    header_row: int = 0
    #: heading → as the file has it, where it differs
    written: Mapping[str, str] = field(default_factory=dict)
    #: heading → a few values of the column
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def row_count(self) -> int:
        """Rows that are provision, good and faulty."""
        return len(self.rows) + len(self.faulty)


def read_map(data: bytes, *, name: str = "", **choices) -> ParsedMap:
    """The rows of an uploaded provision map; `Unreadable` when it is refused as a whole."""
    count = partial(count_known_headings, vocabulary=MAP_FIELDS)
    sheet = read_file(
        data, name=name, sheet_name=choices.pop("sheet_name", None), count_headings=count
    )
    return parse_map(sheet, **choices)


def parse_map(
    sheet: Sheet,
    *,
    mapping: Mapping[str, str] | None = None,
    corrections: Mapping[tuple[int, str], str] | None = None,
    left_out: Iterable[int] = (),
) -> ParsedMap:
    """The rows of a sheet, with a person's mapping, corrections and rows left out."""
    columns = find_columns(sheet, mapping=mapping, vocabulary=MAP_FIELDS)
    missing = [name for name in _REQUIRED if not columns.of(name)]
    listing = child_rows(
        sheet,
        columns,
        identity=("provision", "pupils"),
        vocabulary=MAP_FIELDS,
        corrections=corrections,
        left_out=left_out,
    )
    records = [_read(row, columns) for row in listing.rows]
    absent = [fault(columns.header, MAP_FIELDS[name][0], "no such column") for name in missing]
    return ParsedMap(
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
    return record


def _value(name: str, cell: Cell) -> Any:
    text = text_of(cell)
    if isinstance(clean(cell), Formula):
        raise Unusable("formula in a cell")
    if text.upper() in SPREADSHEET_ERRORS or text.startswith("###"):
        raise Unusable("error in a cell")
    if len(text) > (most := _LONGEST.get(name, 200)):
        raise Unusable("too long", length=f"{len(text):,}", most=str(most))
    return _READERS.get(name, lambda each, text: text)(cell, text)


def _coded(codes: dict[str, str], problem: str) -> Callable[[Cell, str], str]:
    def read(cell: Cell, text: str) -> str:
        if not text:
            return ""
        if code := code_of(text, codes):
            return code
        raise Unusable(problem)

    return read


def _count(name: str) -> Callable[[Cell, str], int]:
    def read(cell: Cell, text: str) -> int:
        if not text:
            return 0
        if not text.isascii() or not text.isdigit() or not 0 < int(text[:9]) <= _MOST[name]:
            raise Unusable("not a whole number")
        return int(text)

    return read


def _period(cell: Cell, text: str) -> Period | None:
    if not text:
        return None
    if (span := _YEAR.match(text)) and int(span[2]) == (int(span[1]) + 1) % 100:
        return Period(2000 + int(span[1]))
    found: TermOf | None = find_term(text)
    if found is None:
        raise Unusable("not a term")
    return Period(found.year, found.name)


def _need(cell: Cell, text: str) -> str:
    return next(iter(read_needs(cell)), "")


def _names(cell: Cell, text: str) -> tuple[str, ...]:
    """One child after the other, by semicolons or lines."""
    raw = cell if isinstance(cell, str) else text
    parts = [text_of(part) for part in re.split(r"[;\n\r]+", raw)]
    return tuple(dict.fromkeys(part for part in parts if part))


_READERS: dict[str, Callable[[Cell, str], Any]] = {
    "term": _period,
    "tier": _coded(_TIERS, "unknown tier"),
    "need": _need,
    "pupils": _names,
    "sessions": _count("sessions"),
    "minutes": _count("minutes"),
    "weeks": _count("weeks"),
    "role": _coded(ROLE_WORDS, "unknown role"),
    "rate": lambda cell, text: pence_of(text),
    "resources": lambda cell, text: pence_of(text) or 0,
}


def _typed(record: Record) -> MapRow:
    known = {k: v for k, v in record.values.items() if v is not None or k in ("term", "rate")}
    return MapRow(row=record.row, **known)

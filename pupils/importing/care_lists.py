"""Lists about children in care: how any of them is read, row by row and fault by fault."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

from .checks import check_birthday, check_name
from .columns import Columns, Vocabulary, count_known_headings, find_columns
from .faults import Fault, fault
from .habits import habits
from .headings import FIELDS
from .listing import Listing, Skipped, child_rows
from .reading import read_file
from .records import Record, read_records
from .sheets import Sheet

#: By these a row says which child it is about.
WHO = ("upn", "full_name", "surname", "forename", "date_of_birth")
WHO_FIELDS: dict[str, tuple[str, str]] = {name: FIELDS[name] for name in WHO}


@dataclass(frozen=True, slots=True)
class Who:
    """How a row names a child."""

    upn: str = ""
    surname: str = ""
    forename: str = ""
    born_on: date | None = None

    @property
    def name(self) -> str:
        """“Surname, First name”; the UPN where the list has no names."""
        return ", ".join(filter(None, (self.surname, self.forename))) or self.upn


#: Whether a row is about a child of whom nothing is wanted: it is counted, and nothing of it kept.
IsOther = Callable[[Who], bool]


@dataclass(frozen=True, slots=True)
class ListRow:
    """What a list says in one row: of whom, and its values by field."""

    row: int
    who: Who
    values: Mapping[str, Any]
    #: All rows that were counted into this one; none for most kinds.
    gathered: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedList:
    """A list as read; `others`: rows of children of whom nothing is wanted."""

    columns: Mapping[str, str]
    unrecognised: tuple[str, ...]
    rows: tuple[ListRow, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()
    faulty: tuple[ListRow, ...] = ()
    others: int = 0
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    header_row: int = 0
    #: heading → as the file has it, where it differs
    written: Mapping[str, str] = field(default_factory=dict)
    #: heading → a few values of the column
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def row_count(self) -> int:
        """Rows that are kept or waited for, good and faulty."""
        return len(self.rows) + len(self.faulty)

    @property
    def names(self) -> dict[int, str]:
        """Row → the child whom it names."""
        return {
            row: each.who.name
            for each in (*self.rows, *self.faulty)
            for row in (each.row, *each.gathered)
        }


@dataclass(frozen=True)
class ListKind:
    """What one kind of list is: its words, and what a good row needs."""

    vocabulary: Vocabulary
    #: Fields without which nothing can be read, from the columns, the sheet and the file's name.
    missing: Callable[[Columns, "Given"], Iterable[str]]
    check: Callable[[Record, date], None]
    #: What is so for every row, because no column says it.
    given: Callable[[Columns, Sheet, str], "Given"]
    #: Why a row without a fault says nothing; empty for most.
    says_nothing: Callable[[Record], str] = lambda record: ""
    #: Several rows of which one is made, where a list is finer than what is kept.
    gather: Callable[[list[Record]], list[Record]] = lambda records: records


@dataclass(frozen=True)
class Given:
    """Values that stand in no column, and a sentence about each."""

    values: Mapping[str, Any] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


def read_list(
    data: bytes,
    kind: ListKind,
    *,
    today: date,
    name: str = "",
    sheet_name: str | None = None,
    mapping: Mapping[str, str] | None = None,
    corrections: Mapping[tuple[int, str], str] | None = None,
    left_out: Iterable[int] = (),
    is_other: IsOther = lambda who: False,
) -> ParsedList:
    """A list with a person's mapping, corrections and rows left out; `Unreadable` when refused."""
    count = partial(count_known_headings, vocabulary=kind.vocabulary)
    sheet = read_file(data, name=name, sheet_name=sheet_name, count_headings=count)
    columns = find_columns(sheet, mapping=mapping, vocabulary=kind.vocabulary)
    given = kind.given(columns, sheet, name)
    listing = child_rows(
        sheet, columns, vocabulary=kind.vocabulary, corrections=corrections, left_out=left_out
    )
    ways = habits(columns, listing.rows, today=today)
    records = read_records(listing.rows, columns, ways)
    for record in records:
        record.values |= given.values
        _check_who(record, today)
        kind.check(record, today)
    wanted = [record for record in records if not is_other(_who(record))]
    missing = [*_missing_who(columns), *kind.missing(columns, given)]
    absent = [fault(columns.header, kind.vocabulary[n][0], "no such column") for n in missing]
    parsed = _parsed(kind.gather(wanted), columns, listing, kind, absent)
    notices = (*sheet.notices, *columns.notices, *given.notices)
    return replace(parsed, others=len(records) - len(wanted), notices=notices)


def _parsed(
    records: list[Record], columns: Columns, listing: Listing, kind: ListKind, absent: list[Fault]
) -> ParsedList:
    """What is kept of the wanted rows; nothing of any other."""
    numbers = {row for record in records for row in (record.row, *record.gathered)}
    good = [record for record in records if not record.faults and not absent]
    empty = {r.row: why for r in good if (why := kind.says_nothing(r))}
    # What was passed over may be a child's row all the same: its words are not kept.
    skipped = [replace(each, text="") for each in listing.skipped]
    skipped += [Skipped(row, why) for row, why in empty.items()]
    return ParsedList(
        columns=columns.mapping(),
        unrecognised=columns.unrecognised,
        rows=tuple(_row(r) for r in good if r.row not in empty),
        faults=(*absent, *sorted([*listing.faults, *(f for r in records for f in r.faults)])),
        warnings=tuple(sorted(w for r in records if r.row not in empty for w in r.warnings)),
        faulty=tuple(_row(r) for r in records if r.faults or absent),
        skipped=tuple(sorted(skipped, key=lambda each: each.row)),
        header_row=columns.header,
        written=columns.written,
        samples=columns.samples(row for row in listing.rows if row.number in numbers),
    )


def _missing_who(columns: Columns) -> Iterator[str]:
    has_name = columns.of("full_name") or (columns.of("surname") and columns.of("forename"))
    if not columns.of("upn") and not has_name:
        yield "upn"


def _check_who(record: Record, today: date) -> None:
    """A UPN, or a name; of a child with a UPN the name need not be there."""
    if not record.values.get("upn") or record.heading("full_name", "surname"):
        check_name(record)
    if record.heading("date_of_birth"):
        check_birthday(record, today, is_required=False)


def _who(record: Record) -> Who:
    values = record.values
    return Who(
        upn=values.get("upn") or "",
        surname=values.get("surname") or "",
        forename=values.get("forename") or "",
        born_on=values.get("date_of_birth"),
    )


def _row(record: Record) -> ListRow:
    values = {name: value for name, value in record.values.items() if name not in WHO}
    return ListRow(record.row, _who(record), values, record.gathered)

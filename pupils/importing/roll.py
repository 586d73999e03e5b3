"""A school's roll: typed rows of children, and every fault by row and column."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from .checks import check_rows
from .columns import Column, Columns, find_columns
from .faults import Fault, fault
from .habits import Habit, habits
from .headings import FIELDS
from .listing import Skipped, child_rows
from .reading import read_file
from .records import Record, read_records
from .sen_yes_no import says_yes_and_no, sen_from_yes_and_no, yes_alone_in_words
from .sheets import Row, Sheet, is_blank
from .whole_names import name_order


@dataclass(frozen=True, slots=True)
class RollRow:
    """What a file says about one child. `given` names the fields that it says anything about."""

    row: int
    upn: str = ""
    former_upn: str = ""
    admission_no: str = ""
    surname: str = ""
    forename: str = ""
    middle_names: str = ""
    preferred_forename: str = ""
    preferred_surname: str = ""
    date_of_birth: date | None = None
    sex: str = ""
    year_group: str = ""
    class_name: str = ""
    joined_on: date | None = None
    left_on: date | None = None
    enrolment_status: str = ""
    sen_status: str = ""
    sen_since: date | None = None
    needs: tuple[str, ...] = ()
    pupil_premium: bool | None = None
    ever_6: bool | None = None
    eypp: bool | None = None
    free_school_meals: bool | None = None
    meal_basis: str = ""
    service_child: bool | None = None
    young_carer: str = ""
    traveller: bool | None = None
    kinship_care: bool | None = None
    in_care: bool | None = None
    post_looked_after: str = ""
    ethnicity: str = ""
    first_language: str = ""
    eal: bool | None = None
    attendance: Decimal | None = None
    contact_1_name: str = ""
    contact_1_relationship: str = ""
    contact_1_phone: str = ""
    contact_1_email: str = ""
    contact_2_name: str = ""
    contact_2_relationship: str = ""
    contact_2_phone: str = ""
    contact_2_email: str = ""
    given: frozenset[str] = frozenset()

    @property
    def is_previously_looked_after(self) -> bool:
        """True for any arrangement after care, also when the file does not say which."""
        return self.post_looked_after not in {"", "N"}


def stated_in(row: RollRow, names: Iterable[str]) -> dict[str, Any]:
    """Some fields of a row as plain JSON; `given` comes with them."""
    chosen = {name: _plain(getattr(row, name)) for name in sorted(names)}
    return chosen | {"given": sorted(row.given & chosen.keys())}


def row_stating(stated: Mapping[str, Any]) -> RollRow:
    """The row that says these fields and nothing else."""
    values = {name: _from_plain(name, value) for name, value in stated.items()}
    return RollRow(row=0, **values)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Decimal) else value


def _from_plain(name: str, value: Any) -> Any:
    if name in _DATES and value:
        return date.fromisoformat(value)
    if name == "attendance" and value:
        return Decimal(value)
    return {"needs": tuple, "given": frozenset}.get(name, lambda same: same)(value)


_DATES = {"date_of_birth", "joined_on", "left_on", "sen_since"}


@dataclass(frozen=True, slots=True)
class ParsedRoll:
    """A roll as read: good rows, faulty rows, and all that a person should know."""

    columns: Mapping[str, str]
    unrecognised: tuple[str, ...]
    rows: tuple[RollRow, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()
    faulty: tuple[RollRow, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    #: What should make a careful person stop: an old export, another school's file.
    alarms: tuple[str, ...] = ()
    header_row: int = 0
    #: heading → as the file has it, where it differs
    written: Mapping[str, str] = field(default_factory=dict)
    school: tuple[str, str] | None = None
    missing_fields: tuple[str, ...] = ()
    #: heading → a few values of the column
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: From another school: some children, as they were there, in that school year.
    is_transfer: bool = False

    @property
    def row_count(self) -> int:
        """Rows that are children, good and faulty."""
        return len(self.rows) + len(self.faulty)


def read_roll(data: bytes, *, today: date, name: str = "", **choices) -> ParsedRoll:
    """The roll in an uploaded file; `Unreadable` when it is refused as a whole."""
    sheet_name = choices.pop("sheet_name", None)
    return parse_roll(read_file(data, name=name, sheet_name=sheet_name), today=today, **choices)


def parse_roll(
    sheet: Sheet,
    *,
    today: date,
    mapping: Mapping[str, str] | None = None,
    corrections: Mapping[tuple[int, str], str] | None = None,
    left_out: Iterable[int] = (),
) -> ParsedRoll:
    """The roll in a sheet, with a person's mapping, corrections and rows left out."""
    columns = find_columns(sheet, mapping=mapping)
    missing = missing_fields(columns)
    listing = child_rows(sheet, columns, corrections=corrections, left_out=left_out)
    columns, rows, in_words = sen_from_yes_and_no(columns, listing.rows)
    typed = corrections or {}
    yes_is_sen = says_yes_and_no(columns, listing.rows, typed)
    ways = habits(columns, rows, today=today, yes_is_sen=yes_is_sen)
    records = read_records(rows, columns, ways)
    alarms = check_rows(records, columns, today=today, academic_year=sheet.academic_year)
    named = (record.texts.get("full_name", "") for record in records)
    order = filter(None, [name_order(columns, named)])
    absent = [fault(columns.header, FIELDS[name][0], "no such column") for name in missing]
    good = [r for r in records if not r.faults and not missing]
    faulty = [r for r in records if r.faults or missing]
    return ParsedRoll(
        columns=columns.mapping(),
        unrecognised=columns.unrecognised,
        rows=tuple(_typed(record) for record in good),
        faults=tuple(absent) + tuple(sorted([*listing.faults, *_faults_of(records)])),
        warnings=tuple(sorted(w for record in records for w in record.warnings)),
        faulty=tuple(_typed(record) for record in faulty),
        skipped=tuple(listing.skipped),
        notices=(
            *sheet.notices,
            *columns.notices,
            *filter(None, [in_words, yes_alone_in_words(columns, records)]),
            *_worked_out(columns, ways, rows),
            *order,
        ),
        alarms=tuple(alarms),
        header_row=columns.header,
        written=columns.written,
        samples=columns.samples(listing.rows),
        school=sheet.school,
        missing_fields=tuple(missing),
        is_transfer=sheet.header is not None,
    )


def _faults_of(records: Iterable[Record]) -> Iterator[Fault]:
    return (found for record in records for found in record.faults)


def _worked_out(columns: Columns, ways: Mapping[int, Habit], rows: list[Row]) -> Iterator[str]:
    """What was read without standing in a cell."""
    if not columns.of("upn"):
        yield "The file has no UPNs. Children are found by number, or by name and birthday."
    if not columns.of("year_group"):
        yield "The file has no year groups. They were worked out from the dates of birth."
    if not columns.of("sen_status") and (needs := _need_columns(columns)):
        yield (
            f"The file has needs ({', '.join(f'“{heading}”' for heading in needs)}) and no column "
            "with the SEN status, so nobody goes onto the register or off it. Is one not named?"
        )
    for column in columns.known:
        if ways[column.index].blank_means_no and _has_gap(column, rows):
            yield f"“{column.heading}” says nothing but yes, so its empty cells were read as no."


def _need_columns(columns: Columns) -> list[str]:
    names = ("needs", "need_1", "need_2", "need_3", "need_4")
    return [column.heading for name in names for column in columns.of(name)]


def _has_gap(column: Column, rows: list[Row]) -> bool:
    """Whether the column has an empty cell at all."""
    return any(column.index >= len(row.cells) or is_blank(row.cells[column.index]) for row in rows)


def missing_fields(columns: Columns) -> list[str]:
    """The fields that no roll can do without and this one has no column for."""
    needed = ["date_of_birth"]
    if not columns.of("full_name"):
        needed = ["surname", "forename", *needed]
    return [name for name in needed if not columns.of(name)]


def _typed(record: Record) -> RollRow:
    return RollRow(row=record.row, given=frozenset(record.given), **record.values)

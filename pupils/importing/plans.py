"""The SENDCo's own list of EHC plans: typed rows, and every fault by row and column."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
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

_ABOUT_THE_CHILD = (*("upn", "full_name", "surname", "forename", "date_of_birth", "year_group"),)
#: field → (what a person calls it, headings); children are found by the same words as in a roll
PLAN_FIELDS: dict[str, tuple[str, str]] = {
    **{name: FIELDS[name] for name in _ABOUT_THE_CHILD},
    "school": ("school", "school; school name; setting; establishment; site"),
    "authority": (
        "council",
        (
            "la; local authority; council; lea; authority; placing authority; home la; maintaining la;"
            " la name; responsible la; county"
        ),
    ),
    "first_issued_on": (
        "date the plan was first issued",
        (
            "date plan first issued; date first issued; first issued; plan issued; ehcp issued;"
            " ehcp start date; date of plan; plan date; date issued; issue date; ehcp date;"
            " ehc plan start date; date of ehcp; original issue date; plan start date; plan start;"
            " date of final plan; final plan date; date ehcp issued; ehcp first issued; date finalised;"
            " ehc plan issued; date plan issued; plan first issued; date of first plan; start date;"
            " ehcp start; issued; ehcp finalised; original plan date; first plan date"
        ),
    ),
    "last_review_on": (
        "last annual review meeting",
        (
            "last annual review meeting; last annual review; last review; annual review date;"
            " date of last annual review; last ar; ar date; date of last review; last review meeting;"
            " ar meeting; annual review meeting; most recent annual review; last ar meeting;"
            " annual review held; review meeting; date of annual review; last ar date; ar held;"
            " last review date; last annual review date; previous annual review; ar meeting date;"
            " date of ar; last review held; ar meeting held; last ar held; date of last ar"
        ),
    ),
    "decision_on": (
        "date of the council's decision",
        (
            "la decision letter dated; la decision; decision letter; decision date; la decision date;"
            " decision letter date; date of la decision; la letter dated; la decision letter;"
            " council decision; date of decision; la response; la outcome date; decision received;"
            " date of decision letter; la decision received; decision letter dated; la letter;"
            " la response date; outcome letter date"
        ),
    ),
    "next_review_on": (
        "next annual review",
        (
            "next annual review; next review; next ar; next ar date; next annual review date;"
            " next review date; next annual review meeting; ar booked; next ar meeting; review booked;"
            " next ar due; date of next ar; next review due; annual review due; ar due; review due"
        ),
    ),
    "hours": (
        "hours a week in Section F",
        (
            "hours per week in section f; hours per week; section f hours; hours; weekly hours; hours week; ta hours;"
            " hours in section f; support hours; hours of support; 1 1 hours; hrs; hrs per week;"
            " funded hours; ehcp hours; hours a week; hours per week section f"
        ),
    ),
    "other_provision": (
        "other provision in Section F",
        (
            "other section f provision; other provision; section f; provision; section f provision;"
            " other section f; therapies; therapy; specialist provision; additional provision"
        ),
    ),
    "coordinator": (
        "EHC plan coordinator",
        (
            "ehcp coordinator; coordinator; ehc coordinator; case officer; la case officer;"
            " plan coordinator; caseworker; case worker; ehcp officer; la contact; sen officer;"
            " ehc plan coordinator; named officer; ehcp co ordinator; la officer; send officer; casework officer;"
            " ehcp case officer; la caseworker; plan co ordinator"
        ),
    ),
}
#: The first EHC plans were issued from this day.
REFORMS_OF_2014 = date(2014, 9, 1)
_DATES = ("first_issued_on", "last_review_on", "decision_on")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What the tracker says about one child's plan."""

    row: int
    upn: str = ""
    surname: str = ""
    forename: str = ""
    date_of_birth: date | None = None
    year_group: str = ""
    school: str = ""
    authority: str = ""
    first_issued_on: date | None = None
    last_review_on: date | None = None
    decision_on: date | None = None
    next_review_on: date | None = None
    hours: Decimal | None = None
    other_provision: str = ""
    coordinator: str = ""
    given: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ParsedPlans:
    """A tracker as read."""

    columns: Mapping[str, str]
    unrecognised: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()
    faulty: tuple[PlanRow, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    header_row: int = 0
    #: heading → as the file has it, where it differs
    written: Mapping[str, str] = field(default_factory=dict)
    #: heading → a few values of the column
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def row_count(self) -> int:
        """Rows that are plans, good and faulty."""
        return len(self.rows) + len(self.faulty)


def read_plans(data: bytes, *, today: date, name: str = "", **choices) -> ParsedPlans:
    """The plans in an uploaded tracker; `Unreadable` when it is refused as a whole."""
    count = partial(count_known_headings, vocabulary=PLAN_FIELDS)
    sheet = read_file(
        data, name=name, sheet_name=choices.pop("sheet_name", None), count_headings=count
    )
    return parse_plans(sheet, today=today, **choices)


def parse_plans(
    sheet: Sheet,
    *,
    today: date,
    mapping: Mapping[str, str] | None = None,
    corrections: Mapping[tuple[int, str], str] | None = None,
    left_out: Iterable[int] = (),
) -> ParsedPlans:
    """The plans in a sheet, with a person's mapping, corrections and rows left out."""
    columns = find_columns(sheet, mapping=mapping, vocabulary=PLAN_FIELDS)
    missing = _missing(columns)
    listing = child_rows(
        sheet, columns, vocabulary=PLAN_FIELDS, corrections=corrections, left_out=left_out
    )
    rows = listing.rows
    ways = habits(columns, rows, today=today)
    records = read_records(rows, columns, ways)
    for record in records:
        _check(record, today)
    _check_twice(records)
    absent = [fault(columns.header, PLAN_FIELDS[name][0], "no such column") for name in missing]
    return ParsedPlans(
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
        notices=(*sheet.notices, *columns.notices),
        header_row=columns.header,
        written=columns.written,
        samples=columns.samples(rows),
    )


def _missing(columns: Columns) -> list[str]:
    """A plan needs a child and the day it was first issued."""
    missing = [] if columns.of("first_issued_on") else ["first_issued_on"]
    has_name = columns.of("full_name") or (columns.of("surname") and columns.of("forename"))
    return missing if columns.of("upn") or has_name else ["upn", *missing]


def _check(record: Record, today: date) -> None:
    check_name(record)
    if record.heading("date_of_birth"):
        check_birthday(record, today, is_required=not record.values.get("upn"))
    if record.values.get("year_group") == "nursery":
        record.values["year_group"] = ""
    require(record, "first_issued_on")
    if (issued := record.values.get("first_issued_on")) and issued < REFORMS_OF_2014:
        record.blame("first_issued_on", "before EHC plans existed")
    for name in _DATES:
        if (day := record.values.get(name)) and day > today:
            record.blame(name, "in the future")
    _check_order(record)


def _check_order(record: Record) -> None:
    """Born, issued, reviewed, decided: each on or after the one before."""
    order = (
        ("date_of_birth", "first_issued_on", "before the date of birth"),
        ("first_issued_on", "last_review_on", "before the plan was issued"),
        ("last_review_on", "decision_on", "before the review meeting"),
    )
    for earlier, later, problem in order:
        first, second = record.values.get(earlier), record.values.get(later)
        if first and second and second < first and not record.is_faulty(earlier):
            record.blame(later, problem)
    if record.values.get("decision_on") and not record.values.get("last_review_on"):
        record.warn("decision_on", "decision without a meeting")


def _check_twice(records: list[Record]) -> None:
    """The second and later rows of one UPN, or of one name where a row has no UPN."""
    upns: dict[str, Record] = {}
    names: dict[tuple, Record] = {}
    for record in records:
        values = record.values
        upn = values.get("upn")
        name = ((values.get("surname") or "").casefold(), (values.get("forename") or "").casefold())
        same_upn = upns.setdefault(upn, record) if upn else record
        is_slip = record.is_faulty("upn")
        same_name = names.setdefault(name, record) if all(name) and not is_slip else record
        born = {values.get("date_of_birth"), same_name.values.get("date_of_birth")} - {None}
        if same_upn is not record:
            record.blame("upn", "duplicate UPN in the file", other=same_upn.row)
        elif (
            same_name is not record and len(born) < 2 and not (upn and same_name.values.get("upn"))
        ):
            column = "surname" if record.heading("surname") else "full_name"
            record.blame(column, "row repeated", other=same_name.row)


def _typed(record: Record) -> PlanRow:
    return PlanRow(row=record.row, given=frozenset(record.given), **record.values)

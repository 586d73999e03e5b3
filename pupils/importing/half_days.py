"""Attendance marks of half days, as registers hold them, counted into weeks.

Three shapes are read: a row for each half day (date, session, mark), for each day (date, AM, PM),
or for each week (Mon AM … Fri PM).
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from .columns import Columns
from .records import Record
from .register_codes import ATTENDED, DAILY, GRID, MARK_FIELDS, MISSED

#: (day, half) → what was marked, in which row, in which column
Halves = dict[tuple[date, str], tuple[str, int, str]]


def holds_marks(columns: Columns) -> bool:
    """Whether a list has marks and no counts: its rows are counted here."""
    return not columns.of("possible") and any(columns.of(name) for name in MARK_FIELDS)


def missing_of_marks(columns: Columns) -> Iterator[str]:
    """What a list of marks cannot do without, besides the day."""
    if columns.of("mark") and not columns.of("half"):
        yield "half"


def check_marks(record: Record) -> None:
    """The half days of one row, by day and half; `week_on` is still the day of the row."""
    for name in MARK_FIELDS:
        if len(record.columns.of(name)) > 1:
            record.blame(name, "several columns of marks")
    day = record.values.get("week_on")
    if record.heading("mark") and record.heading("half") and not record.values.get("half"):
        record.blame("half", "missing")
    if day is not None:
        record.values["halves"] = {
            (on, half): (record.values.get(name) or "", record.row, name)
            for name, on, half in _halves(record, day)
        }


def _halves(record: Record, day: date) -> Iterator[tuple[str, date, str]]:
    monday = day - timedelta(days=day.weekday())
    if record.heading("mark") and (half := record.values.get("half")):
        yield "mark", day, half
    for name, half in DAILY.items():
        if record.heading(name):
            yield name, day, half
    for name, (place, half) in GRID.items():
        if record.heading(name):
            yield name, monday + timedelta(days=place), half


def weeks_of_marks(records: list[Record]) -> list[Record]:
    """One record for each child and week, with the faults of all its rows.

    A slip in one half day holds the whole week back: a week without it would be another figure.
    Where it is the day that has the slip, every week of the child waits.
    """
    numbers = _numbers(records)
    by_child: dict[object, list[Record]] = defaultdict(list)
    for record in records:
        who = record.values.get("upn") or numbers.get(_named(record)) or _named(record)
        by_child[who or record.row].append(record)
    weeks = []
    for rows in by_child.values():
        by_week: dict[object, list[Record]] = defaultdict(list)
        knows_days = all(record.values.get("week_on") for record in rows)
        for record in rows:
            by_week[record.values["week_on"] if knows_days else None].append(record)
        weeks += [_week(each) for each in by_week.values()]
    return sorted(weeks, key=lambda record: record.row)


def _numbers(records: list[Record]) -> dict[object, str]:
    """The UPN of each name that has one only: a row with a slip in the UPN is of that child."""
    found: dict[object, set[str]] = defaultdict(set)
    for record in records:
        if (upn := record.values.get("upn")) and (named := _named(record)):
            found[named].add(upn)
    return {named: min(upns) for named, upns in found.items() if len(upns) == 1}


def _named(record: Record) -> tuple[object, ...] | None:
    names = ("surname", "forename", "date_of_birth")
    named = tuple(record.values.get(name) or "" for name in names)
    return named if any(named) else None


def _week(rows: list[Record]) -> Record:
    first = rows[0]
    halves: Halves = {}
    for record in rows:
        for key, said in record.values.pop("halves", {}).items():
            if (known := halves.setdefault(key, said)) is not said and said[0]:
                if known[0]:
                    record.blame(said[2], "same half day again", other=known[1])
                halves[key] = said
    first.faults = [found for record in rows for found in record.faults]
    first.warnings = [found for record in rows for found in record.warnings]
    first.gathered = tuple(record.row for record in rows)
    said = [meaning for meaning, _, _ in halves.values()]
    first.values["attended"] = said.count(ATTENDED)
    first.values["possible"] = said.count(ATTENDED) + said.count(MISSED)
    if not first.faults and (unsaid := said.count("")):
        name = next(name for meaning, _, name in halves.values() if not meaning)
        first.warn(name, "half days without a mark", other=unsaid)
    return first

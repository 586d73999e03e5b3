"""A week's attendance of each child: half days possible and attended, from a school's system."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from .care_lists import WHO_FIELDS, Given, ListKind
from .columns import Columns
from .dates import read_date
from .faults import Unusable
from .half_days import check_marks, holds_marks, missing_of_marks, weeks_of_marks
from .records import Record
from .register_codes import HALF_DAY_FIELDS
from .sheets import Sheet

#: Half days of a week; a nursery may be open at the weekend.
MOST_HALF_DAYS = 14
#: field → (what a person calls it, headings)
WEEK_FIELDS: dict[str, tuple[str, str]] = {
    **WHO_FIELDS,
    "week_on": (
        "week",
        (
            "week beginning; week commencing; week; w b; wb; w c; wc; week starting; week start; week of;"
            " week start date; monday; week begins; wk beginning; wk commencing|from; start date; date"
        ),
    ),
    "possible": (
        "possible half days",
        (
            "possible; possible sessions; sessions possible; possible marks; possible half days; poss;"
            " total possible; possible attendances; half days possible|sessions; total sessions"
        ),
    ),
    "attended": (
        "half days attended",
        (
            "attended; present; sessions attended; attendances; attended sessions; sessions present;"
            " half days attended; presents; present marks; attended half days; att; total present;"
            " present sessions; actual attendances|attendance"
        ),
    ),
    "absent": (
        "half days missed",
        (
            "absent; absences; sessions missed; missed; total absences; total absence; half days missed;"
            " sessions absent; absent sessions; absence"
        ),
    ),
    "authorised": (
        "authorised absences",
        "authorised absences; authorised; authorised absence; auth abs; auth; authorised sessions",
    ),
    "unauthorised": (
        "unauthorised absences",
        (
            "unauthorised absences; unauthorised; unauthorised absence; unauth abs; unauth;"
            " unauthorised sessions"
        ),
    ),
    **HALF_DAY_FIELDS,
}
_DAY = re.compile(r"\d{4}[-_.]\d{1,2}[-_.]\d{1,2}|\d{1,2}[-_./ ]\d{1,2}[-_./ ]\d{4}(?!\d)")
_FRIDAY = 4


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _given(columns: Columns, sheet: Sheet, file_name: str) -> Given:
    """The week of a list without such a column, from the name of the file or the sheet."""
    if columns.of("week_on"):
        return Given()
    for what, text in (("file", file_name), ("sheet", sheet.name)):
        if found := _week_in(text):
            words = f"No column says the week. The name of the {what} does: {found:%-d %B %Y}."
            return Given({"week_on": found}, (words,))
    return Given()


def _week_in(text: str) -> date | None:
    """The Monday of all the days that a name says; None where they are of several weeks."""
    weeks = {monday_of(day) for found in _DAY.findall(text) if (day := _day(found))}
    return weeks.pop() if len(weeks) == 1 else None


def _day(text: str) -> date | None:
    try:
        return read_date(re.sub(r"[_. ]", "-", text), today=date.max.replace(year=2199))
    except Unusable:
        return None


def _missing(columns: Columns, given: Given) -> Iterator[str]:
    if not columns.of("week_on") and not given.values:
        yield "week_on"
    if holds_marks(columns):
        yield from missing_of_marks(columns)
        return
    if not columns.of("possible"):
        yield "possible"
    absences = columns.of("authorised") and columns.of("unauthorised")
    if not (columns.of("attended") or columns.of("absent") or absences):
        yield "attended"


def _check(record: Record, today: date) -> None:
    if holds_marks(record.columns):
        _check_day(record, today)
        return
    _check_week(record, today)
    _work_out(record)
    possible, attended = record.values.get("possible"), record.values.get("attended")
    for name in ("possible", "attended"):
        if record.values.get(name) is None and record.heading(name):
            record.blame(name, "missing")
    if possible is None:
        return
    if possible > MOST_HALF_DAYS:
        record.blame("possible", "too many half days")
    elif attended is not None and attended > possible:
        record.blame("attended", "more than there were", other=possible)


def _check_day(record: Record, today: date) -> None:
    """The marks of a row, by its day; then the day stands for its week."""
    check_marks(record)
    _check_week(record, today, is_a_day=True)


def _gather(records: list[Record]) -> list[Record]:
    is_marks = bool(records) and holds_marks(records[0].columns)
    return weeks_of_marks(records) if is_marks else records


def _check_week(record: Record, today: date, *, is_a_day: bool = False) -> None:
    """Any school day stands for its week; the week has begun."""
    week = record.values.get("week_on")
    if week is None:
        if record.heading("week_on"):
            record.blame("week_on", "missing")
        return
    monday = monday_of(week)
    if monday > today:
        record.blame("week_on", "in the future")
    elif week.weekday() > _FRIDAY:
        record.blame("week_on", "no school day")
    elif week != monday and not is_a_day:
        record.warn("week_on", "not a Monday", other=f"{monday:%-d %B %Y}")
    record.values["week_on"] = monday


def _work_out(record: Record) -> None:
    """Attended is what was possible less what was missed, where no column says it."""
    if record.heading("attended"):
        return
    names = ("absent",) if record.heading("absent") else ("authorised", "unauthorised")
    missed = [record.values.get(name) or 0 for name in names]
    possible = record.values.get("possible")
    if possible is not None and not any(record.is_faulty(name) for name in names):
        if sum(missed) > possible:
            record.blame(names[-1], "more than there were", other=possible)
        record.values["attended"] = max(possible - sum(missed), 0)


def _says_nothing(record: Record) -> str:
    return "" if record.values.get("possible") else "no half days in that week"


WEEKS = ListKind(WEEK_FIELDS, _missing, _check, _given, _says_nothing, _gather)

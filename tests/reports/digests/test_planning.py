"""Which digest is due when: a table of days that a SENDCo can read."""

import json
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest

from aylsham.school_calendar import SchoolCalendar
from reports.digests.planning import Post, Rhythm, break_ahead, parts_due

SAMPLE = json.loads((Path(__file__).parents[3] / "demo/samples/sample_calendars.json").read_text())
FEDERATION = UUID(int=9)
PRIMARY, NURSERY = UUID(int=1), UUID(int=2)
PERSON, OTHER = UUID(int=11), UUID(int=12)


def calendar(slug: str, years=("2025/26", "2026/27", "2027/28")) -> SchoolCalendar:
    data = {"terms": [], "half_terms": [], "inset": SAMPLE["inset"][slug]}
    # A nursery that is open in the holidays is open in half-terms too.
    names = ("terms",) if slug in SAMPLE else ("terms", "half_terms")
    for year in years:
        for name in names:
            data[name] += SAMPLE["all_schools"][year][name]
    return SchoolCalendar.from_data(data | SAMPLE.get(slug, {}))


CALENDARS = {PRIMARY: calendar("bure-valley"), NURSERY: calendar("john-bears")}


def post(rhythm=Rhythm.DAILY, school=PRIMARY, person=PERSON, **more) -> Post:
    return Post(person, FEDERATION, school, rhythm, **more)


def kinds(day: str, *posts: Post, hour: int = 7, sent=()) -> list[str]:
    now = datetime.combine(date.fromisoformat(day), time(hour))
    return [part.kind for part in parts_due(now, posts or [post(covers=True)], CALENDARS, sent)]


@pytest.mark.parametrize(
    ("day", "expected", "why"),
    [
        ("2026-11-23", ["day"], "a Monday in term"),
        ("2026-11-22", [], "Sunday"),
        ("2026-11-02", ["break", "holiday"], "INSET at the end of half-term: no session yet"),
        ("2026-09-03", ["break", "holiday"], "INSET at the end of the summer"),
        ("2026-09-07", ["day"], "first day with pupils"),
        ("2026-10-16", ["day"], "six school days before half-term"),
        ("2026-10-19", ["break", "day"], "five school days before half-term"),
        ("2026-10-23", ["break", "day"], "last day before half-term"),
        ("2026-10-26", ["break", "holiday"], "half-term Monday"),
        ("2026-10-31", [], "Saturday in half-term"),
        ("2026-12-11", ["day"], "six school days before Christmas"),
        ("2026-12-14", ["break", "day"], "five school days before Christmas"),
        ("2026-12-18", ["break", "day"], "last day of term"),
        ("2026-12-21", ["break", "holiday"], "first working day of the holidays"),
        ("2026-12-25", [], "Christmas Day"),
        ("2026-12-28", [], "bank holiday instead of Boxing Day"),
        ("2026-12-29", ["break", "holiday"], "a working day between the years"),
        ("2027-01-01", [], "New Year's Day"),
        ("2027-01-04", ["break", "holiday"], "last working day of the holidays"),
        ("2027-01-05", ["break", "holiday"], "INSET that ends them: still no session"),
        ("2027-01-06", ["day"], "pupils are back"),
        ("2027-03-25", ["break", "day"], "last day before Easter"),
        ("2027-03-26", [], "Good Friday"),
        ("2027-03-29", [], "Easter Monday"),
        ("2027-03-30", ["break", "holiday"], "Tuesday in the Easter holidays"),
        ("2027-05-03", [], "early May bank holiday: a long weekend is no break"),
        ("2027-04-30", ["day"], "the Friday before it"),
        ("2027-07-21", ["break", "day"], "last day of the summer term"),
        ("2027-08-31", ["break", "holiday"], "last day of August"),
    ],
)
def test_a_sendco_who_covers(day, expected, why):
    assert kinds(day) == expected, why


@pytest.mark.parametrize(
    ("day", "expected", "why"),
    [
        ("2026-10-26", ["day"], "open in half-term"),
        ("2026-12-21", ["break", "day"], "open, three days before its own short break"),
        ("2026-12-23", ["break", "day"], "its last day"),
        ("2026-12-24", ["break", "holiday"], "closed on Christmas Eve"),
        ("2027-01-04", ["day"], "open again while the schools are still closed"),
        ("2027-08-02", ["day"], "open in August"),
        ("2027-08-16", ["break", "holiday"], "its summer break"),
    ],
)
def test_a_nursery_that_is_open_in_the_holidays(day, expected, why):
    assert kinds(day, post(school=NURSERY, covers=True)) == expected, why


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2026-11-23", "2026-11-23"),
        ("2026-11-25", "2026-11-23"),  # Monday was missed: a late run catches up
        ("2026-11-03", "2026-11-02"),  # Monday was INSET
        ("2027-05-04", "2027-05-03"),  # Monday was a bank holiday
    ],
)
def test_a_teacher_hears_once_a_week(day, week):
    now = datetime.combine(date.fromisoformat(day), time(7))
    (part,) = parts_due(now, [post(Rhythm.WEEKLY)], CALENDARS)
    assert (part.kind, part.for_on) == ("week", date.fromisoformat(week))
    assert parts_due(now, [post(Rhythm.WEEKLY)], CALENDARS, {part.key}) == []


def test_a_teacher_who_does_not_cover_has_quiet_holidays():
    sent = {(PERSON, PRIMARY, "break", date(2026, 12, 19))}
    assert kinds("2026-12-29", post(Rhythm.WEEKLY), sent=sent) == []


@pytest.mark.parametrize(("hour", "expected"), [(6, []), (7, ["day"]), (18, ["day"])])
def test_from_seven_on_and_late_rather_than_never(hour, expected):
    assert kinds("2026-11-23", hour=hour) == expected


def test_another_hour_is_kept():
    assert kinds("2026-11-23", post(hour=9), hour=8) == []
    assert kinds("2026-11-23", post(hour=9), hour=9) == ["day"]


def test_nothing_is_due_twice():
    assert kinds("2026-11-23", sent={(PERSON, PRIMARY, "day", date(2026, 11, 23))}) == []
    assert kinds("2026-10-20", sent={(PERSON, PRIMARY, "break", date(2026, 10, 24))}) == ["day"]


def test_at_several_schools_each_follows_its_own_calendar():
    posts = [post(covers=True), post(school=NURSERY, covers=True)]
    now = datetime(2026, 10, 26, 7)
    found = {(part.school, part.kind) for part in parts_due(now, posts, CALENDARS)}
    assert found == {(PRIMARY, "break"), (PRIMARY, "holiday"), (NURSERY, "day")}


def test_whoever_hears_of_nothing_gets_nothing():
    assert kinds("2026-11-23", post(Rhythm.NEVER)) == []


def test_a_school_without_term_dates_counts_working_days():
    found = parts_due(datetime(2026, 11, 23, 7), [post()], {PRIMARY: SchoolCalendar(terms=())})
    assert [part.kind for part in found] == ["day"]


def test_a_summer_of_which_nobody_knows_the_end_is_still_a_break():
    only_this_year = calendar("bure-valley", ("2026/27",))
    ahead = break_ahead(only_this_year, date(2027, 7, 19))
    assert (ahead.starts_on, ahead.ends_on) == (date(2027, 7, 22), date(2027, 8, 31))
    assert break_ahead(only_this_year, date(2027, 7, 14)) is None

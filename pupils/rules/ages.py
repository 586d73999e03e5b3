"""What follows from a date of birth: year group and compulsory school age."""

from datetime import date

from aylsham.dates import academic_year, birthday
from aylsham.timescales.rules import (
    Confidence,
    RuleBook,
    Subject,
    Values,
    day,
    not_before,
    other_day,
    value,
)

BOOK = RuleBook(subject=Subject.AGE)

#: DfE year groups, from those who were under one on 31 August to the end of sixth form.
YEAR_GROUPS = ("E1", "E2", "N1", "N2", "R", *(str(year) for year in range(1, 15)))
#: Compulsory school age begins on one of these days (month, day).
PRESCRIBED_DAYS = ((3, 31), (8, 31), (12, 31))


def age_on(dob: date, on: date) -> int:
    """Age in completed years; somebody born on 29 February is a year older on 1 March."""
    years = on.year - dob.year
    return years if birthday(dob, years) <= on else years - 1


def year_group_on(dob: date, on: date) -> str | None:
    """The usual year group in the academic year of that day; None before E1 and after Year 14."""
    age = academic_year(on) - academic_year(dob) - 1
    return YEAR_GROUPS[age] if 0 <= age < len(YEAR_GROUPS) else None


def compulsory_school_age_from(dob: date) -> date:
    """The first prescribed day on or after the fifth birthday."""
    fifth = birthday(dob, 5)
    days = (date(fifth.year, month, last) for month, last in PRESCRIBED_DAYS)
    return next(prescribed for prescribed in days if prescribed >= fifth)


@BOOK.rule(
    "pupil.year_group",
    title="Year group from the date of birth",
    citation="School census year group codes (E1, E2, N1, N2, R, 1–14)",
    confidence=Confidence.GUIDANCE,
    dated_by="on",
    facts=(day("dob", "Date of birth"), day("on", "On which day")),
    outputs=(
        value("nc_year", "Year group", "age on the 31 August before the academic year"),
        value("age", "Age that day, in years"),
    ),
    note="The usual year group: a child may be placed out of it (a summer-born child who starts "
    "later), and the school's roll says so.",
)
def year_group(*, dob: date, on: date) -> Values:
    """The cohort changes between 31 August and 1 September."""
    if on < dob:
        raise ValueError("The day asked about (on) is before the date of birth (dob).")
    return {"nc_year": year_group_on(dob, on), "age": age_on(dob, on)}


@BOOK.rule(
    "pupil.compulsory_school_age",
    title="Compulsory school age",
    citation="Education Act 1996 s.8; prescribed days 31 March, 31 August, 31 December",
    facts=(day("dob", "Date of birth"),),
    outputs=(
        other_day("fifth_birthday", "Fifth birthday"),
        not_before(
            "csa_from",
            "Of compulsory school age from",
            "the prescribed day on or next after the fifth birthday",
        ),
    ),
    confidence=Confidence.UNVERIFIED,
)
def compulsory_school_age(*, dob: date) -> Values:
    """From the first prescribed day on or after the fifth birthday."""
    return {
        "fifth_birthday": birthday(dob, 5),
        "csa_from": compulsory_school_age_from(dob),
    }

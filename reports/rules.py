"""Clocks of what a school publishes and returns (pure, no Django)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aylsham.dates import (
    months_beginning_with,
    nth_weekday,
    previous_working_day,
)
from aylsham.timescales.rules import (
    Confidence,
    Owner,
    RuleBook,
    Subject,
    Values,
    day,
    last_day,
    maybe_day,
    other_day,
    year,
)

BOOK = RuleBook(subject=Subject.SCHOOL)

THURSDAY = 3


def _starts(facts: Mapping[str, Any]) -> date | None:
    first = facts.get("academic_year_starting")
    return date(first, 9, 1) if first else None


@BOOK.rule(
    "school.accessibility_plan",
    title="Accessibility plan",
    citation="Equality Act 2010 Sch 10 para 3",
    confidence=Confidence.UNVERIFIED,
    effective_from=date(2010, 10, 1),
    dated_by="plan_start",
    facts=(day("plan_start", "First day of the plan"),),
    outputs=(
        last_day(
            "period_ends",
            "Review the plan and have the next one",
            "3 years beginning with its first day",
            owed_by=Owner.SCHOOL,
        ),
    ),
)
def accessibility_plan(*, plan_start: date) -> Values:
    """Three years beginning with the first day."""
    return {"period_ends": months_beginning_with(plan_start, 36)}


@BOOK.rule(
    "school.sen_information_report",
    title="SEN information report",
    citation="SEND Regs 2014 regs 51–52; CoP 6.79",
    effective_from=date(2014, 9, 1),
    dated_by="published",
    facts=(day("published", "Day it was last published"),),
    outputs=(
        last_day(
            "update_by",
            "Update and publish the report",
            "12 months beginning with the last publication",
            owed_by=Owner.SCHOOL,
        ),
    ),
    note="Changes during the year go in as soon as possible.",
)
def sen_information_report(*, published: date) -> Values:
    """Every twelve months."""
    return {"update_by": months_beginning_with(published, 12)}


def _published_again(code: str, title: str, regulation: str, step: str, years: int) -> None:
    """A rule of SI 2017/353: publish again at intervals that begin with the last publication."""
    span = "12 months" if years == 1 else f"{years} years"

    @BOOK.rule(
        code,
        title=title,
        citation=f"SI 2017/353 {regulation}; Equality Act 2010 s.149",
        effective_from=date(2017, 3, 31),
        dated_by="published",
        facts=(day("published", "Day of the last publication"),),
        outputs=(
            last_day(
                "publish_by",
                step,
                f"{span} beginning with the last publication",
                owed_by=Owner.SCHOOL,
            ),
        ),
    )
    def rule(*, published: date) -> Values:
        return {"publish_by": months_beginning_with(published, 12 * years)}


_published_again(
    "school.equality_information",
    "Equality information",
    "reg 4",
    "Publish how the school meets the equality duty",
    1,
)
_published_again(
    "school.equality_objectives",
    "Equality objectives",
    "reg 5",
    "Set and publish equality objectives again",
    4,
)


@BOOK.rule(
    "school.inclusion_strategy",
    title="Inclusion strategy",
    citation="Inclusive Mainstream Fund 2026-27 conditions; DfE guidance of 25 June 2026",
    effective_from=date(2026, 9, 1),
    effective_to=date(2027, 8, 31),
    dated_by=_starts,
    facts=(
        year("academic_year_starting", "Academic year that starts in"),
        maybe_day("last_school_day", "Last school day of the autumn term"),
    ),
    outputs=(
        last_day(
            "practical_deadline",
            "Publish the strategy while the school is open",
            "the last school day before",
            owed_by=Owner.SCHOOL,
            confidence=Confidence.WORKING,
        ),
        last_day(
            "legal_deadline",
            "Publish the strategy on the website",
            "fixed date",
            owed_by=Owner.SCHOOL,
        ),
    ),
    note="A condition of the grant, not a statute. If it covers several years it is reviewed every "
    "year and says so on its cover.",
)
def inclusion_strategy(
    *, academic_year_starting: int, last_school_day: date | None = None
) -> Values:
    """31 December, and the last school day before it."""
    legal = date(academic_year_starting, 12, 31)
    practical = previous_working_day(legal)
    return {
        "legal_deadline": legal,
        "practical_deadline": min(practical, last_school_day or practical),
    }


@BOOK.rule(
    "school.census_days",
    title="School census days",
    citation="School census: first Thursday in October, third in January, third in May",
    dated_by=_starts,
    facts=(year("academic_year_starting", "Academic year that starts in"),),
    outputs=(
        other_day("autumn", "Autumn census", "first Thursday in October"),
        other_day("spring", "Spring census: SEN types are collected", "third Thursday in January"),
        other_day("summer", "Summer census", "third Thursday in May"),
    ),
    note="Check the dates that the DfE publishes each year.",
)
def census_days(*, academic_year_starting: int) -> Values:
    """The Thursdays of autumn, spring and summer."""
    following = academic_year_starting + 1
    return {
        "autumn": nth_weekday(academic_year_starting, 10, THURSDAY, 1),
        "spring": nth_weekday(following, 1, THURSDAY, 3),
        "summer": nth_weekday(following, 5, THURSDAY, 3),
    }

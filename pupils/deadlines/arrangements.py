"""What access arrangements in national tests make due: dates to look up, steps, the signature."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.clock import academic_year
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.arrangement_codes import (
    ARRANGEMENTS,
    NEEDED_DATES,
    ArrangementState,
    DayKind,
    NationalTest,
    Route,
)
from pupils.models import AccessArrangement
from pupils.rules import arrangements as rules
from pupils.selectors.national_test_dates import DayOfTests, days_of_tests, taught
from pupils.services.arrangements.deciding import is_waited_for

KINDS = {"access_arrangement": "Access arrangements in tests"}
TABLES = (AccessArrangement,)
_STEPS = {
    Route.APPLY: "Apply for an access arrangement",
    Route.NOTIFY: "Notify an access arrangement",
    Route.ORDER: "Order modified test papers",
}


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Steps for every child or some; the school's own dates when asked for all."""
    if school.live_from is None:
        return
    days = days_of_tests(school)
    yield from _steps(school, calendar, pupil_ids, days)
    if pupil_ids is None:
        for year in _years(school, calendar):
            for test in taught(school):
                yield from _school_dates(school, calendar, year, test, days)


def _years(school: School, calendar: SchoolCalendar) -> list[int]:
    assert school.live_from is not None
    first = academic_year(school.live_from)
    years = {first, *(academic_year(starts_on) for starts_on, _ in calendar.terms)}
    return sorted(year for year in years if year >= first)


def _steps(school, calendar, pupil_ids, days) -> Iterator[DeadlineFact]:
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    rows = AccessArrangement.objects.filter(
        chosen,
        school=school,
        route__in=list(_STEPS),
        state__in=[ArrangementState.CONSIDERED, ArrangementState.EVIDENCE],
    )
    for row in rows:
        if day := days.get((row.academic_year, row.test, row.route)):
            yield _fact(
                f"step:{row.pk}",
                f"{_STEPS[Route(row.route)]}: {NationalTest(row.test).label.lower()}",
                day.on,
                calendar,
                weight=Weight.GUIDANCE,
                confidence=day.confidence,
                citation=day.source,
                how="the last day of this year, as it was published or entered",
                pupil_id=row.pupil_id,
                lapses_with_roll=True,
                facts={"Arrangement": ARRANGEMENTS[row.arrangement].label},
                permission=Permission.EDIT_ARRANGEMENTS,
                action=Action("Open", "arrangement", (str(row.pupil_id), str(row.pk))),
            )


def _school_dates(school, calendar, year, test, days) -> Iterator[DeadlineFact]:
    label = NationalTest(test).label.lower()
    missing = [kind for kind in NEEDED_DATES[test] if (year, test, kind) not in days]
    if missing:
        yield _fact(
            f"dates:{year}:{test}",
            f"Look up the dates of the {label} and their access arrangements",
            rules.look_up_by(year, school.live_from),
            calendar,
            lapses_on=dt.date(year + 1, 8, 31),
            how="30 November, or four weeks after going live",
            facts={"Not known yet": ", ".join(DayKind(kind).label.lower() for kind in missing)},
            permission=Permission.EDIT_ARRANGEMENTS,
            action=Action("Enter them", "test_dates"),
        )
    first: DayOfTests | None = days.get((year, test, DayKind.TESTS))
    if first and is_waited_for(school, year, test):
        yield _fact(
            f"sign:{year}:{test}",
            f"Head signs the list of access arrangements: {label}",
            first.on - rules.SIGN_BEFORE,
            calendar,
            lapses_on=dt.date(year + 1, 8, 31),
            how="two weeks before the first day of the tests",
            facts={"First day of the tests": first.on.isoformat()},
            permission=Permission.VIEW_DUE,
            action=Action("Sign", "arrangements_sign", (test,), Permission.SIGN_ARRANGEMENTS),
        )


def _fact(
    key: str, title: str, due_on: dt.date, calendar: SchoolCalendar, **more: Any
) -> DeadlineFact:
    facts: dict[str, Any] = {
        "weight": Weight.OURS,
        "confidence": Confidence.WORKING,
        "citation": rules.CITATION,
    }
    return DeadlineFact(
        key=key,
        kind="access_arrangement",
        title=title,
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=Owes.SCHOOL,
        rule_code=rules.CODE,
        rule_version=rules.VERSION,
        **facts | more,
    )

"""What the designated teacher's report makes due: once a year, while a child is or was in care."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.codes import TermName
from aylsham.dates import academic_year
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Term, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from lac.models import CarePeriod, YearReport
from lac.rules.year_report import CITATION, CODE, VERSION

NAME = "lac_report"
KINDS = {"year_report": "Designated teacher’s report"}
TABLES = (YearReport,)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """One of the school for each year with children in care; of no child."""
    if pupil_ids is not None:
        return
    ends = Term.objects.filter(school=school, name=TermName.SUMMER)
    terms = {term.academic_year: term for term in ends}
    reports = {row.academic_year: row for row in YearReport.objects.filter(school=school)}
    periods = list(CarePeriod.objects.filter(school=school))
    for year, term in sorted(terms.items()):
        report = reports.get(year)
        known = any(_touches(period, year, term.ends_on) for period in periods)
        if (report or known) and not (report and report.is_published):
            yield _fact(year, term, report, calendar)


def _touches(period: CarePeriod, year: int, last: dt.date) -> bool:
    # A school begins with the year in which it first knew of a child.
    is_known = academic_year(period.known_since) <= year and period.known_since <= last
    return is_known and (period.ends_on is None or period.ends_on >= dt.date(year, 9, 1))


def _fact(
    year: int, term: Term, report: YearReport | None, calendar: SchoolCalendar
) -> DeadlineFact:
    due_on = report.due_on if report and report.due_on else term.ends_on
    page = ("year_report", (str(report.pk),)) if report else ("year_reports", ())
    return DeadlineFact(
        key=f"report:{year}",
        kind="year_report",
        title="Publish the designated teacher’s report to governors",
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        begins_on=min(due_on, term.starts_on),
        # With the report of the next year it is too late for this one.
        lapses_on=dt.date(year + 1, 12, 31),
        owed_by=Owes.SCHOOL,
        weight=Weight.GUIDANCE,
        rule_code=CODE,
        rule_version=VERSION,
        citation=CITATION,
        confidence=Confidence.GUIDANCE,
        how="the day that the school set"
        if report and report.due_on
        else "the last day of the summer term; the guidance asks for one a year",
        permission=Permission.READ_CARE,
        facts={"School year": f"{year} to {year + 1}"},
        action=Action("Open the report", *page, Permission.READ_CARE),
    )

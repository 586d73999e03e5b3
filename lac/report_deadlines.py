"""What the designated teacher's report makes due: once a year, from the first report on.

It asks reports alone: a school begins the first by itself, and whether a child is in care shows
neither in the day nor in its being there.
"""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.codes import TermName
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Term, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from lac.models import YearReport
from lac.rules.year_report import CITATION, CODE, VERSION

NAME = "lac_report"
KINDS = {"year_report": "Designated teacher’s report"}
#: It is the school's: no child's row makes it due.
TABLES = ()


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """The report that was begun, and the one after each that was published."""
    if pupil_ids is not None:
        return
    reports = {row.academic_year: row for row in YearReport.objects.filter(school=school)}
    if not reports:
        return
    for term in Term.objects.filter(school=school, name=TermName.SUMMER):
        year, report = term.academic_year, reports.get(term.academic_year)
        if report is None and year - 1 not in reports:
            continue
        if report is None or not report.is_published:
            yield _fact(year, term, report, calendar)


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

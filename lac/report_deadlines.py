"""What the designated teacher's report makes due: once a year.

The first, in the year in which the school knows of a child who is or was in care. Only who may read
care sees it, so that its being there tells nobody else. That a child left the roll does not unmake
it: the care ended, or it did not.
"""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from lac.rules.year_report import CITATION, CODE, VERSION
from lac.selectors.report_duty import PROVIDER, OwedReport, reports_owed

NAME = PROVIDER
KINDS = {"year_report": "Designated teacher’s report"}
#: It is the school's, whose rows the services of care rebuild: no child has a row of it.
TABLES = ()


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """The report that is owed, whether or not it was begun."""
    if pupil_ids is not None:
        return
    for owed in reports_owed(school):
        yield _fact(owed, calendar)


def _fact(owed: OwedReport, calendar: SchoolCalendar) -> DeadlineFact:
    term, report = owed.term, owed.report
    year = term.academic_year
    due_on = report.due_on if report and report.due_on else term.ends_on
    page = ("year_report", (str(report.pk),)) if report else ("year_reports", ())
    return DeadlineFact(
        key=owed.key,
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

"""The milestones of an assessment as a page shows them: how each stands, and what belongs to it."""

import datetime as dt

from aylsham.school_calendar import SchoolCalendar
from ehcp.selectors.assessments.clocks import AssessmentRules
from ehcp.selectors.assessments.files import AssessmentFile
from ehcp.selectors.dues import Due, DueLine, line_of


def milestone_lines(
    file: AssessmentFile, calendar: SchoolCalendar, today: dt.date
) -> tuple[DueLine, ...]:
    """The milestones of an assessment, with what the council says and the papers of each."""
    return tuple(_line(due, file, today) for due in AssessmentRules(file, calendar).due())


def _line(due: Due, file: AssessmentFile, today: dt.date) -> DueLine:
    is_whole = due.key == due.milestone
    return line_of(
        due,
        today,
        stated=tuple(s for s in file.stated if s.milestone == due.key),
        papers=tuple(p for p in file.papers if p.milestone == due.milestone) if is_whole else (),
    )

"""The milestones of an assessment as a page shows them: how each stands, and what belongs to it."""

import datetime as dt
from dataclasses import dataclass

from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Owner
from ehcp.assessment_codes import Milestone
from ehcp.models import AssessmentPaper, StatedDay
from ehcp.rules.stages import weeks_late
from ehcp.selectors.assessments.clocks import AssessmentRules, Due
from ehcp.selectors.assessments.files import AssessmentFile

#: A day so near is shown as due soon.
SOON = dt.timedelta(days=14)


@dataclass(frozen=True)
class MilestoneLine:
    """A milestone as the page shows it."""

    due: Due
    who: str
    state: str
    words: str
    weeks_late: int
    stated: tuple[StatedDay, ...] = ()
    papers: tuple[AssessmentPaper, ...] = ()

    @property
    def is_late(self) -> bool:
        """Still open after its legal day."""
        return self.due.is_open and self.state == "overdue"


def milestone_lines(
    file: AssessmentFile, calendar: SchoolCalendar, today: dt.date
) -> tuple[MilestoneLine, ...]:
    """The milestones of an assessment, with what the council says and the papers of each."""
    return tuple(_line(due, file, today) for due in AssessmentRules(file, calendar).due())


def _line(due: Due, file: AssessmentFile, today: dt.date) -> MilestoneLine:
    state, words = _standing(due, today)
    owner = due.owed_by
    return MilestoneLine(
        due=due,
        who="Us" if owner is Owner.SCHOOL else owner.words if owner else "",
        state=state,
        words=words,
        weeks_late=0
        if due.is_off or not due.is_law
        else weeks_late(due.due_on, due.done_on, today),
        stated=tuple(s for s in file.stated if s.milestone == due.key),
        papers=tuple(p for p in file.papers if p.milestone == due.milestone)
        if due.key == due.milestone
        else (),
    )


def _standing(due: Due, today: dt.date) -> tuple[str, str]:
    if due.is_off:
        return "closed", due.note[:1].upper() + due.note[1:] if due.note else "Over"
    if due.done_on and not due.is_law:
        return "closed", "Done"
    if due.done_on:
        late = weeks_late(due.due_on, due.done_on, today)
        return ("overdue", f"Done, {_weeks(late)} late") if late else ("closed", "Done in time")
    if due.due_on < today:
        if due.owed_by is Owner.PARENT:
            return "closed", "Over"
        if not due.is_law:
            return "due_soon", "Past the working day"
        late = _weeks(weeks_late(due.due_on, None, today))
        if due.key == Milestone.NO_PLAN:
            return "overdue", f"No word for {late}: late unless a plan comes"
        return "overdue", f"Late: {late}"
    if due.owed_by is not Owner.SCHOOL:
        return "waiting", ""
    soon = (due.line.do_by or due.due_on) <= today + SOON
    return ("due_soon", "") if soon else ("on_track", "Ahead")


def _weeks(number: int) -> str:
    return "1 week" if number == 1 else f"{number} weeks"

"""What has to be done by a day about a request or a plan, and how each stands on a page."""

import datetime as dt
from dataclasses import dataclass

from aylsham.timescales.registry import Line, Result
from aylsham.timescales.rules import Confidence, Owner
from ehcp.assessment_codes import Milestone
from ehcp.models import AdviceAsked, AssessmentPaper, PlanAppeal, StatedDay
from ehcp.rules.stages import weeks_late

#: A day so near is shown as due soon.
SOON = dt.timedelta(days=14)


@dataclass(frozen=True)
class Due:
    """One thing that has to be done by a day, with the answer of the rule that says so."""

    milestone: str
    key: str
    result: Result
    answer: str
    done_on: dt.date | None = None
    #: Not to be done any more, or not yet known whether.
    note: str = ""
    is_off: bool = False
    owner: Owner | None = None
    title: str = ""
    advice: AdviceAsked | None = None
    appeal: PlanAppeal | None = None

    @property
    def line(self) -> Line:
        """The rule's answer."""
        return self.result[self.answer]

    @property
    def due_on(self) -> dt.date:
        """The legal last day."""
        return self.line.value  # type: ignore[return-value]

    @property
    def owed_by(self) -> Owner | None:
        """Who owes it."""
        return self.owner or self.line.owed_by

    @property
    def label(self) -> str:
        """What is due, in words."""
        return self.title or self.line.label

    @property
    def is_law(self) -> bool:
        """Whether the law sets the day; otherwise somebody may work to it."""
        return self.line.confidence is not Confidence.WORKING

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and not self.is_off


@dataclass(frozen=True)
class DueLine:
    """One of them as a page shows it."""

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


def line_of(
    due: Due,
    today: dt.date,
    stated: tuple[StatedDay, ...] = (),
    papers: tuple[AssessmentPaper, ...] = (),
) -> DueLine:
    """How it stands on a day."""
    state, words = _standing(due, today)
    owner = due.owed_by
    counts = due.is_law and not due.is_off
    return DueLine(
        due=due,
        who="Us" if owner is Owner.SCHOOL else owner.words if owner else "",
        state=state,
        words=words,
        weeks_late=weeks_late(due.due_on, due.done_on, today) if counts else 0,
        stated=stated,
        papers=papers,
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
        if due.owed_by is Owner.PARENT:  # whose time may go on after something that is to come
            return ("waiting", "") if due.note else ("closed", "Over")
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

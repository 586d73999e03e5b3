"""The plan of training of a school as governors read it: no name, and no small number of people."""

import datetime as dt
from dataclasses import dataclass

from aylsham.models import School
from aylsham.suppression.counts import Counts
from aylsham.suppression.protecting import protect
from staff.selectors.training_plan import PlanPage, SessionLine, plan_page

FEW = "fewer than 5"


@dataclass(frozen=True)
class PrintedSession:
    """A training with the people who came or are asked, as governors may see them."""

    line: SessionLine
    people: str


@dataclass(frozen=True)
class PrintedPlan:
    """The plan of a school year on paper."""

    page: PlanPage
    sessions: tuple[PrintedSession, ...]


def printed_plan(school: School, year: int, today: dt.date) -> PrintedPlan:
    """What is not called off, with its costs; numbers under five are hidden."""
    page = plan_page(school, year, today)
    lines = [line for line in page.lines if not line.is_off]
    # Each training has its own people, and no sum of them is shown: nothing can be subtracted.
    values = {str(line.row.pk): line.came if line.is_held else line.invited for line in lines}
    shown = protect(Counts(values))
    return PrintedPlan(
        page,
        tuple(
            PrintedSession(line, FEW if (count := shown[str(line.row.pk)]) is None else str(count))
            for line in lines
        ),
    )

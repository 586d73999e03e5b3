"""When the council is asked again about what is late, and with which letter."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from aylsham.dates import DAY, next_working_day
from ehcp.assessment_codes import Milestone
from ehcp.models import CouncilTalk, ReviewTalk
from ehcp.selectors.assessments.files import LETTERS, AssessmentFile
from ehcp.selectors.dues import Due

#: So long the council has to answer a letter before it is asked again.
TIME_TO_ANSWER = dt.timedelta(days=7)
#: The step whose limit ends the chase of an earlier one: one letter at a time.
_THEN = {Milestone.DECISION: Milestone.NO_PLAN, Milestone.NO_PLAN: Milestone.FINAL}


@dataclass(frozen=True)
class Chase:
    """A step of the council that may be late, and the next reminder of it."""

    due: Due
    #: The day of the reminder; the letter names the child's own dates.
    next_on: dt.date
    #: The next letter of the library: polite, then firm.
    letter: str
    sent: tuple[tuple[str, dt.date], ...]
    talks: tuple[CouncilTalk, ...]
    #: From this day the letter about the next step takes its place.
    until: dt.date | None

    @property
    def is_firm(self) -> bool:
        """Whether a polite letter has gone already."""
        return bool(self.sent)

    def runs_on(self, today: dt.date) -> bool:
        """Whether the step is late, and its letter still the right one."""
        return self.due.due_on < today and (self.until is None or today <= self.until)


def chases(file: AssessmentFile, dues: list[Due]) -> Iterator[Chase]:
    """One for each step of the law that the council still owes."""
    limits = {due.milestone: due.due_on for due in dues}
    for due in dues:
        if due.key not in LETTERS or not due.is_open:
            continue
        sent = file.chased(due.milestone)
        talks = tuple(talk for talk in file.talks if talk.milestone == due.milestone)
        polite, firm = LETTERS[due.milestone]
        after = _THEN.get(Milestone(due.milestone))
        yield Chase(
            due=due,
            next_on=next_reminder(due.due_on, sent, talks),
            letter=firm if sent else polite,
            sent=sent,
            talks=talks,
            until=limits[after] if after else None,
        )


def next_reminder(
    due_on: dt.date,
    sent: tuple[tuple[str, dt.date], ...],
    talks: tuple[CouncilTalk, ...] | tuple[ReviewTalk, ...],
) -> dt.date:
    """A working day: after the last legal day, a week after a letter, when a talk put it off to."""
    days = [due_on + DAY, *(on + TIME_TO_ANSWER for _, on in sent), *(t.next_on for t in talks)]
    return next_working_day(max(days))

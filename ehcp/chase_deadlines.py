"""Our own reminders to ask the council again, from the day after its last one."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.dates import DAY
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import Result
from aylsham.timescales.rules import Confidence
from ehcp.selectors.clocks import PlanRules
from ehcp.selectors.plans import PlanFacts
from ehcp.selectors.review_chasing import review_chases, told_of, waiting


def reminder(
    result: Result,
    answer: str,
    *,
    key: str,
    what: str,
    is_firm: bool,
    next_on: dt.date,
    until: dt.date | None,
    pupil_id: UUID,
    letter: str,
) -> DeadlineFact:
    """The row of one: what is late by which answer, when to ask, and the letter to draft."""
    late = deadline_from(result, answer, key=key, kind="chase")
    again = "again, more firmly" if is_firm else "politely"
    return dataclasses.replace(
        late,
        title=f"Ask the council {again}: {what[:1].lower()}{what[1:]}",
        due_on=next_on,
        do_by=next_on,
        begins_on=late.due_on + DAY,
        lapses_on=max(until, next_on) if until else None,
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        confidence=Confidence.WORKING,
        how="the council’s day is over; a week after each letter or talk",
        action=Action(
            "Write the letter",
            "letter_begin",
            (str(pupil_id), letter),
            Permission.WRITE_LETTERS,
        ),
    )


def after_reviews(
    school: School, calendar: SchoolCalendar, plans: list[PlanFacts]
) -> Iterator[tuple[UUID, DeadlineFact]]:
    """(child, reminder) after reviews; one statement, none where no council owes anything."""
    owed = {plan.id: [review.id for review, _ in waiting(plan.cycle)] for plan in plans}
    open_ones = [plan for plan in plans if owed[plan.id]]
    if not open_ones:
        return
    ids = [pk for plan in open_ones for pk in owed[plan.id]]
    told = told_of([school], [plan.pupil_id for plan in open_ones], ids)
    for plan in open_ones:
        for chase in review_chases(plan, PlanRules(plan, calendar), told):
            yield (
                plan.pupil_id,
                reminder(
                    chase.result,
                    chase.answer,
                    key=f"{chase.review.id}:chase:{chase.about}",
                    what=chase.words,
                    is_firm=chase.is_firm,
                    next_on=chase.next_on,
                    until=None,
                    pupil_id=plan.pupil_id,
                    letter=chase.letter,
                ),
            )

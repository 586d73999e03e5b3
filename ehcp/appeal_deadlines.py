"""What disagreements about plans make due: the parents' last days, the council's, the hearing."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.dates import DAY
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from, register_provider
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence, Owner
from ehcp.appeal_codes import AppealAbout
from ehcp.chase_deadlines import reminder
from ehcp.codes import PlanEnd
from ehcp.models import PlanAppeal
from ehcp.rules.ceasing import CITATION as CEASING
from ehcp.selectors.appeal_clocks import appeal_dues
from ehcp.selectors.ceasing import last_ceasing
from ehcp.selectors.dues import Due
from ehcp.selectors.order_chasing import order_chases

NAME = "ehcp_appeals"
KINDS = {"appeal": "Mediation and appeals"}
TABLES = (PlanAppeal,)
VERSION = "2026-11"
#: So long after the end of an appeal somebody says what became of the plan.
TIME_TO_SAY = 7 * DAY
OWES = {
    Owner.SCHOOL: Owes.SCHOOL,
    Owner.PARENT: Owes.PARENT,
    Owner.HEALTH: Owes.HEALTH,
    Owner.SOCIAL_CARE: Owes.SOCIAL_CARE,
    Owner.LA: Owes.LOCAL_AUTHORITY,
}


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_provider(NAME, deadlines, kinds=KINDS, tables=TABLES)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Of disagreements about plans in force, and about ceasing one; requests have their own.

    Reminders of orders are here for both.
    """
    rows = PlanAppeal.objects.filter(school=school, plan__isnull=False).select_related("plan")
    rows = rows.filter(plan__end_reason__in=["", PlanEnd.CEASED])
    rows = rows.prefetch_related("plan__reviews", "plan__appeals")
    if pupil_ids is not None:
        rows = rows.filter(pupil_id__in=pupil_ids)
    for row in rows:
        for fact in _of_appeal(row, calendar):
            yield _of_child(row.pupil_id, fact)
    for pupil_id, fact in _asked_again(school, calendar, pupil_ids):
        yield _of_child(pupil_id, fact)


def _of_child(pupil_id: UUID, fact: DeadlineFact) -> DeadlineFact:
    return dataclasses.replace(
        fact, pupil_id=pupil_id, lapses_with_roll=True, permission=Permission.VIEW_PLANS
    )


def _asked_again(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[tuple[UUID, DeadlineFact]]:
    """(child, reminder) of each order that the council has not carried out."""
    for chase in order_chases([school], calendar, pupil_ids):
        yield (
            chase.appeal.pupil_id,
            reminder(
                chase.due.result,
                chase.due.answer,
                key=f"order:chase:{chase.appeal.pk}",
                what=chase.what,
                is_firm=chase.is_firm,
                next_on=chase.next_on,
                until=None,
                pupil_id=chase.appeal.pupil_id,
                letter=chase.letter,
            ),
        )


def due_fact(due: Due, *, key: str, kind: str, action: Action) -> DeadlineFact:
    """One thing that is due as a deadline; a parent's right is over after its last day."""
    fact = deadline_from(
        due.result,
        due.answer,
        key=key,
        kind=kind,
        title=due.label,
        owed_by=OWES[due.owed_by],  # type: ignore[index]
        action=action,
    )
    if due.owed_by is Owner.PARENT:
        return dataclasses.replace(fact, lapses_on=fact.due_on)
    return fact


def _of_appeal(row: PlanAppeal, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    for due in appeal_dues(row, calendar):
        if due.is_open and due.owed_by in OWES:
            yield due_fact(due, key=_key(row, due.answer), kind="appeal", action=_record(row))
    if row.hearing_on and not (row.order_on or row.withdrawn_on):
        yield _hearing(row, row.hearing_on, calendar)
    if row.about == AppealAbout.CEASED and not row.plan.ended_on:
        yield from _end_of_plan(row, calendar)


def _hearing(row: PlanAppeal, day: dt.date, calendar: SchoolCalendar) -> DeadlineFact:
    """Somebody of the school may be heard; what is to be ready is ready the school day before."""
    fact = _ours(row, "hearing", "Be ready for the hearing of the appeal", day, calendar)
    return dataclasses.replace(
        fact,
        do_by=calendar.do_by(day - DAY),
        lapses_on=day,
        citation="HESC Tribunal Rules 2008",
        how="the school day before the hearing",
    )


def _end_of_plan(row: PlanAppeal, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    """The time to appeal, or the appeal, is over: the plan ends, or the record is put right."""
    facts = last_ceasing(row.plan.reviews.all(), row.plan.appeals.all())
    if facts is None or facts.letter_on != row.letter_on:
        return  # a later letter counts
    if (first := facts.may_end_on) is None:
        return
    title = "The appeal is over: record the end of the plan"
    if not row.lodged_on:
        title = "The time to appeal is over: record the end of the plan, or the appeal"
    fact = _ours(row, "end_of_plan", title, first + TIME_TO_SAY, calendar)
    yield dataclasses.replace(
        fact,
        begins_on=first,
        citation=CEASING,
        how="a week after the day until which the council has to keep the plan",
        action=Action("End the plan", "plan_end", (str(row.plan_id),), Permission.EDIT_PLANS),
    )


def _ours(
    row: PlanAppeal, name: str, title: str, day: dt.date, calendar: SchoolCalendar
) -> DeadlineFact:
    """A reminder of our own."""
    return DeadlineFact(
        key=_key(row, name),
        kind="appeal",
        title=title,
        due_on=day,
        do_by=calendar.do_by(day),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code="APPEAL-OURS",
        rule_version=VERSION,
        citation="",
        confidence=Confidence.WORKING,
        facts={"Date on the council’s letter": row.letter_on.isoformat()},
        action=_record(row),
    )


def _key(row: PlanAppeal, answer: str) -> str:
    return f"plan_appeal:{answer}:{row.pk}"


def _record(row: PlanAppeal) -> Action:
    args = (str(row.plan_id), str(row.pk))
    return Action("Record it", "plan_appeal", args, Permission.EDIT_PLANS)

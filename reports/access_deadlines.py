"""What the accessibility plan makes due: its actions, and a look at them once a year."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.dates import months_beginning_with
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from reports.models import AccessAction
from reports.publications.accessibility import KIND
from reports.selectors.access_plan import last_review, plan_start

KINDS = {"access": "Accessibility plan"}
TITLE_LENGTH = 200
#: We look at the actions once a year; the law only says "keep under review".
YEARLY = 12


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Open actions with a day, and the next look at the plan; nothing about a child."""
    if pupil_ids is not None:
        return
    for action in AccessAction.objects.to_do().filter(school=school).exclude(due_on=None):
        yield _ours(
            calendar,
            action.due_on,
            key=f"action:{action.pk}",
            title=f"{action.who}: {action.what}"[:TITLE_LENGTH],
            rule_code="ours.access_action",
            citation="Accessibility plan",
            how="the day in the plan",
            action=Action("Done?", "access_done", (str(action.pk),), Permission.PREPARE_REPORTS),
        )
    yield from _review(school, calendar)


def _review(school: School, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    """A year after the last look, or after the plan began; not once the next plan is due.

    A school that keeps its actions elsewhere looks at them there.
    """
    begins = plan_start(school)
    if begins is None or not AccessAction.objects.filter(school=school).exists():
        return
    looked = last_review(school)
    last = max(begins, looked.held_on) if looked else begins
    due_on = months_beginning_with(last, YEARLY)
    if due_on >= months_beginning_with(begins, KIND.months):
        return
    yield _ours(
        calendar,
        due_on,
        key="review",
        title="Look at the actions of the accessibility plan",
        rule_code="ours.access_review",
        citation="Equality Act 2010 Sch 10 para 3(5)",
        how="12 months beginning with the last look, or with the plan",
        facts={"Last look, or first day of the plan": last.isoformat()},
        action=Action("Record it", "access_review", (), Permission.PREPARE_REPORTS),
    )


def _ours(calendar: SchoolCalendar, due_on: dt.date, **more: Any) -> DeadlineFact:
    return DeadlineFact(
        kind="access",
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_version="1",
        confidence=Confidence.WORKING,
        permission=Permission.READ_REPORTS,
        **more,
    )

"""When a council is asked again to carry out a Tribunal's order, and with which letter."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from aylsham.datewords import full_day_words
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from ehcp.codes import PlanEnd
from ehcp.models import PlanAppeal
from ehcp.selectors.appeal_clocks import RequestDays, order_dues
from ehcp.selectors.assessments.chasing import next_reminder
from ehcp.selectors.dues import Due
from pupils.models import SentLetter

#: The library's letters, the polite one first.
LETTERS = ("order_late", "order_late_firm")
#: What each answer of the rule asks for.
_SAID = {
    "notify_will_assess_by": "tell the parent that you will assess the child",
    "if_assess_ordered_no_plan_decision_by": "tell the parent if there is to be no plan",
    "no_plan_decision_by": "tell the parent if there is to be no plan",
    "if_assess_ordered_final_plan_by": "send the final plan",
    "draft_plan_if_ordered_by": "send the draft plan",
    "final_plan_if_ordered_by": "send the final plan",
    "final_plan_by": "send the final plan",
    "amend_B_F_by": "amend the plan (sections B and F)",
    "amend_named_school_by": "name the school in the plan as ordered",
    "amend_by": "send the amended plan",
    "continue_plan_by": "go on with the plan",
    "continue_by": "go on with the plan",
}


@dataclass(frozen=True)
class OrderChase:
    """The first thing that an order made due and the council has not done, and its reminder."""

    appeal: PlanAppeal
    due: Due
    next_on: dt.date
    letter: str
    sent: tuple[tuple[str, dt.date], ...]

    @property
    def is_firm(self) -> bool:
        """Whether a polite letter has gone already."""
        return bool(self.sent)

    @property
    def council(self) -> str:
        """Who has to do it."""
        of = self.appeal.plan or self.appeal.assessment
        return of.local_authority if of else ""

    @property
    def what(self) -> str:
        """What the council has to do, as the letter says it."""
        return _SAID[self.due.answer.removeprefix("unopposed_")]

    @property
    def by(self) -> str:
        """The order, or the council's own word, with its day."""
        row = self.appeal
        if row.order_on:
            return f"the Tribunal’s order of {full_day_words(row.order_on)}"
        assert row.unopposed_on is not None
        return (
            f"your notice of {full_day_words(row.unopposed_on)} that you do not oppose the appeal"
        )


def ordered(schools: Iterable[School], pupil_ids: Collection[UUID] | None) -> QuerySet[PlanAppeal]:
    """Appeals that oblige a council, about requests and about plans that were not entered wrongly."""
    rows = PlanAppeal.objects.filter(
        Q(order_on__isnull=False) | Q(unopposed_on__isnull=False),
        Q(plan=None) | Q(plan__end_reason__in=["", PlanEnd.CEASED]),
        school__in=list(schools),
        withdrawn_on=None,
    )
    if pupil_ids is not None:
        rows = rows.filter(pupil_id__in=list(pupil_ids))
    return rows.select_related("assessment", "plan").order_by("letter_on", "pk")


def order_chases(
    schools: Iterable[School], calendar: SchoolCalendar, pupil_ids: Collection[UUID] | None
) -> Iterator[OrderChase]:
    """One for each order with something open; two statements, one where there is none."""
    schools = list(schools)
    open_ones = [row for row in ordered(schools, pupil_ids) if order_chase(row, calendar, ())]
    if not open_ones:
        return
    letters = defaultdict(list)
    for pupil_id, code, on in letters_sent(schools, [row.pupil_id for row in open_ones]):
        letters[pupil_id].append((code, on))
    for row in open_ones:
        if chase := order_chase(row, calendar, letters[row.pupil_id]):
            yield chase


def order_chase(
    row: PlanAppeal, calendar: SchoolCalendar, letters: Iterable[tuple[str, dt.date]]
) -> OrderChase | None:
    """The first thing open of one order; `letters` went to the council about the child."""
    since = row.order_on or row.unopposed_on
    due = next((each for each in _dues(row, calendar) if each.is_open), None) if since else None
    if due is None or since is None:
        return None
    sent = tuple((code, on) for code, on in letters if on >= since)
    return OrderChase(
        appeal=row,
        due=due,
        next_on=next_reminder(due.due_on, sent, ()),
        letter=LETTERS[bool(sent)],
        sent=sent,
    )


def _dues(row: PlanAppeal, calendar: SchoolCalendar) -> Iterator[Due]:
    """In the order of their days; word of no plan ends what would follow from a plan."""
    asked, days = row.assessment, None
    if asked:
        days = RequestDays(asked.draft_served_on, asked.no_plan_on, asked.final_plan_on)
    for due in sorted(order_dues(row, calendar, days), key=lambda each: each.due_on):
        if not (days and days.no_plan_on and "final_plan" in due.answer):
            yield due


def letters_sent(schools: Iterable[School], pupil_ids: Collection[UUID]) -> QuerySet:
    """(child, letter, the last day on which it went) of the letters about orders."""
    rows = SentLetter.objects.filter(
        school__in=list(schools),
        letter__pupil_id__in=list(pupil_ids),
        letter__template_code__in=LETTERS,
    ).values_list("letter__pupil_id", "letter__template_code")
    return rows.order_by().annotate(last=Max("gone_on"))

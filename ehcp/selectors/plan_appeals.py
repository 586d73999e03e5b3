"""Disagreements about a plan, for its page: what is followed, and what can be followed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.calendars import calendar_read
from aylsham.dates import DAY
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import Reads, at_once, read, rows_read
from ehcp.codes import PlanEnd
from ehcp.models import AnnualReview, EhcPlan, NeedsAssessment, PlanAppeal
from ehcp.rules.ceasing import CITATION
from ehcp.selectors.appeal_clocks import RequestDays, appeal_dues
from ehcp.selectors.appeal_decisions import (
    AppealableDecision,
    appealable_decisions,
    letter_after,
)
from ehcp.selectors.ceasing import last_ceasing
from ehcp.selectors.dues import DueLine, line_of
from ehcp.selectors.order_chasing import letters_sent, order_chase
from pupils.models import Pupil


@dataclass(frozen=True)
class FollowedAppeal:
    """A disagreement that is followed, with its days."""

    row: PlanAppeal
    lines: tuple[DueLine, ...]
    #: The letter that asks the council for what it is late with; empty where it is not late.
    letter: str = ""

    @property
    def obeyed_late(self) -> str:
        """How late the council did what an order asked for: “2 weeks late”; empty if in time."""
        of_order = (line for line in self.lines if "order" in line.due.result.rule.code)
        words = max(((each.weeks_late, each.words) for each in of_order), default=(0, ""))
        return words[1].removeprefix("Done, ") if words[0] and self.row.obeyed_on else ""

    @property
    def is_of_request(self) -> bool:
        """Whether it is recorded with the request from which the plan came."""
        return self.row.assessment_id is not None

    @property
    def is_over(self) -> bool:
        """Whether nobody can, or has to, do anything any more."""
        lodge = next(line for line in self.lines if line.due.answer == "submit_by")
        if lodge.due.is_open and lodge.state == "closed":
            return True  # the time to appeal is over
        return not any(line.due.is_open for line in self.lines)

    @property
    def other_letter(self) -> str:
        """How the review was put right since; empty where it says the same."""
        review = self.row.review
        if review is None:
            return ""
        letter_on = letter_after(review, self.row.about)
        if letter_on is None:
            return "The review now has another decision."
        return "" if letter_on == self.row.letter_on else "The review now has another date."


@dataclass(frozen=True)
class Kept:
    """A plan that the council wants to cease, and until when it has to keep it."""

    #: The first day on which the plan may have ended; None while an appeal runs or is won.
    may_end_on: dt.date | None
    is_won: bool
    is_over: bool
    citation: str = CITATION

    @property
    def last_day(self) -> dt.date | None:
        """The last day on which the council has to keep it, as far as it is known."""
        return self.may_end_on and self.may_end_on - DAY


@dataclass(frozen=True)
class PlanAppeals:
    """Mediation and appeal about a plan."""

    followed: tuple[FollowedAppeal, ...]
    decisions: tuple[AppealableDecision, ...]
    kept: Kept | None
    may_edit: bool
    may_write: bool = False

    @property
    def may_follow(self) -> bool:
        """Whether another decision can be followed."""
        return self.may_edit and bool(self.decisions)


def appeals_reads(access: Access, plan: EhcPlan) -> Reads[PlanAppeals]:
    """Everything of them, to go with other reads; one statement."""
    mine = {"school": access.school}
    of_plan = Q(plan=plan) | Q(assessment__plan=plan)
    (rows, reviews, requests, letters), calendar = yield from at_once(
        rows_read(
            PlanAppeal.objects.filter(of_plan, **mine)
            .select_related("assessment", "review")
            .order_by("-letter_on", "-id"),
            AnnualReview.objects.filter(**mine, plan=plan).that_count(),
            NeedsAssessment.objects.filter(**mine, plan=plan),
            letters_sent([access.school], [plan.pupil_id]),
        ),
        calendar_read(access.school),
    )
    own = [each for each in rows if each.plan_id]
    sent = [(code, on) for _, code, on in letters]
    return PlanAppeals(
        followed=tuple(_followed(each, calendar, access.today, sent) for each in rows),
        decisions=_decisions(plan, reviews, own, came_by_request=bool(requests)),
        kept=_kept(plan, reviews, own, access.today),
        may_edit=access.can(Permission.EDIT_PLANS),
        may_write=access.can(Permission.WRITE_LETTERS),
    )


def plan_decisions(access: Access, plan: EhcPlan) -> tuple[AppealableDecision, ...]:
    """What can be followed for a plan."""
    return read(appeals_reads(access, plan)).decisions


def find_appeal(access: Access, plan: EhcPlan, pk: UUID) -> PlanAppeal | None:
    """A disagreement about that plan, of a child whom the asker may see."""
    rows = PlanAppeal.objects.filter(
        school=access.school, plan=plan, pupil__in=Pupil.objects.visible_to(access), pk=pk
    )
    return rows.select_related("plan__pupil").first()


def is_in_force(access: Access, plan: EhcPlan) -> bool:
    """Whether a plan is in force now."""
    return EhcPlan.objects.filter(school=access.school, pk=plan.pk).maintained().exists()


def _followed(
    each: PlanAppeal,
    calendar: SchoolCalendar,
    today: dt.date,
    sent: Iterable[tuple[str, dt.date]],
) -> FollowedAppeal:
    days, row = None, each.assessment
    if row:
        days = RequestDays(row.draft_served_on, row.no_plan_on, row.final_plan_on)
    dues = appeal_dues(each, calendar, days)
    chase = order_chase(each, calendar, sent)
    is_late = chase is not None and chase.due.due_on < today
    return FollowedAppeal(
        each,
        tuple(line_of(due, today) for due in dues),
        chase.letter if chase and is_late else "",
    )


def _decisions(
    plan: EhcPlan,
    reviews: Iterable[AnnualReview],
    appeals: Iterable[PlanAppeal],
    *,
    came_by_request: bool,
) -> tuple[AppealableDecision, ...]:
    """Nothing for a plan that was entered by mistake, or is kept elsewhere."""
    if plan.end_reason in (PlanEnd.CORRECTION, PlanEnd.MOVED):
        return ()
    return appealable_decisions(plan, reviews, appeals, came_by_request=came_by_request)


def _kept(
    plan: EhcPlan,
    reviews: Iterable[AnnualReview],
    appeals: Iterable[PlanAppeal],
    today: dt.date,
) -> Kept | None:
    facts = last_ceasing(reviews, appeals)
    if facts is None or plan.ended_on:
        return None
    first = facts.may_end_on
    return Kept(
        may_end_on=first,
        is_won=first is None and bool(facts.ordered_on or facts.unopposed_on),
        is_over=first is not None and first <= today,
    )
